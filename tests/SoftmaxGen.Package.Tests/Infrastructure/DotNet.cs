using System.Diagnostics;

namespace SoftmaxGen.Package.Tests.Infrastructure;

/// <summary>Runs <c>dotnet</c> or another program and waits for it.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    public static Task<ProcessResult> RunAsync(string folder, params string[] arguments) =>
        RunAsync(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", folder, arguments);

    public static async Task<ProcessResult> RunAsync(string program, string folder, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What `dotnet test` tells its children about its own MSBuild would mislead theirs.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        start.Environment["NUGET_PACKAGES"] = ConsumerBuild.PackagesFolder;
        start.Environment["TestedPackageVersion"] = TestedPackage.Version;

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} ran for more than {Limit.TotalMinutes} minutes.");
        }

        return new ProcessResult(process.ExitCode, await output + await error);
    }
}

/// <summary>How a program ended and what it printed.</summary>
internal sealed record ProcessResult(int ExitCode, string Output)
{
    /// <summary>The different lines that report something of a severity.</summary>
    public IEnumerable<string> Lines(string severity) =>
        Output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains($": {severity} ")).Distinct();
}
