using System.CommandLine;
using SoftmaxGen.Benchmarks.CodeSize;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>codesize</c>: the machine code of each emitted method, and what the first call of each member takes.</summary>
internal static class CodeSizeCommand
{
    private const string Name = "codesize";
    private const int Runs = 5;
    private const int MostBytes = 6 * 1024;
    private const double MostMilliseconds = 10;

    public static Command Create()
    {
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the tables, codesize.csv and firstcalls.csv." };
        Option<int?> once = new("--once") { Description = "Measures in this process, from this host on, and prints lines to be read by the command itself.", Hidden = true };
        Command command = new(Name, "Tells the bytes of machine code of each emitted method, and the milliseconds of each member's first call.") { @out, once };
        command.SetAction(result =>
        {
            if (result.GetValue(once) is { } start)
                MeasureHere(start);
            else
                Run(result.GetValue(@out));
        });
        return command;
    }

    // The lines of both files, with an empty line between.
    private static void MeasureHere(int start)
    {
        (IReadOnlyList<FirstCall> calls, IReadOnlyList<CodeOfMethod> methods) = FirstCalls.Run(start);
        Console.Write(string.Join('\n', [.. CodeTables.Lines(calls), "", .. CodeTables.Lines(methods)]));
    }

    private static void Run(DirectoryInfo? folder)
    {
        using ProgressLine progress = new();
        List<string[]> outputs = [];
        for (int run = 0; run < Runs; run++)
        {
            progress.Report($"process {run + 1} of {Runs}");
            outputs.Add(SelfProcess.Run([Name, "--once", $"{run * AllHosts.List.Count / Runs}"]).Split("\n\n"));
        }

        // A first call happens once in a process: the shortest of several processes is the one that was disturbed least.
        FirstCall[] calls = [.. outputs
            .SelectMany(output => CodeTables.ParseCalls(output[0].Split('\n')))
            .GroupBy(call => call.Key)
            .Select(call => new FirstCall(call.Key, call.Min(c => c.Milliseconds)))];
        IReadOnlyList<CodeOfMethod> methods = CodeTables.ParseMethods(outputs[0][1].Split('\n'));

        CodeOfMethod largest = methods.MaxBy(method => method.Bytes)!;
        FirstCall slowest = calls.MaxBy(call => call.Milliseconds)!;
        Report report = new();
        report.Add(
            "codesize-summary",
            "Limits",
            $"""
            * {methods.Count(method => method.Bytes > MostBytes)} of {methods.Count} methods have more than {MostBytes} bytes of machine code; the largest is `{largest.Method}` for {largest.Type}, {largest.Mode}, N = {largest.Length}, with {largest.Bytes}.
            * {calls.Count(call => call.Milliseconds > MostMilliseconds)} of {calls.Length} first calls take more than {MostMilliseconds} ms; the slowest is {slowest.Key}, {CodeTables.Number(slowest.Milliseconds)} ms.
            """);
        report.Add("codesize", "Bytes of machine code", CodeTables.Bytes(methods));
        report.Add("firstcalls", $"Milliseconds of a first call, processor time, the least of {Runs} processes", CodeTables.Milliseconds(calls));
        report.AddFile("codesize.csv", CodeTables.Lines(methods));
        report.AddFile("firstcalls.csv", CodeTables.Lines(calls));
        report.Publish(folder);
    }
}
