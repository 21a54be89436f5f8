using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.EveryFix;

/// <summary>In code that does not parse, the text that a fix leaves may be parsed in another way than the tree that was edited; both random programs that showed it.</summary>
public class BrokenCodeTests
{
    private const string Misplaced =
        """
        using System;
        using System.Threading Tasks;

        static public const int LogSumExp = double.Epsilon;
        unsafe class static void LogSumExp<T>(T[] x, T[] p) where T : System.Numerics.IFloatingPointIeee754<T>
        {
        T sum = T.Zero;
        for (int i = 0,; i < x.Length; i++)
            sum += p[i] = T.Exp(x[i]);
        for (int i = 0; i < x.Length; i++)
            p[i] /= sum;
        }
        C
        {
        }
        """;

    private const string Unbraced =
        """
        enum Kind { Sigmoid, Softmax }
        static class Activations
        {
            public static double+] Apply(Kind kind, double[] x
             => kind switch
            {
                Kind.Softmax => Softmax(x),
                _ => x,
            }};
            private static double[] Softmax(double[] x)
            {
                double sum = 0;
                double[] e = System.Array.ConvertAll(x, v => System.Math.Exp(v));
                System.Array.ForEach(e, v => sum += v);
                return System.Array.ConvertAll(e, v => v / sum);
            }
        }
        """;

    [Theory]
    [InlineData(Misplaced)]
    [InlineData(Unbraced)]
    public async Task No_fix_brings_errors(string source)
    {
        FixedProject project = FixedProject.Of(source);
        int errors = (await project.ErrorsAsync()).Count;
        Assert.NotEqual(0, errors);

        foreach (var (action, _, _, _) in await project.OffersAsync())
            Assert.True((await FixedProject.Of((await project.FixAsync(action.EquivalenceKey!)).Text).ErrorsAsync()).Count <= errors, action.Title);
    }
}
