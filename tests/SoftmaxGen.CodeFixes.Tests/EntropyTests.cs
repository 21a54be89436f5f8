using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests;

/// <summary>Entropies of rows in which a probability is 0: NaN before the fix, and the entropy of the others after it; all other rows keep their bits.</summary>
public class EntropyTests
{
    [Theory]
    [InlineData("return -p.Sum(v => v * Math.Log(v));")]
    [InlineData("return -p.Sum(v => Math.Log(v) * v);")]
    [InlineData("return p.Sum(v => -v * Math.Log(v));")]
    [InlineData("double h = 0; for (int i = 0; i < p.Length; i++) h -= p[i] * Math.Log(p[i]); return h;")]
    [InlineData("double h = 0; for (int i = 0; i < p.Length; i++) h = h - p[i] * Math.Log(p[i]); return h;")]
    [InlineData("double h = 0; foreach (double v in p) h += -(v * Math.Log(v)); return h;")]
    [InlineData("double h = 0; foreach (double v in p) { double log = Math.Log(v); h -= v * log; } return h;")]
    [InlineData("return -(from v in p select v * Math.Log(v)).Sum();")]
    public async Task Zeros_count_nothing(string statements)
    {
        FixedProject before = FixedProject.Of($$"""
            using System;
            using System.Linq;
            public static class C
            {
                public static double LogSumExp(double[] x)
                {
                    double max = x.Max(), sum = x.Sum(v => Math.Exp(v - max));
                    double[] p = x.Select(v => Math.Exp(v - max) / sum).ToArray();
                    {{statements}}
                }
            }
            """);
        FixedProject after = await before.FixAsync(EquivalenceKeys.EntropyOfZero);
        Assert.DoesNotContain(await after.DiagnoseAsync(), found => found.Diagnostic.Id != "SMX2001");
        RunnableCode wrong = await RunnableCode.OfAsync(before), right = await RunnableCode.OfAsync(after);

        Assert.Equal([double.NaN], wrong.Run([0, 0, -1000]));
        Assert.Equal([double.NaN], wrong.Run([0, 0, double.NegativeInfinity]));
        Assert.Equal(0.6931471805599453, right.Run([0, 0, -1000]).Single(), 1e-15);
        Assert.Equal(0.6931471805599453, right.Run([0, 0, double.NegativeInfinity]).Single(), 1e-15);
        Assert.Equal([double.NaN], right.Run([0, double.NaN]));
        foreach (double[] x in (double[][])[[0.1, 0.2, 0.3], [1000, 1001, 1002], [-7.5]])
            Assert.Equal(wrong.Run(x), right.Run(x));
    }

    [Theory]
    [InlineData("double h = 0; for (int i = 0; i < p.Length;) h -= p[i] * Math.Log(p[i++]); return h;")]
    [InlineData("double h = 0; foreach (double v in p) { double log = Math.Log(v); h -= 2 * v * 0.5 * log; } return h;")]
    public async Task What_is_not_simple_is_reported_only(string statements)
    {
        FixedProject project = FixedProject.Of($$"""
            using System;
            using System.Linq;
            public static class C
            {
                public static double LogSumExp(double[] x)
                {
                    double max = x.Max(), sum = x.Sum(v => Math.Exp(v - max));
                    double[] p = x.Select(v => Math.Exp(v - max) / sum).ToArray();
                    {{statements}}
                }
            }
            """);
        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1011");
        Assert.DoesNotContain(await project.OffersAsync(), offer => offer.Action.EquivalenceKey == EquivalenceKeys.EntropyOfZero);
    }
}
