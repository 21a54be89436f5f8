using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.SubtractMaximum;

/// <summary>Where each turn of a loop has inputs of its own, the maximum is found anew: that of old ones may be far from them.</summary>
public class ChangedInputTests
{
    [Theory]
    [InlineData("Look(x);")]
    [InlineData("foreach (ref double v in x.AsSpan()) v *= 2;")]
    [InlineData("Span<double> s = x; s[0] = 2;")]
    public async Task The_maximum_is_found_behind_the_change(string change)
    {
        const string Maximum = "double max = double.NegativeInfinity;\n            for (int i = 0; i < x.Length; i++)\n                max = Math.Max(max, x[i]);\n            ";
        FixedProject project = FixedProject.Of(Turns(change));

        FixedProject result = await project.FixAsync(EquivalenceKeys.SubtractMaximum);

        Assert.Empty(await project.ErrorsAsync());
        Assert.Equal(Turns(change, Maximum, " - max"), result.Text);
        Assert.Empty(await result.ErrorsAsync());
    }

    private static string Turns(string change, string maximum = "", string shift = "") => $$"""
        using System;

        class C
        {
            void Look(double[] values) => values[0]++;

            void M(double[] x, double[] p)
            {
                for (int turn = 0; turn < 3; turn++)
                {
                    {{change}}
                    double sum = 0;
                    {{maximum}}for (int i = 0; i < x.Length; i++)
                        sum += p[i] = Math.Exp(x[i]{{shift}});
                    for (int i = 0; i < x.Length; i++)
                        p[i] /= sum;
                }
            }
        }

        """;
}
