using SoftmaxGen.CodeFixes;
using SoftmaxGen.FixEquivalence.Tests.Checks;
using SoftmaxGen.Tests;

namespace SoftmaxGen.FixEquivalence.Tests;

/// <summary>
/// Programs that a shift once changed, or must be able to repair, each under a name that ends in what is expected: <c>fixed</c>, <c>none</c> where the shift would change a result, or
/// <c>open</c>, where nothing is asked but that a fix is right if there is one.
/// </summary>
public class CaseTests
{
    private static readonly string[] Files = ["Smoothing.txt", "FloorsAndConditions.txt", "Exponents.txt", "Functions.txt", "NoSoftmax.txt"];

    public static TheoryData<string> Names => [.. Files];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fix_is_offered_where_it_is_right_and_only_there(string file)
    {
        (string Name, string Code)[] cases = [.. CaseFile.Read(file)];
        var programs = cases.Index().ToDictionary(one => one.Index, one => InNamespace(one.Item.Code, $"Program{one.Index}"));

        foreach (FixedProgram program in await Batch.FixAsync(programs, new HashSet<string> { EquivalenceKeys.SubtractMaximum }))
        {
            string name = cases[program.Number].Name;
            string expected = name[(name.LastIndexOf(": ", StringComparison.Ordinal) + 2)..];
            Assert.True(expected == "open" || program.IsReported, $"{name} is not reported.");
            Assert.True(expected == "open" || expected == (program.After is null ? "none" : "fixed"), $"{name}\n{program.After}");
            Assert.True(program.Failure() is null, $"{name}\n{program.Failure()}");
        }
    }

    private static string InNamespace(string code, string name)
    {
        int end = code.IndexOf("static class", StringComparison.Ordinal);
        return $"{code[..end]}\nnamespace {name};\n{code[end..]}";
    }
}
