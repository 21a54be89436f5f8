using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.SubtractMaximum;

/// <summary>Where a file does not use LINQ, a loop finds the maximum of what a call goes through.</summary>
public class WithoutLinqTests
{
    [Theory]
    [InlineData("Math.Exp", "v", "v => Math.Exp(v - max)")]
    [InlineData("v => Math.Exp(v / 2)", "v / 2", "v => Math.Exp(v / 2 - max)")]
    public async Task The_maximum_comes_of_a_loop(string exponential, string element, string shifted)
    {
        FixedProject result = await FixedProject.Of(Softmax(exponential)).FixAsync(EquivalenceKeys.SubtractMaximum);

        string maximum = $"double max = double.NegativeInfinity;\n        foreach (var v in x)\n            max = Math.Max(max, {element});\n        ";
        Assert.Equal(Softmax(shifted, maximum), result.Text);
        Assert.Empty(await result.ErrorsAsync());
        Assert.DoesNotContain(await result.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1001");
    }

    private static string Softmax(string exponential, string maximum = "") => $$"""
        using System;

        public static class C
        {
            public static double[] Softmax(double[] x)
            {
                {{maximum}}double[] e = Array.ConvertAll(x, {{exponential}});
                double sum = 0;
                foreach (double v in e)
                    sum += v;
                for (int i = 0; i < e.Length; i++)
                    e[i] /= sum;
                return e;
            }
        }

        """;
}
