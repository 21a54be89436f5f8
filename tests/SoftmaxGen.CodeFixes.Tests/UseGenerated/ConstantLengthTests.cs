using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.UseGenerated;

/// <summary>Softmax in LINQ and over spans, whose length the code fixes in one way or another, becomes a call of a generated one.</summary>
public class ConstantLengthTests
{
    private static readonly IReadOnlyDictionary<string, (string Before, string After)> Cases = FixCases.Read("ConstantLengths.txt");

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fix_makes_one_call_of_it(string name)
    {
        (string before, string after) = Cases[name];

        FixedProject result = await FixedProject.Of(before).WithGenerator().FixAsync(EquivalenceKeys.UseGenerated);

        Assert.Equal(after, result.Text);
        Assert.Empty(await result.ErrorsAsync());
        Assert.DoesNotContain(await result.DiagnoseAsync(), found => found.Diagnostic.Id is "SMX1001" or "SMX2001");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fixed_code_is_right_where_the_code_overflowed_and_the_same_elsewhere(string name)
    {
        (string before, string after) = Cases[name];
        RunnableCode old = await RunnableCode.OfAsync(FixedProject.Of(before)), @new = await RunnableCode.OfAsync(FixedProject.Of(after).WithGenerator());
        double tolerance = before.Contains("float", StringComparison.Ordinal) ? 3e-7 : 1e-12;

        AssertClose(old.Run([0.25, -1.5, 3]), @new.Run([0.25, -1.5, 3]), tolerance);
        AssertClose([0.090030573170380457998, 0.24472847105479765247, 0.66524095577482188952], @new.Run([1000, 1001, 1002]), tolerance);
    }

    [Theory]
    [InlineData("the sum is of something else", "double sum = x.Sum(v => Math.Exp(v)); return x.Select(v => Math.Exp(2 * v) / sum).ToArray();")]
    [InlineData("the inputs are scaled", "var e = x.Select(v => Math.Exp(2 * v)).ToArray(); var sum = e.Sum(); return e.Select(v => v / sum).ToArray();")]
    [InlineData("the terms are weighted", "var e = x.Select(v => 2 * Math.Exp(v)).ToArray(); var sum = e.Sum(); return e.Select(v => v / sum).ToArray();")]
    [InlineData("one is added to the sum", "var e = x.Select(v => Math.Exp(v)).ToArray(); var sum = e.Sum() + 1; return e.Select(v => v / sum).ToArray();")]
    [InlineData("the terms are changed in between", "var e = x.Select(v => Math.Exp(v)).ToArray(); var sum = e.Sum(); e[0] = 1; return e.Select(v => v / sum).ToArray();")]
    [InlineData("the inputs are changed in between", "var e = x.Select(v => Math.Exp(v)).ToArray(); x[0] = 1; var sum = e.Sum(); return e.Select(v => v / sum).ToArray();")]
    [InlineData("the inputs may be changed in the same statement", "var sum = x.Sum(v => Math.Exp(v)); return Change(x).Concat(x.Select(v => Math.Exp(v) / sum).ToArray()).ToArray();")]
    [InlineData("the result is deferred", "var e = x.Select(v => Math.Exp(v)).ToArray(); var sum = e.Sum(); var p = e.Select(v => v / sum); return p.Concat(p).ToArray();")]
    [InlineData("the array is replaced", "x = x.Concat(x).ToArray(); var e = x.Select(v => Math.Exp(v)).ToArray(); var sum = e.Sum(); return e.Select(v => v / sum).ToArray();")]
    [InlineData("the sum is an element", "double[] p = new double[3]; double[] s = new double[1]; for (int i = 0; i < 3; i++) s[0] += p[i] = Math.Exp(x[i]); for (int i = 0; i < 3; i++) p[i] /= s[0]; return p;")]
    [InlineData("two sums are taken", "double[] p = new double[3]; double sum = 0, twice = 0; for (int i = 0; i < 3; i++) { p[i] = Math.Exp(x[i]); sum += p[i]; twice += 2 * p[i]; } for (int i = 0; i < 3; i++) p[i] /= sum; p[0] += twice; return p;")]
    [InlineData("the maximum is set later", "double[] p = new double[3]; double max; max = x.Max(); double sum = 0; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; return p;")]
    [InlineData("the maximum is counted too", "double[] p = new double[3]; double max = x[0]; int count = 0; for (int i = 1; i < 3; i++) if (x[i] > max) { max = x[i]; count++; } double sum = 0; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; return p;")]
    [InlineData("the maximum is counted first", "double[] p = new double[3]; double max = x[0]; int count = 0; for (int i = 1; i < 3; i++) if (x[i] > max) { ++count; max = x[i]; } double sum = 0; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; return p;")]
    [InlineData("the loop for the maximum throws", "double[] p = new double[3]; double max = x[0]; foreach (double v in x) max = Math.Max(max, double.IsNaN(v) ? throw new ArgumentException() : v); double sum = 0; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; return p;")]
    [InlineData("the maximum is printed", "double[] p = new double[3]; double max = x.Max(); Console.Write(max); double sum = 0; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; return p;")]
    [InlineData("LINQ is called as what it is", "double sum = Enumerable.Sum(x, v => Math.Exp(v)); return x.Select(v => Math.Exp(v) / sum).ToArray();")]
    [InlineData("the array is only gone through", "double sum = x.Sum(Math.Exp), last = 0; foreach (double q in x.Select(v => Math.Exp(v) / sum).ToArray()) last = q; return new[] { last };")]
    public async Task Anything_more_than_a_softmax_is_left_alone(string why, string body)
    {
        FixedProject project = FixedProject.Of($$"""
            using System;
            using System.Linq;
            static class C
            {
                static double[] Change(double[] values) { values[0] = 1; return values; }
                public static double[] M(double[] x)
                {
                    if (x.Length != 3)
                        throw new ArgumentException();
                    {{body}}
                }
            }
            """).WithGenerator();

        Assert.Empty(await project.ErrorsAsync());
        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id is "SMX1001" or "SMX2001");
        Assert.True(!(await project.OffersAsync()).Any(offer => offer.Action.EquivalenceKey == EquivalenceKeys.UseGenerated), why);
    }

