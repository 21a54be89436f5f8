using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.UseGenerated;

/// <summary>Loops over a constant range become a call of a generated softmax.</summary>
public class UseGeneratedTests
{
    private const string Unstable =
        """
        using System;

        public static class Head
        {
            public static double[] Softmax(double[] x)
            {
                double[] p = new double[3];
                double sum = 0;
                for (int i = 0; i < 3; i++)
                {
                    p[i] = Math.Exp(x[i]);
                    sum += p[i];
                }

                for (int i = 0; i < 3; i++)
                    p[i] /= sum;
                return p;
            }
        }

        """;

    private const string Fixed =
        """
        using System;

        public static class Head
        {
            public static double[] Softmax(double[] x)
            {
                double[] p = new double[3];
                HeadSoftmax3.Softmax(x.AsSpan(0, 3), p);
                return p;
            }
        }

        [SoftmaxGen.Softmax(3)]
        internal static partial class HeadSoftmax3
        {
        }

        """;

    private const string Stable =
        """
        using System;
        using System.Linq;

        public static class Head
        {
            public static void Normalize(float[] x)
            {
                float max = x.Max(), sum = 0;
                for (int k = 0; k < 10; ++k)
                    sum += x[k] = (float)Math.Exp(x[k] - max);
                for (int k = 0; k < 10; ++k)
                    x[k] = x[k] / sum;
            }
        }

        """;

    [Fact]
    public async Task Loops_are_replaced_and_the_host_is_added()
    {
        FixedProject result = await FixedProject.Of(Unstable).WithGenerator().FixAsync(EquivalenceKeys.UseGenerated);
        Assert.Equal(Fixed, result.Text);
        Assert.Empty(await result.ErrorsAsync());
    }

    [Fact]
    public async Task A_shift_that_was_there_goes_with_them()
    {
        FixedProject result = await FixedProject.Of(Stable).WithGenerator().FixAsync(EquivalenceKeys.UseGenerated);
        Assert.Contains("    {\n        HeadSoftmax10.Softmax(x.AsSpan(0, 10), x.AsSpan(0, 10));\n    }\n", result.Text, StringComparison.Ordinal);
        Assert.Empty(await result.ErrorsAsync());
    }

    [Fact]
    public async Task The_fixed_code_is_right_for_large_inputs()
    {
        FixedProject result = await FixedProject.Of(Unstable).WithGenerator().FixAsync(EquivalenceKeys.UseGenerated);
        double[] p = (await RunnableCode.OfAsync(result)).Run([1000, 1001, 1002]);
        Assert.Equal([0.09003057317038046, 0.24472847105479764, 0.6652409557748218], p, (expected, actual) => Math.Abs(expected - actual) < 1e-15);
    }

    [Theory]
    [InlineData("return p;", "Console.WriteLine(sum); return p;")]
    [InlineData("for (int i = 0; i < 3; i++)\n            p[i] /= sum;\n        return p;", "double first = p[0];\n        for (int i = 0; i < 3; i++)\n            p[i] /= sum;\n        p[0] = first;\n        return p;")]
    [InlineData("sum += p[i];", "sum += p[i]; if (sum > 1e9) break;")]
    [InlineData("double sum = 0;", "double sum = 1e-9;")]
    [InlineData("Math.Exp(x[i])", "Math.Exp(2 * x[i])")]
    [InlineData("public static class Head", "class HeadSoftmax3;\n\npublic static class Head")]
    public async Task Anything_more_than_a_softmax_is_left_alone(string old, string @new)
    {
        FixedProject project = FixedProject.Of(Unstable.Replace(old, @new, StringComparison.Ordinal)).WithGenerator();
        Assert.DoesNotContain(await project.OffersAsync(), offer => offer.Action.EquivalenceKey == EquivalenceKeys.UseGenerated);
    }
}
