using System.CommandLine;
using System.Globalization;
using SoftmaxGen.Benchmarks.CodeSize;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>limits</c>: what a model of the processor says of the machine code behind the cells that miss their target.</summary>
internal static class LimitsCommand
{
    public static Command Create()
    {
        Option<FileInfo> ratios = new("--ratios") { Description = "A ratios.csv; its cells below their target are looked at.", Required = true };
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Option<string?> listing = new("--listing") { Description = "Only prints the machine code of the methods of this name, such as SoftmaxVector256." };
        Command command = new("limits", "Tells for each cell that misses its target what bounds the machine code: ports, or results that wait for each other (needs llvm-mca).") { ratios, @out, listing };
        command.SetAction(result => Run(RatioFile.Read(result.GetValue(ratios)!.FullName), result.GetValue(@out), result.GetValue(listing)));
        return command;
    }

    private static void Run(IReadOnlyList<Ratio> ratios, DirectoryInfo? folder, string? only)
    {
        if (PortModel.TryFind() is not { } model)
        {
            Console.Error.WriteLine($"There is no llvm-mca of LLVM 19 or later.");
            return;
        }

        IReadOnlyDictionary<(string Method, string Type, SoftmaxAccuracy Mode, int Length), Listing> code = Compile();
        MarkdownTable table = new(3, "cell", "method", "code", "ns", "instructions", "cycles alone", "cycles of one of many", "cycles of the busiest port");
        foreach (IGrouping<CaseKey, Ratio> missed in ratios.Where(IsMissed).GroupBy(ratio => ratio.Key))
        {
            if (Find(code, missed.Key) is not { } listing)
                continue;
            if (only == listing.Method)
                Console.WriteLine($"{missed.Key}\n{string.Join("\n\n", listing.Blocks.Select(block => string.Join('\n', block)))}\n");
            IReadOnlyList<string>? loop = listing.LongestLoop;
            PortEstimate estimate = model.Estimate(loop ?? listing.Straight);
            table.Add([
                $"{missed.Key}", $"`{listing.Method}`", loop is null ? "all" : $"loop, {Listing.Step(loop)} elements", Number(missed.First().Ours), $"{estimate.Instructions}",
                Number(estimate.Alone), Number(estimate.Repeated), $"{Number(estimate.Ports)} ({estimate.BusiestPort})"]);
        }

        Report report = new();
        report.Add("limits", $"Cycles by the model of {PortModel.Processor}", table);
        report.Publish(folder);
    }

    private static bool IsMissed(Ratio ratio) => Targets.Find(ratio) is { } target && ratio.Value < target;

    /// <summary>Lists the machine code of every emitted method in a process of its own.</summary>
    private static Dictionary<(string, string, SoftmaxAccuracy, int), Listing> Compile()
    {
        string file = Path.GetTempFileName();
        string output = SelfProcess.Run(["codesize", "--once", "0"], ("DOTNET_JitDisasm", "*Vector128 *Vector256 *Vector512"), ("DOTNET_JitStdOutFile", file), ("DOTNET_JitDisasmWithCodeBytes", "0"));
        ILookup<(string, int), Listing> listings = Listing.Parse(File.ReadAllText(file)).ToLookup(listing => (listing.Method, listing.Bytes));
        File.Delete(file);
        Dictionary<(string, string, SoftmaxAccuracy, int), Listing> code = [];
        foreach (CodeOfMethod method in CodeTables.ParseMethods(output.Split("\n\n")[1].Split('\n')))
        {
            string host = AllHosts.List.First(host => (host.Accuracy, host.Length) == (method.Mode, method.Length)).Type.Name;
            if (listings[(method.Method, method.Bytes)].FirstOrDefault(listing => listing.Type.Contains($"_{host}_", StringComparison.Ordinal)) is { } listing)
                code[(method.Method, method.Type, method.Mode, method.Length)] = listing;
        }

        return code;
    }

    // The pass behind a member, at the widest vectors that it has been compiled for: those that were called.
    private static Listing? Find(IReadOnlyDictionary<(string, string, SoftmaxAccuracy, int), Listing> code, CaseKey key)
    {
        string[] passes = key.Member switch
        {
            Member.Rows or Member.Batch or Member.ManyRows => [], // a single row is not what they are called for
            Member.Vjp => ["Product"],
            Member.LogSumExp or Member.CrossEntropy => ["LogOfSum"],
            _ => [$"{key.Member}"],
        };
        return passes
            .SelectMany(pass => new[] { 512, 256, 128 }.Where(width => width <= CpuName.VectorBits).Select(width => $"{pass}Vector{width}"))
            .Select(method => code.GetValueOrDefault((method, key.Type, key.Mode, key.Length)))
            .FirstOrDefault(listing => listing is not null);
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
