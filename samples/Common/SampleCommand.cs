using System.CommandLine;

namespace Samples.Common;

/// <summary>The command line of a sample: a file where it reads one, a folder for its charts, how much it reports, and an exit code.</summary>
/// <param name="name">The name of the sample, and of the folder in artifacts that its charts go to by default.</param>
/// <param name="description">What the sample does.</param>
/// <param name="file">The file that it reads by default, and what that is; none where it reads no file.</param>
public sealed class SampleCommand(string name, string description, (string Path, string Description)? file = null)
{
    /// <summary>The exit code where the arguments, the file or the folder is at fault.</summary>
    public const int BadInput = 2;

    public int Run(string[] args, TextWriter output, TextWriter error, Action<SampleArguments> action)
    {
        RootCommand command = new(description);
        Option<string> folder = new("--output", "-o")
        {
            Description = "The folder for the charts",
            DefaultValueFactory = _ => Path.Combine("artifacts", name),
        };
        command.Add(folder);
        Option<bool> details = new("--details", "-d") { Description = "Also report what does not fit on one screen" };
        command.Add(details);
        Argument<string>? path = null;
        if (file is { } input)
        {
            path = new("file") { Description = input.Description, DefaultValueFactory = _ => input.Path, HelpName = "file" };
            command.Add(path);
        }

        command.SetAction(parsed =>
        {
            string chosen = path is null ? "" : parsed.GetRequiredValue(path);
            return Guard(() => action(new SampleArguments(chosen, parsed.GetRequiredValue(folder), parsed.GetValue(details), new TextReport(output))), error);
        });
        ParseResult arguments = command.Parse(args);
        foreach (var problem in arguments.Errors)
            error.WriteLine($"error: {problem.Message}");
        return arguments.Errors.Count > 0
            ? BadInput
            : arguments.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static int Guard(Action action, TextWriter error)
    {
        try
        {
            action();
            return 0;
        }
        catch (Exception problem) when (problem is InputException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: {problem.Message}");
            return BadInput;
        }
    }
}

/// <summary>What a user asked for.</summary>
/// <param name="File">The file to read.</param>
/// <param name="Folder">Where charts go.</param>
/// <param name="Details">Whether the report may be longer than a screen.</param>
/// <param name="Report">Where the report goes.</param>
public sealed record SampleArguments(string File, string Folder, bool Details, TextReport Report);
