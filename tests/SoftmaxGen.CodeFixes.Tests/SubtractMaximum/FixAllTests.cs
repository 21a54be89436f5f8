using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.SubtractMaximum;

/// <summary>Where two fixes meet in one method.</summary>
public class FixAllTests
{
    private const string TwoInOneMethod =
        """
        using System;
        using System.Linq;

        public static class C
        {
            public static double[] Both(double[] x, double[] y)
            {
                double[] p = x.Select(Math.Exp).ToArray();
                double[] q = y.Select(Math.Exp).ToArray();
                double sumP = p.Sum(), sumQ = q.Sum();
                return p.Select(v => v / sumP).Concat(q.Select(v => v / sumQ)).ToArray();
            }

            public static double[] Another(double[] x) => x.Select(v => Math.Exp(v) / x.Sum(Math.Exp)).ToArray();
        }

        """;

    private const string TwoInOneMethodFixed =
        """
        using System;
        using System.Linq;

        public static class C
        {
            public static double[] Both(double[] x, double[] y)
            {
                double max = x.DefaultIfEmpty().Max();
                double[] p = x.Select(v => Math.Exp(v - max)).ToArray();
                double maximum = y.DefaultIfEmpty().Max();
                double[] q = y.Select(v => Math.Exp(v - maximum)).ToArray();
                double sumP = p.Sum(), sumQ = q.Sum();
                return p.Select(v => v / sumP).Concat(q.Select(v => v / sumQ)).ToArray();
            }

            public static double[] Another(double[] x)
            {
                double max = x.DefaultIfEmpty().Max();
                return x.Select(v => Math.Exp(v - max) / x.Sum(value => Math.Exp(value - max))).ToArray();
            }
        }

        """;

    [Fact]
    public async Task Each_fix_sees_the_names_of_those_before()
    {
        FixedProject result = await FixedProject.Of(TwoInOneMethod).FixAllAsync(EquivalenceKeys.SubtractMaximum, FixAllScope.Document);

        Assert.Equal(TwoInOneMethodFixed, result.Text);
        Assert.Empty(await result.ErrorsAsync());
    }
}