    [Theory]
    [InlineData("Span<float> x = stackalloc float[10]; Span<float> p = stackalloc float[10];", "x, p", "x, p")]
    [InlineData("float[] x = new float[10], p = new float[10];", "x, p", "x, p")]
    [InlineData("float[] x = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };", "x, x", "x, x")]
    [InlineData("", "input.AsSpan(5, 10), output", "input.AsSpan(5, 10), output")]
    [InlineData("float[] x = new float[input.Length];", "x, x", null)]
    [InlineData("", "input, output", null)]
    public async Task A_call_of_the_library_is_replaced_where_the_length_is_known(string declarations, string arguments, string? after)
    {
        string source = $$"""
            using System;
            using System.Numerics.Tensors;
            static class Head
            {
                static void M(float[] input, float[] output)
                {
                    {{declarations}}
                    TensorPrimitives.SoftMax({{arguments}});
                }
            }

            """;
        FixedProject project = FixedProject.Of(source).WithGenerator();
        if (after is null)
        {
            Assert.DoesNotContain(await project.OffersAsync(), offer => offer.Action.EquivalenceKey == EquivalenceKeys.UseGenerated);
            return;
        }

        FixedProject result = await project.FixAsync(EquivalenceKeys.UseGenerated);

        Assert.Contains($"\n        HeadSoftmax10.Softmax({after});\n", result.Text, StringComparison.Ordinal);
        Assert.Contains("[SoftmaxGen.Softmax(10)]\ninternal static partial class HeadSoftmax10\n", result.Text, StringComparison.Ordinal);
        Assert.Empty(await result.ErrorsAsync());
        Assert.DoesNotContain(await result.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1002");
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -tolerance, tolerance));
    }
}
