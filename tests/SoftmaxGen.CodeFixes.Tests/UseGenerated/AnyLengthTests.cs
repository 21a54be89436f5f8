using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.UseGenerated;

/// <summary>Softmax over as many elements as there are at run time becomes a call of a generated one for any length.</summary>
public class AnyLengthTests
{
    private static readonly IReadOnlyDictionary<string, (string Before, string After)> Cases = FixCases.Read("AnyLengths.txt");

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fix_makes_one_call_of_it_with_the_same_results(string name)
    {
        (string before, string after) = Cases[name];

        FixedProject result = await FixedProject.Of(before).WithGenerator().FixAsync(EquivalenceKeys.UseGeneratedOfAnyLength);

        Assert.Equal(after, result.Text);
        Assert.DoesNotContain(await result.DiagnoseAsync(), found => found.Diagnostic.Id is "SMX1001" or "SMX1002" or "SMX2001");
        RunnableCode old = await RunnableCode.OfAsync(FixedProject.Of(before)), @new = await RunnableCode.OfAsync(result);
        double tolerance = before.Contains("float", StringComparison.Ordinal) ? 3e-7 : 1e-12;
        AssertClose(old.Run([0.25, -1.5, 3, 2]), @new.Run([0.25, -1.5, 3, 2]), tolerance);
        AssertClose([0.090030573170380457998, 0.24472847105479765247, 0.66524095577482188952], @new.Run([1000, 1001, 1002]), tolerance);
        if (!before.Contains("TensorPrimitives", StringComparison.Ordinal))
            Assert.Equal(old.Run([]), @new.Run([]));
    }

    [Theory]
    [InlineData("the length is a constant", "double[] p = new double[3]; double sum = 0; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i]); for (int i = 0; i < 3; i++) p[i] /= sum; return p;")]
    [InlineData("the loops are of different lengths", "double[] p = new double[x.Length + 1]; double sum = 0; for (int i = 0; i < x.Length; i++) sum += p[i] = Math.Exp(x[i]); for (int i = 0; i < p.Length; i++) p[i] /= sum; return p;")]
    [InlineData("the length is changed after the array is made", "int n = x.Length; double[] p = new double[n]; n--; double sum = 0; for (int i = 0; i < p.Length; i++) sum += p[i] = Math.Exp(x[i]); for (int i = 0; i < n; i++) p[i] /= sum; return p;")]
    [InlineData("a later part of the same array overwrites an earlier one", "double sum = 0; for (int i = 0; i < 2; i++) sum += x[i] = Math.Exp(x[1 + i]); for (int i = 0; i < 2; i++) x[i] /= sum; return x;")]
    [InlineData("the inputs start elsewhere each time", "double[] p = new double[x.Length]; int k = 0; double sum = 0; for (int i = 0; i < p.Length; i++) sum += p[i] = Math.Exp(x[k++ + i]); for (int i = 0; i < p.Length; i++) p[i] /= sum; return p;")]
    [InlineData("the bound is computed", "double[] p = new double[x.Length]; double sum = 0; for (int i = 0; i < x.Length - 1; i++) sum += p[i] = Math.Exp(x[i]); for (int i = 0; i < x.Length - 1; i++) p[i] /= sum; return p;")]
    [InlineData("the inputs are a list", "var list = x.ToList(); double sum = list.Sum(Math.Exp); return list.Select(v => Math.Exp(v) / sum).ToArray();")]
    [InlineData("the inputs are computed", "double sum = x.Take(2).Sum(Math.Exp); return x.Take(2).Select(v => Math.Exp(v) / sum).ToArray();")]
    [InlineData("the exponents are scaled", "double sum = x.Sum(v => Math.Exp(2 * v)); return x.Select(v => Math.Exp(2 * v) / sum).ToArray();")]
    public async Task Anything_more_or_less_is_left_alone(string why, string body)
    {
        FixedProject project = FixedProject.Of($$"""
            using System;
            using System.Linq;
            static class C
            {
                public static double[] M(double[] x)
                {
                    {{body}}
                }
            }
            """);

        Assert.Empty(await project.ErrorsAsync());
        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1001");
        Assert.True(!(await project.WithGenerator().OffersAsync()).Any(offer => offer.Action.EquivalenceKey == EquivalenceKeys.UseGeneratedOfAnyLength), why);
    }

    [Fact]
    public async Task A_host_that_is_there_serves_all_lengths_and_types()
    {
        FixedProject result = await FixedProject.Of("""
            using System;

            static class C
            {
                static void M(double[] x, float[] y)
                {
                    double sum = 0;
                    for (int i = 0; i < x.Length; i++)
                        sum += x[i] = Math.Exp(x[i]);
                    for (int i = 0; i < x.Length; i++)
                        x[i] /= sum;
                    float total = 0;
                    for (int i = 0; i < y.Length; i++)
                        total += y[i] = MathF.Exp(y[i]);
                    for (int i = 0; i < y.Length; i++)
                        y[i] /= total;
                }
            }

            """).WithGenerator().FixAllAsync(EquivalenceKeys.UseGeneratedOfAnyLength, FixAllScope.Document);

        Assert.Contains("            CSoftmax.Softmax(x, x);\n        if (y.Length > 0)\n            CSoftmax.Softmax(y, y);\n", result.Text, StringComparison.Ordinal);
        Assert.Single(result.Text.Split("partial class CSoftmax").Skip(1));
        Assert.Empty(await result.ErrorsAsync());
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -tolerance, tolerance));
    }
}
