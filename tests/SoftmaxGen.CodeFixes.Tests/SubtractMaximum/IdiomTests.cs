using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.SubtractMaximum;

/// <summary>Each idiom keeps its style, compiles, is not reported again, and computes what it should.</summary>
public class IdiomTests
{
    public static TheoryData<string> Names => new(Idioms.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fix_keeps_the_idiom(string name)
    {
        (string before, string after) = Idioms.All[name];

        FixedProject fixedProject = await FixedProject.Of(before).FixAsync(EquivalenceKeys.SubtractMaximum);

        Assert.Equal(after, fixedProject.Text);
        Assert.Empty(await fixedProject.ErrorsAsync());
        Assert.DoesNotContain(await fixedProject.DiagnoseAsync(), found => found.Diagnostic.Id is "SMX1001" or "SMX1003" or "SMX1006");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fixed_code_is_right_where_the_code_overflowed_and_the_same_elsewhere(string name)
    {
        (string before, string after) = Idioms.All[name];
        RunnableCode old = await RunnableCode.OfAsync(FixedProject.Of(before)), @new = await RunnableCode.OfAsync(FixedProject.Of(after));
        double tolerance = before.Contains("float") ? 3e-7 : 1e-12;
        double[] ordinary = [0.25, -1.5, 3];
        double[] large = before.Contains("temperature") ? [2000, 2002, 2004] : [1000, 1001, 1002];

        AssertClose(old.Run(ordinary), @new.Run(ordinary), tolerance);
        AssertClose(Exact(@new.Run(large).Length), @new.Run(large), tolerance);
        if (Record.Exception(() => old.Run([])) is null)
            Assert.Equal(old.Run([]), @new.Run([]));
    }

    // e^-2, e^-1, 1, over their sum; or the logarithm of the sum.
    private static double[] Exact(int length) => length == 1
        ? [1002.4076059644443803637682]
        : [0.090030573170380457998, 0.24472847105479765247, 0.66524095577482188952];

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -tolerance, tolerance));
    }
}
