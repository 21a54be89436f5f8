using System.CommandLine;
using System.Text.RegularExpressions;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary>
/// <c>docs</c>: measures everything anew and writes it into docs/benchmarks.md, between <c>measured: …</c> and <c>end</c> comments,
/// and the files beside it into docs/benchmarks.
/// </summary>
internal static partial class DocsCommand
{
    private const string NoAvx512 = "DOTNET_EnableAVX512";

    private static readonly string[] WithWidth = ["ratios", "rows", "lengths", "precise", "codesize", "limits"];
    private static readonly string[] Other = ["accuracy", "generator", "cores", "columns", "halves", "anylength", "members", "callsites"];

    public static Command Create()
    {
        Option<string[]> only = new("--only") { Description = "Only these commands' results.", AllowMultipleArgumentsPerToken = true };
        Option<bool> quick = new("--quick") { Description = "Quick ratios, to try the command out." };
        Command command = new("docs", "Measures everything and renews docs/benchmarks.md with it; some 10 minutes.") { only, quick };
        command.SetAction(result => Run(result.GetValue(only) ?? [], result.GetValue(quick)));
        return command;
    }

    private static void Run(string[] only, bool quick)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("SoftmaxGen.Benchmarks.");
        foreach (int bits in CpuName.VectorBits >= 512 ? [512, 256] : new[] { CpuName.VectorBits })
        {
            foreach (string command in WithWidth.Where(IsAsked))
                Measure(command, $"{bits}", bits < 512 ? [(NoAvx512, "0")] : []);
        }

        foreach (string command in Other.Where(IsAsked))
            Measure(command, command, []);

        string docs = Path.Combine(RepositoryFolder(), "docs");
        string page = Path.Combine(docs, "benchmarks.md");
        File.WriteAllText(page, Measured().Replace(File.ReadAllText(page), match => Renew(match, scratch.FullName)));
        foreach (FileInfo file in scratch.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is ".csv" or ".svg"))
        {
            string target = Path.Combine(docs, "benchmarks", Path.GetRelativePath(scratch.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target, overwrite: true);
        }

        scratch.Delete(recursive: true);

        bool IsAsked(string command) => only.Length == 0 || only.Contains(command);

        // Those of this time, or where they were not asked for those of last time.
        string RatiosOf(string folder)
        {
            string measured = Path.Combine(scratch.FullName, folder, "ratios.csv");
            return File.Exists(measured) ? measured : Path.Combine(RepositoryFolder(), "docs", "benchmarks", folder, "ratios.csv");
        }

        void Measure(string command, string folder, IEnumerable<(string, string)> environment)
        {
            Console.Error.WriteLine($"{command}, {folder}");
            string[] options = command switch
            {
                "ratios" when quick => ["--quick"],
                "limits" => ["--ratios", RatiosOf(folder)],
                _ => [],
            };
            Console.Write(SelfProcess.Run([command, .. options, "--out", Path.Combine(scratch.FullName, folder)], environment));
        }
    }

    // A part that was not measured this time stays as it is.
    private static string Renew(Match match, string scratch)
    {
        string section = Path.Combine(scratch, match.Groups["what"].Value + ".md");
        return File.Exists(section) ? $"<!-- measured: {match.Groups["what"].Value} -->\n{File.ReadAllText(section)}<!-- end -->" : match.Value;
    }

    private static string RepositoryFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SoftmaxGen.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("This command has to be run from within the repository.");
    }

    [GeneratedRegex("<!-- measured: (?<what>.*?) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Measured();
}
