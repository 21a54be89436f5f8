using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Fuzz.Tests.Checks;
using SoftmaxGen.Fuzz.Tests.Programs;
using Xunit.Abstractions;

namespace SoftmaxGen.Fuzz.Tests;

/// <summary>
/// Random programs never make the generator, an analyzer or a fix fail. <c>SOFTMAXGEN_FUZZ_PROGRAMS=100000</c> asks for more of them than
/// the normal run, <c>SOFTMAXGEN_FUZZ_FIRST=4711</c> for others, and both for one alone.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    // Far beyond what any program needs; what takes longer hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task No_program_makes_anything_fail()
    {
        int first = Setting("SOFTMAXGEN_FUZZ_FIRST", 0), count = Setting("SOFTMAXGEN_FUZZ_PROGRAMS", 2000);
        ConcurrentBag<(int Number, int Diagnostics, int Fixes, TimeSpan Time)> results = [];
        ConcurrentQueue<string> failures = new();
        await Parallel.ForEachAsync(Enumerable.Range(first, count), async (number, _) =>
        {
            long start = Stopwatch.GetTimestamp();
            try
            {
                var (diagnostics, fixes) = await CheckAsync(number);
                results.Add((number, diagnostics, fixes, Stopwatch.GetElapsedTime(start)));
            }
            catch (Exception failure)
            {
                failures.Enqueue($"Program {number}: {failure}\n{ProgramGen.Number(number)}");
            }
        });

        output.WriteLine($"{results.Count} programs, {results.Sum(result => result.Diagnostics)} diagnostics, {results.Sum(result => result.Fixes)} fixes; slowest: "
            + string.Join(", ", results.OrderByDescending(result => result.Time).Take(3).Select(result => $"{result.Number} in {result.Time.TotalSeconds:0.0} s")));
        Assert.True(failures.IsEmpty, $"{failures.Count} programs failed. {string.Join("\n\n", failures.OrderBy(failure => failure.Length).Take(3))}");
    }

    /// <summary>Programs beyond those of the normal run that failed once.</summary>
    [Theory]
    [InlineData(12026)]
    public Task Programs_that_failed_pass(int number) => CheckAsync(number);

    private static async Task<(int Diagnostics, int Fixes)> CheckAsync(int number)
    {
        IReadOnlyCollection<string> swallowed = SwallowedExceptions.Collect();
        var found = await CheckAsync(ProgramGen.Number(number));
        FuzzFailure.If(swallowed.Count > 0, () => string.Join("\n\n", swallowed));
        return found;
    }

    private static async Task<(int Diagnostics, int Fixes)> CheckAsync(FuzzedProgram program)
    {
        using ProcessorTimeLimit limit = new(Limit);
        CSharpCompilation compilation = program.Compile();
        try
        {
            Compilation output = GeneratorCheck.Run(program, compilation, limit.Token);
            (int errors, ImmutableArray<Diagnostic> diagnostics) = await AnalyzerCheck.RunAsync(program, compilation, limit.Token);
            if (errors == 0 && !diagnostics.Any(diagnostic => diagnostic.Id.StartsWith("SMX0", StringComparison.Ordinal)))
                GeneratorCheck.CheckErrors(compilation, output, limit.Token);
            return (diagnostics.Length, await FixCheck.RunAsync(program, errors, diagnostics, limit.Token));
        }
        catch (Exception) when (!CompilerTakes(compilation))
        {
            return (0, 0);
        }
    }

    private static bool CompilerTakes(CSharpCompilation compilation)
    {
        try
        {
            compilation.GetDiagnostics();
            return true;
        }
        catch (Exception) // whatever a defect of the compiler throws
        {
            return false;
        }
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;
}
