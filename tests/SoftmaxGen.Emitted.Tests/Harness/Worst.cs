using System.Numerics;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>The worst of many results, as a share of what is allowed: one line says where it was and what was expected there.</summary>
public sealed class Worst
{
    private double share = -1;
    private (double Error, double Bound, object Host, object Row, int Index, object Actual, BigFloat Exact) at;

    public double Error => at.Error;

    /// <summary>Takes note of an error in any unit and of its bound in the same unit.</summary>
    public void Add<T>(double error, double bound, EmittedHost<T> host, object row, int index, T actual, BigFloat exact)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Not finite counts as the worst; so does NaN, which no comparison finds.
        double ratio = bound == 0 ? (error == 0 ? 0 : double.PositiveInfinity) : error / bound;
        if (ratio > share || double.IsNaN(ratio))
        {
            share = double.IsNaN(ratio) ? double.PositiveInfinity : ratio;
            at = (error, bound, host, row, index, actual, exact);
        }
    }

    /// <summary>An error in units in the last place of the exact value.</summary>
    public void AddUlp<T>(double bound, EmittedHost<T> host, object row, int index, T actual, BigFloat exact)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Add(Rounding.UlpError(actual, exact), bound, host, row, index, actual, exact);

    public void AssertWithinBounds()
    {
        Assert.True(share >= 0, "Nothing was checked.");
        Assert.True(share <= 1, $"{at.Host}, {at.Row}, element {at.Index}: {at.Actual:R} for {at.Exact}, error {at.Error:G6}, allowed {at.Bound:G6}");
    }
}
