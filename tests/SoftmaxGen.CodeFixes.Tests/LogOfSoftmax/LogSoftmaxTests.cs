using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.LogOfSoftmax;

/// <summary>The logarithm of a softmax becomes x - max - log(sum), in the idiom of the code at hand.</summary>
public class LogSoftmaxTests
{
    private static readonly IReadOnlyDictionary<string, (string Before, string After)> Cases = FixCases.Read("Logarithms.txt");

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fix_keeps_the_idiom(string name)
    {
        (string before, string after) = Cases[name];

        FixedProject result = await FixedProject.Of(before).FixAsync(EquivalenceKeys.UseLogSoftmax);

        Assert.Equal(after, result.Text);
        Assert.Empty(await result.ErrorsAsync());
        Assert.DoesNotContain(await result.DiagnoseAsync(), found => found.Diagnostic.Id is "SMX1001" or "SMX1003" or "SMX1004" or "SMX1006");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fixed_code_is_finite_and_right_at_both_ends(string name)
    {
        (string before, string after) = Cases[name];
        RunnableCode old = await RunnableCode.OfAsync(FixedProject.Of(before)), @new = await RunnableCode.OfAsync(FixedProject.Of(after));
        double tolerance = before.Contains("float", StringComparison.Ordinal) ? 1e-6 : 1e-12;
        double[] ordinary = [0.25, -1.5, 3];

        AssertClose(old.Run(ordinary), @new.Run(ordinary), tolerance);
        AssertClose([-2.4076059644443803637682, -1.4076059644443803637682, -0.4076059644443803637682], @new.Run([1000, 1001, 1002]), tolerance);
        AssertClose([0, -1000], @new.Run([0, -1000]), tolerance);
    }

    [Theory]
    [InlineData("the inputs are overwritten", "for (int i = 0; i < x.Length; i++) sum += x[i] = Math.Exp(x[i] - max); for (int i = 0; i < x.Length; i++) x[i] /= sum; return Math.Log(x[0]);")]
    [InlineData("the probability is needed as well", "sum = x.Sum(v => Math.Exp(v - max)); return -x.Select(v => Math.Exp(v - max) / sum).Sum(q => q * Math.Log(q));")]
    [InlineData("the input changes in between", "sum = x.Sum(v => Math.Exp(v - max)); double q = Math.Exp(x[0] - max) / sum; x[0] = 1; return Math.Log(q);")]
    [InlineData("the sum changes in between", "sum = x.Sum(v => Math.Exp(v - max)); double q = Math.Exp(x[0] - max) / sum; sum = 1; return Math.Log(q);")]
    [InlineData("the inputs are handed on in between", "sum = x.Sum(v => Math.Exp(v - max)); double q = Math.Exp(x[0] - max) / sum; Change(x); return Math.Log(q);")]
    [InlineData("the probabilities are handed on in between", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; Change(p); return Math.Log(p[0]);")]
    [InlineData("only some are divided", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) if (i > 0) p[i] /= sum; return Math.Log(p[0]);")]
    [InlineData("they may be the inputs", "double[] p = x; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; return Math.Log(p[0]);")]
    [InlineData("an outer loop changes the input", "for (int k = 0; k < 3; k++) { double q = Math.Exp(x[k] - max) / x.Sum(v => Math.Exp(v - max)); Func<double> log = () => Math.Log(q); x[k] = 1; sum += log(); } return sum;")]
    [InlineData("a function changes the sum in between", "sum = x.Sum(v => Math.Exp(v - max)); Action reset = () => sum = 1; double q = Math.Exp(x[0] - max) / sum; reset(); return Math.Log(q);")]
    [InlineData("a field may change in between", "double q = Math.Exp(logits[0] - max) / logits.Sum(v => Math.Exp(v - max)); Change(x); return Math.Log(q);")]
    [InlineData("the base is another", "sum = x.Sum(v => Math.Exp(v - max)); return Math.Log(Math.Exp(x[0] - max) / sum, 2);")]
    public async Task Nothing_is_offered_where_the_logits_are_not_at_hand(string why, string body)
    {
        FixedProject project = FixedProject.Of($$"""
            using System;
            using System.Linq;
            class C
            {
                double[] logits = new double[3];
                void Change(double[] values) => values[0] = 1;
                double M(double[] x) { double max = x.Max(), sum = 0; {{body}} }
            }
            """);

        Assert.Empty(await project.ErrorsAsync());
        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1004");
        Assert.True(!(await project.OffersAsync()).Any(offer => offer.Action.EquivalenceKey == EquivalenceKeys.UseLogSoftmax), why);
    }

    // A single number is the last of all.
    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.True(actual.Length == expected.Length || actual.Length == 1);
        Assert.All(expected[^actual.Length..].Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -tolerance, tolerance));
    }
}
