using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Members;
using SoftmaxGen.Adversary.Search;

namespace SoftmaxGen.Adversary.Output;

/// <summary>The long search, which can be interrupted and goes on where it was.</summary>
internal static class SearchCommand
{
    // Long enough to get somewhere, short enough to be interrupted.
    private const long RoundLength = 20_000;

    public static Command Create()
    {
        Option<long> evaluations = new("--evaluations") { Description = "How many inputs to try in each cell, those of earlier runs included.", DefaultValueFactory = _ => 1_000_000 };
        Option<string[]> members = new("--member") { Description = "Only members whose name has this in it.", AllowMultipleArgumentsPerToken = true };
        Option<SoftmaxElementTypes> type = new("--type") { Description = "Only this element type.", DefaultValueFactory = _ => SoftmaxElementTypes.All };
        Option<SoftmaxAccuracy[]> accuracies = new("--accuracy") { Description = "Only these accuracies.", AllowMultipleArgumentsPerToken = true };
        Option<int[]> lengths = new("--length") { Description = "Only these lengths, or others.", AllowMultipleArgumentsPerToken = true };
        Option<double> minutes = new("--minutes") { Description = "Stops after so many minutes; the next run goes on.", DefaultValueFactory = _ => double.PositiveInfinity };
        Option<int> threads = new("--threads") { Description = "How many cells to search at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<DirectoryInfo> folder = new("--folder") { Description = "Where what was found is kept.", DefaultValueFactory = _ => new("artifacts/adversary") };
        Option<FileInfo?> record = new("--record") { Description = "A file to put the worst into, for each promise: tests/SoftmaxGen.Adversary/Found.json is what docs/guarantees.md shows." };
        RootCommand command = new("Searches for inputs whose results are further off than promised.") { evaluations, members, type, accuracies, lengths, minutes, threads, folder, record };
        command.SetAction(result =>
        {
            int[] only = result.GetValue(lengths) is { Length: > 0 } given ? given : [.. MemberList.Lengths];
            Cell[] cells =
            [
                .. only.SelectMany(length => MemberList.Cells(length).Concat(MemberList.OutOfBounds(length)))
                    .Where(cell => result.GetValue(type).HasFlag(cell.Type))
                    .Where(cell => result.GetValue(members) is not { Length: > 0 } names || names.Any(name => cell.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
                    .Where(cell => result.GetValue(accuracies) is not { Length: > 0 } some || some.Contains(cell.Accuracy)),
            ];
            Found[] found = Run(cells, new HostCompiler(cells), result.GetValue(evaluations), result.GetValue(minutes), result.GetValue(threads), result.GetValue(folder)!, out bool isBroken);
            if (result.GetValue(record) is { } file)
                FoundFile.Write(file.FullName, found);
            return isBroken ? 1 : 0;
        });
        return command;
    }

    private static Found[] Run(Cell[] cells, HostCompiler hosts, long evaluations, double minutes, int threads, DirectoryInfo folder, out bool isBroken)
    {
        folder.Create();
        Console.WriteLine(MpfrLibrary.IsAvailable ? "Errors are confirmed by MPFR." : "There is no libmpfr (Debian: libmpfr6): errors are confirmed by tests/SoftmaxGen.Reference.");
        Stopwatch clock = Stopwatch.StartNew();
        ConcurrentBag<Found> found = [];
        ConcurrentBag<string> violations = [];
        int done = 0, finished = 0;
        Parallel.ForEach(Partitioner.Create(cells, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = threads }, cell =>
        {
            ICellSearch search = cell.Start(hosts);
            string file = Path.Combine(folder.FullName, $"{cell.Name}.json");
            if (File.Exists(file))
                search.Restore(JsonSerializer.Deserialize<SavedProgress>(File.ReadAllText(file))!);
            while (search.Evaluations < evaluations && clock.Elapsed.TotalMinutes < minutes)
            {
                search.RunRound(Math.Min(RoundLength, evaluations - search.Evaluations));
                Write(file, JsonSerializer.Serialize(search.Save()));
            }

            if (search.Evaluations >= evaluations)
                Interlocked.Increment(ref finished);
            foreach (Found one in search.Found)
                found.Add(one);
            if (search.Violation is { } violation)
                violations.Add(violation);
            lock (hosts)
                Console.WriteLine($"{++done}/{cells.Length} {clock.Elapsed:hh\\:mm\\:ss} {string.Join(" | ", search.Found.Select(FoundTable.Line).DefaultIfEmpty(cell.Name))}");
        });

        Console.WriteLine();
        Console.WriteLine(FoundTable.Of(found));
        foreach (string violation in violations.Order(StringComparer.Ordinal))
            Console.WriteLine($"BROKEN {violation}");
        Console.WriteLine($"{finished} of {cells.Length} cells are finished.");
        isBroken = found.Any(one => one.BreaksPromise) || !violations.IsEmpty;
        return [.. found];
    }

    private static void Write(string file, string text)
    {
        string fresh = file + ".new";
        File.WriteAllText(fresh, text);
        File.Move(fresh, file, overwrite: true);
    }
}
