using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>The operations that each instruction set has in its own way, at the widths that this processor has.</summary>
public class OperationTests
{
    private static readonly bool Fuses = Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    [Fact]
    public void A_product_and_a_sum_are_rounded_once()
    {
        Random random = new(3);
        for (int i = 0; i < 100; i++)
        {
            double[] a = Numbers(random), b = Numbers(random), c = [.. a.Zip(b, (x, y) => -(x * y))];
            float[] aSingle = Singles(a), bSingle = Singles(b), cSingle = [.. aSingle.Zip(bSingle, (x, y) => -(x * y))];
            double[] expected = [.. Enumerable.Range(0, 16).Select(k => Math.FusedMultiplyAdd(a[k], b[k], c[k]))];
            float[] expectedSingle = [.. Enumerable.Range(0, 16).Select(k => MathF.FusedMultiplyAdd(aSingle[k], bSingle[k], cSingle[k]))];
            if (Fuses)
            {
                Assert.Equal(Vector128.Create(expected), MultiplyAdd(Vector128.Create(a), Vector128.Create(b), Vector128.Create(c)));
                Assert.Equal(Vector128.Create(expectedSingle), MultiplyAdd(Vector128.Create(aSingle), Vector128.Create(bSingle), Vector128.Create(cSingle)));
            }

            if (HasVector256)
            {
                Assert.Equal(Vector256.Create(expected), MultiplyAdd(Vector256.Create(a), Vector256.Create(b), Vector256.Create(c)));
                Assert.Equal(Vector256.Create(expectedSingle), MultiplyAdd(Vector256.Create(aSingle), Vector256.Create(bSingle), Vector256.Create(cSingle)));
            }

            if (HasVector512)
            {
                Assert.Equal(Vector512.Create(expected), MultiplyAdd(Vector512.Create(a), Vector512.Create(b), Vector512.Create(c)));
                Assert.Equal(Vector512.Create(expectedSingle), MultiplyAdd(Vector512.Create(aSingle), Vector512.Create(bSingle), Vector512.Create(cSingle)));
            }
        }
    }

    /// <summary>Where either is NaN, the second one counts; only processors whose maximum is always NaN then may give that.</summary>
    [Fact]
    public void The_larger_one_or_the_second_where_either_is_NaN()
    {
        float[] values = [float.NegativeInfinity, -1f, 0f, 2.5f, float.PositiveInfinity, float.NaN];
        foreach (float a in values)
        {
            foreach (float b in values)
            {
                float expected = float.IsNaN(a) || float.IsNaN(b) ? b : Math.Max(a, b);
                AssertMax(expected, Max(Vector128.Create(a), Vector128.Create(b)).ToScalar());
                AssertMax(expected, (float)Max(Vector128.Create((double)a), Vector128.Create((double)b)).ToScalar());
                if (HasVector256)
                {
                    AssertMax(expected, Max(Vector256.Create(a), Vector256.Create(b)).ToScalar());
                    AssertMax(expected, (float)Max(Vector256.Create((double)a), Vector256.Create((double)b)).ToScalar());
                }

                if (HasVector512)
                {
                    AssertMax(expected, Max(Vector512.Create(a), Vector512.Create(b)).ToScalar());
                    AssertMax(expected, (float)Max(Vector512.Create((double)a), Vector512.Create((double)b)).ToScalar());
                }
            }
        }
    }

    private static void AssertMax(float expected, float actual) =>
        Assert.True(actual.Equals(expected) || (AdvSimd.IsSupported && float.IsNaN(actual)), $"{actual}, not {expected}");

    private static double[] Numbers(Random random) => [.. Enumerable.Range(0, 16).Select(_ => random.NextDouble() - 0.5)];

    private static float[] Singles(double[] values) => Array.ConvertAll(values, value => (float)value);
}
