using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoftmaxGen.Generated;
using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>The softmax of floats by fused arithmetic and a rounding test has the bits of the plain arithmetic that decides.</summary>
public class RoundingTestTests
{
    public static TheoryData<int, int> LengthsAndRooms => new()
    {
        { 64, 64 }, { 65, 65 }, { 95, 95 }, { 96, 96 }, { 127, 127 }, { 130, 64 }, { 1000, 1000 }, { 1000, 300 }, { 1023, 64 }, { 5000, 4096 },
    };

    [Theory]
    [MemberData(nameof(LengthsAndRooms))]
    public void Every_width_rounds_as_plain_arithmetic(int length, int room)
    {
        Random random = new(length);
        foreach (float[] row in Rows(length, random))
        {
            foreach (double inverse in new[] { 1.0, 1.0 / 0.7f, 1.0 / 1e-30f, 1.0 / 1e30f })
            {
                float[] expected = new float[length];
                SoftmaxPlain(ref row[0], inverse, ref expected[0], length);
                foreach (Width width in Width.All)
                {
                    float[] apart = new float[length], inPlace = [.. row];
                    width.Softmax(row, inverse, apart, room);
                    width.Softmax(inPlace, inverse, inPlace, room);
                    Assert.Equal(expected, apart);
                    Assert.Equal(expected, inPlace);
                }
            }
        }
    }

    [Fact]
    public void A_row_without_a_finite_maximum_becomes_NaN()
    {
        foreach (Width width in Width.All)
        {
            foreach (float special in new[] { float.NaN, float.PositiveInfinity })
            {
                float[] row = new float[100], result = new float[100];
                row[97] = special;
                width.Softmax(row, 1.0, result, 100);
                Assert.All(result, p => Assert.True(float.IsNaN(p)));
            }
        }
    }

    [Fact]
    public void Scalar_code_has_the_bits_of_plain_arithmetic()
    {
        foreach (int length in new[] { 1, 2, 3, 5, 31, 32, 33, 64, 100, 1000 })
        {
            foreach (float[] row in Rows(length, new Random(length)))
            {
                float[] expected = new float[length], actual = new float[length];
                SoftmaxPlain(ref row[0], 1.0 / 3f, ref expected[0], length);
                ScalarKernels.Softmax(row, 0, 3f, actual, 0, length);
                Assert.Equal(expected, actual);
            }
        }
    }

    // What docs/numerics.md allows the terms to differ by, in units of 2^-53, at the middle of each step and at its ends, where the two may
    // take different steps.
    [Fact]
    public void Fused_and_plain_terms_differ_by_less_than_the_margin_allows()
    {
        const double Step = DoubleConstants.Step, Unit = 1.0 / (1L << 53);
        double worst = 0.0;
        for (int n = 0; n > -1250; n--)
        {
            foreach (double place in new[] { 0.0, 0.25, 0.4999999999999999, 0.5, 0.5000000000000001, -0.3 })
            {
                double y = Math.Min(Step * (n + place), 0.0);
                double fused = ExpTested(Vector128.Create(y)).ToScalar(), plain = ExpPrecise(Vector128.Create(y)).ToScalar();
                worst = Math.Max(worst, Math.Abs((fused / plain) - 1.0) / Unit);
            }
        }

        Assert.InRange(worst, 0.0, 36.0);
    }

    // Rows of 63 zeros and one other element: about one in a million is undecided.
    [Fact]
    public void Quotients_next_to_the_middle_of_two_floats_are_undecided_and_rounded_as_plain_ones()
    {
        int found = 0;
        for (int k = 1; found < 8; k++)
        {
            Assert.True(k < 30_000_000, $"only {found} rows were found");
            float a = -k * 0.00000095367431640625f;
            double e = ExpTested(Vector128.Create((double)a)).ToScalar(), top = ExpTested(Vector128<double>.Zero).ToScalar();
            Vector128<double> q = Vector128.Create(e * (1.0 / ((63.0 * top) + e)));
            if (AreDecided(Distance(q, q)))
                continue;
            found++;
            float[] row = new float[64], expected = new float[64];
            row[17] = a;
            SoftmaxPlain(ref row[0], 1.0, ref expected[0], 64);
            foreach (Width width in Width.All)
            {
                float[] actual = new float[64];
                width.Softmax(row, 1.0, actual, 64);
                Assert.Equal(expected, actual);
            }

            AssertNextToTheMiddle(row, expected[17]);
        }
    }

