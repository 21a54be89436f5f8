using System.Collections.Concurrent;
using SoftmaxGen.CodeFixes;
using SoftmaxGen.FixEquivalence.Tests.Checks;
using SoftmaxGen.FixEquivalence.Tests.Programs;
using SoftmaxGen.Tests;
using Xunit.Abstractions;

namespace SoftmaxGen.FixEquivalence.Tests;

/// <summary>
/// Translation validation: random programs compute after a fix what they computed before, wherever that was finite, and finite numbers where they overflowed.
/// <c>SOFTMAXGEN_EQUIVALENCE_PROGRAMS=200000</c> asks for more of them than the normal run, <c>SOFTMAXGEN_EQUIVALENCE_FIRST=4711</c> for others, and both for one alone.
/// </summary>
public class EquivalenceTests(ITestOutputHelper output)
{
    private const int BatchSize = 100;

    /// <summary>A grammar, its share of the programs, the share of them that must get an offer, and the fixes.</summary>
    public static TheoryData<string, int, double, string[]> Grammars => new()
    {
        { "Softmax.grammar", 1, 0.3, [EquivalenceKeys.SubtractMaximum] },
        { "Logarithms.grammar", 5, 0.3, [EquivalenceKeys.UseLogSoftmax] },
        { "Entropies.grammar", 10, 0.3, [EquivalenceKeys.EntropyOfZero, EquivalenceKeys.AccurateLog1P] },
        { "Others.grammar", 10, 0.3, [EquivalenceKeys.UseStableSigmoid, EquivalenceKeys.StartAtNegativeInfinity, EquivalenceKeys.ShiftTensorSoftMax] },
    };

    [Theory]
    [MemberData(nameof(Grammars))]
    public async Task A_fix_changes_no_result(string grammar, int divisor, double leastOffered, string[] keys)
    {
        int first = Setting("SOFTMAXGEN_EQUIVALENCE_FIRST", 0), count = Math.Max(1, Setting("SOFTMAXGEN_EQUIVALENCE_PROGRAMS", 2000) / divisor);
        ProgramGen programs = new(Grammar.Read(grammar));
        ConcurrentQueue<string> failures = new();
        int reported = 0, offered = 0;
        await Parallel.ForEachAsync(Enumerable.Range(first, count).Chunk(BatchSize), async (batch, _) =>
        {
            foreach (FixedProgram program in await Batch.FixAsync(batch.ToDictionary(number => number, programs.Number), keys.ToHashSet()))
            {
                Interlocked.Add(ref reported, program.IsReported ? 1 : 0);
                Interlocked.Add(ref offered, program.After is null ? 0 : 1);
                if (program.Failure() is { } failure)
                    failures.Enqueue(failure);
            }
        });

        output.WriteLine($"{grammar}: {count} programs, {reported} reported, {offered} fixed, {failures.Count} different");
        Assert.True(failures.IsEmpty, $"{failures.Count} of {offered} fixes change a result.\n{string.Join('\n', failures.Select(failure => failure.Split('\n')[0]))}\n{string.Join("\n\n", failures.OrderBy(failure => failure.Length).Take(3))}");
        if (count >= BatchSize)
            Assert.True(offered >= leastOffered * count, $"Only {offered} of {count} programs are fixed: too few to prove anything.");
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;
}
