using System.Runtime.Intrinsics;
using SoftmaxGen.Generated;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Terms that are computed in step have the bits that each has alone, at the widths that this processor has.</summary>
public class InStepTests
{
    private static readonly float[] Singles = [0f, -0.3f, 1.7f, -20.25f, -87.5f, -103f, -1000f, float.NegativeInfinity, float.NaN, 0.001f, -64.1f, 3f, -7.77f, -0f, 88f, -129.9f];

    private static readonly double[] Doubles = [.. Singles.Select(x => x * 6.7)];

    [Fact]
    public void Four_singles()
    {
        Vector128<float> max = Vector128.Create(3f), shift = Shift(max), lowest = Lowest(max);
        AssertInStep([.. Singles.Select(x => Vector128.Create(x))], 4, x => Exp(x, shift, lowest), x => Exp(ref x[0], ref x[1], ref x[2], ref x[3], shift, lowest));
    }

    [Fact]
    public void Two_doubles()
    {
        Vector128<double> max = Vector128.Create(20.0), shift = Shift(max), lowest = Lowest(max);
        AssertInStep([.. Doubles.Select(x => Vector128.Create(x))], 2, x => Exp(x, shift, lowest), x => Exp(ref x[0], ref x[1], shift, lowest));
    }

    [Fact]
    public void Four_doubles_with_512_bits()
    {
        if (!HasVector512)
            return;
        Vector512<double> max = Vector512.Create(20.0), shift = Shift(max), lowest = Lowest(max);
        AssertInStep([.. Doubles.Select(x => Vector512.Create(x))], 4, x => Exp(x, shift, lowest), x => Exp(ref x[0], ref x[1], ref x[2], ref x[3], shift, lowest));
    }

    [Fact]
    public void Four_precise_singles() =>
        AssertInStep([.. Doubles.Select(x => Vector128.Create(x))], 4, ExpPrecise, x => ExpPrecise(ref x[0], ref x[1], ref x[2], ref x[3]));

    [Fact]
    public void Two_pairs()
    {
        Vector128<double> max = Vector128.Create(20.0), shift = ShiftPlain(max), lowest = Lowest(max);
        Vector128<double>[] inputs = [.. Doubles.Select(x => Vector128.Create(x))];
        for (int first = 0; first + 2 <= inputs.Length; first++)
        {
            ExpPair(inputs[first], inputs[first + 1], shift, lowest, out Pair128 a, out Pair128 b);
            Assert.Equal((ExpPair(inputs[first], shift, lowest), ExpPair(inputs[first + 1], shift, lowest)), (a, b));
        }
    }

    // Equals of vectors takes a NaN for equal to any other.
    private static void AssertInStep<TVector>(TVector[] inputs, int count, Func<TVector, TVector> alone, Action<TVector[]> inStep)
        where TVector : struct
    {
        for (int first = 0; first + count <= inputs.Length; first++)
        {
            TVector[] together = inputs[first..(first + count)];
            inStep(together);
            Assert.Equal(inputs[first..(first + count)].Select(alone), together);
        }
    }
}
