using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.SubtractMaximum;

/// <summary>All at once: in a document, a project and a solution, and where two fixes meet in one method.</summary>
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

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task A_scope_is_fixed_as_a_whole_and_alone(FixAllScope scope, int fixedFiles)
    {
        FixedProject project = FixedProject.Of([[TwoInOneMethod, TwoInOneMethod.Replace("class C", "class D")], [TwoInOneMethod]]);

        FixedProject result = await project.FixAllAsync(EquivalenceKeys.SubtractMaximum, scope);

        Assert.Equal(TwoInOneMethodFixed, result.Texts[0]);
        Assert.Equal(fixedFiles, result.Texts.Count(text => text.Replace("class D", "class C") == TwoInOneMethodFixed));
        Assert.Equal(3 - fixedFiles, result.Texts.Count(text => text.Replace("class D", "class C") == TwoInOneMethod));
        Assert.Empty(await result.ErrorsAsync());
    }
}