    // The exact value is within 1e-12 of the middle between the result and one of its neighbours.
    private static void AssertNextToTheMiddle(float[] row, float result)
    {
        BigFloat exact = SoftmaxReference.Of<float>(row).Softmax()[17], tolerance = 1e-12 * result;
        BigFloat low = ((double)result + MathF.BitDecrement(result)) / 2, high = ((double)result + MathF.BitIncrement(result)) / 2;
        Assert.True(BigFloat.Abs(exact - low) < tolerance || BigFloat.Abs(exact - high) < tolerance);
    }

    [Fact]
    public void Quotients_below_the_normal_floats_are_judged_by_their_distance_from_a_tie()
    {
        const double Least = float.Epsilon;
        foreach (double units in new[] { 0.5, 1.5, 2.5, 1000.5, 8388606.5 })
        {
            Assert.False(IsDecided(units * Least));
            Assert.True(IsDecided(units * Least * (1 + 1e-3)));
        }

        foreach (double units in new[] { 0.0, 1.0, 0.25, 3.0, 8388607.0, 8388608.0 })
            Assert.True(IsDecided(units * Least));
        Assert.False(IsDecided(8388608.5 * Least));
        Assert.False(IsDecided(1.0 + (Math.Pow(2, -24) * (1 + 1e-8))));
        Assert.True(IsDecided(1.0));
        Assert.True(IsDecided(1.0 - Math.Pow(2, -53)));
    }

    private static bool IsDecided(double quotient)
    {
        Vector128<double> other = Vector128.Create(1.0, 0.25);
        bool decided = AreDecided(Distance(Lifted(Vector128.Create(0.5, quotient)), Lifted(other)));
        Assert.Equal(decided, AreDecided(Distance(Lifted(other), Lifted(Vector128.Create(quotient, 0.5)))));
        return decided;
    }

    private static IEnumerable<float[]> Rows(int length, Random random)
    {
        yield return new float[length];
        foreach (float width in new[] { 1f, 20f, 110f, 1e30f })
            yield return Row(_ => width * (random.NextSingle() - 0.5f));
        yield return Row(i => i % 3 == 0 ? float.NegativeInfinity : random.NextSingle());
        yield return Row(i => i == length / 2 ? 0f : -103f + random.NextSingle());
        yield return Row(i => 3e38f * (random.NextSingle() - 0.5f));

        float[] Row(Func<int, float> element)
        {
            float[] row = [.. Enumerable.Range(0, length).Select(element)];
            row[length / 2] = Math.Max(row[length / 2], 0f);
            return row;
        }
    }

    /// <summary>The code for one vector width.</summary>
    private sealed record Width(Width.Kernel Run)
    {
        public delegate void Kernel(ref float x, double inverse, ref float destination, int length, ref double memory, int room);

        public static IEnumerable<Width> All =>
            new (bool IsSupported, Kernel Run)[] { (true, SoftmaxPrecise128), (HasVector256, SoftmaxPrecise256), (HasVector512, SoftmaxPrecise512) }
                .Where(width => width.IsSupported).Select(width => new Width(width.Run));

        public void Softmax(float[] x, double inverse, float[] destination, int room)
        {
            Span<double> memory = stackalloc double[room + 8];
            Run(ref x[0], inverse, ref destination[0], x.Length, ref MemoryMarshal.GetReference(memory), room);
        }
    }
}
