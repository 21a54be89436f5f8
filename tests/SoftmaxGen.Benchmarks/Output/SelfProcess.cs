using System.Diagnostics;
using System.Reflection;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>This program once more, in a process of its own.</summary>
internal static class SelfProcess
{
    /// <summary>Runs a command to its end and returns what it printed; its progress goes where this one's goes.</summary>
    public static string Run(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        string host = Environment.ProcessPath!;
        bool isShared = Path.GetFileNameWithoutExtension(host) == "dotnet";
        ProcessStartInfo start = new(host, isShared ? [Assembly.GetExecutingAssembly().Location, .. arguments] : arguments) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{string.Join(' ', start.ArgumentList)}' ended with {process.ExitCode}.");
    }
}
