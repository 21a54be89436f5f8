using System.CommandLine;
using System.Globalization;
using System.Numerics;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>precise</c>: what Precise costs beside Default.</summary>
internal static class PreciseCommand
{
    private static readonly int[] DefaultLengths = [2, 3, 4, 8, 10, 16, 17, 32, 64, 100, 128, 256, 1000, 2048, 4096, 4097, 10000];

    public static Command Create()
    {
        Option<int[]> lengths = new("--length") { Description = "The lengths of rows.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => DefaultLengths };
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Command command = new("precise", "Times Softmax of Precise beside that of Default, some 20 seconds.") { lengths, @out };
        command.SetAction(result => Run(result.GetValue(lengths)!, result.GetValue(@out)));
        return command;
    }

    private static void Run(int[] lengths, DirectoryInfo? folder)
    {
        using ProgressLine progress = new();
        progress.Report("compiling");
        CompiledHosts usual = CompiledHosts.OfThisBuild(lengths, SoftmaxAccuracy.Default), precise = CompiledHosts.OfThisBuild(lengths, SoftmaxAccuracy.Precise);
        List<Case> cases = [.. lengths.Select(n => Create<float>("float", n)), .. lengths.Select(n => Create<double>("double", n))];
        WarmUp.Run(cases, progress);
        Ratio[] ratios = [.. cases.SelectMany(@case => new Stopwatcher(wanted: 21).Measure(@case, TimeSpan.FromSeconds(0.6)))];
        Report report = new();
        report.Add("precise", "Softmax: the time of Precise over that of Default", MarkdownTable.Pivot(
            ["type"], ratios, ratio => [ratio.Key.Type], ratio => ratio.Key.Length, line => line.Single().Value.ToString("0.00", CultureInfo.InvariantCulture) + (line.Single().IsReliable ? "" : "?")));
        report.Publish(folder);

        Case Create<T>(string type, int n)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Buffers<T> buffers = Inputs.Fill(new Buffers<T>(n, 1, 0, n), probabilities: false);
            return new Case(
                new CaseKey(Member.Softmax, type, SoftmaxAccuracy.Default, n), 1, new Contender("Default", usual.Softmax(n, buffers)), [new Contender("Precise", precise.Softmax(n, buffers))]);
        }
    }
}
