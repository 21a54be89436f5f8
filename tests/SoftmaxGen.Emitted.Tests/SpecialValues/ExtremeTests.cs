using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.SpecialValues;

public class SingleExtremeTests : ExtremeTests<float>;

public class DoubleExtremeTests : ExtremeTests<double>;

/// <summary>Logits at the edges of the format: everything finite has a finite answer.</summary>
public abstract class ExtremeTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Max = typeof(T) == typeof(float) ? T.CreateChecked(float.MaxValue) : T.CreateChecked(double.MaxValue);
    private static readonly T SmallestNormal = typeof(T) == typeof(float) ? T.CreateChecked(1.17549435e-38f) : T.CreateChecked(2.2250738585072014e-308);

    /// <summary>e^x is exactly 0 below this, by a margin of some binades.</summary>
    private static readonly T Vanishing = T.CreateChecked(typeof(T) == typeof(float) ? -110 : -752);

    /// <summary>What a row is made of.</summary>
    public enum Palette
    {
        /// <summary>1e30 (or 1e300) and its neighbours, which are far more than 1 apart.</summary>
        Huge,

        /// <summary>The largest and the smallest finite number: their difference overflows.</summary>
        BothEnds,

        /// <summary>The largest finite number alone.</summary>
        Largest,

        /// <summary>The lowest finite number alone.</summary>
        Lowest,

        /// <summary>Around 2^20, where reductions by a rounding constant end.</summary>
        Around2To20,

        /// <summary>Subnormal numbers and zeros of both signs.</summary>
        Subnormal,

        /// <summary>Zeros of both signs.</summary>
        Zeros,

        /// <summary>Moderate logits beside hugely negative finite ones.</summary>
        HugelyNegative,

        /// <summary>Differences next to where results become subnormal, and next to where they become 0.</summary>
        UnderflowEdges,
    }

    [Theory, CombinatorialCases]
    public void Softmax_and_its_logarithms_keep_their_bounds(SoftmaxAccuracy accuracy, Palette palette)
    {
        var worst = new Worst();
        T[] values = Values(palette);
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var random = new Random(length);
            for (int repeat = 0; repeat < 4; repeat++)
            {
                var x = new T[length];
                for (int i = 0; i < length; i++)
                    x[i] = values[random.Next(values.Length)];
                CheckRow(worst, host, palette, x);
            }
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void Terms_far_below_the_largest_are_exactly_zero(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy).Where(n => n > 1))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (T top in new[] { T.Zero, T.CreateChecked(1e4), -T.CreateChecked(1e4) })
            {
                T[] x = new T[length], p = new T[length], expected = new T[length];
                for (int i = 0; i < length; i++)
                    x[i] = top + (Vanishing * T.CreateChecked(1 + (i * i)));
                int largest = length * 3 / 4;
                x[largest] = top;
                expected[largest] = T.One;
                host.Softmax(x, p);
                Assert.Equal(expected, p);
                Assert.All(p, value => Assert.True(T.IsPositive(value)));

                host.LogSoftmax(x, p);
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, top, largest, p[largest], 0);
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, top, 0, host.LogSumExp(x), double.CreateChecked(top));
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, top, largest, host.CrossEntropy(x, largest), 0);
            }
        }

        worst.AssertWithinBounds();
    }

    /// <summary>A term times its own reciprocal misses 1 now and then; divided by itself it never does, nor where the reciprocal was rounded up for it.</summary>
    [Theory, CombinatorialCases]
    public void What_is_certain_has_probability_one(SoftmaxAccuracy accuracy)
    {
        var random = new Random(11);
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            bool isExact = length == 1 || (typeof(T) == typeof(float) ? accuracy == SoftmaxAccuracy.Precise || length is <= 4 or 16 or > 128 : accuracy != SoftmaxAccuracy.Fast);
            T[] x = new T[length], p = new T[length];
            for (int repeat = 0; repeat < 60; repeat++)
            {
                Array.Fill(x, T.NegativeInfinity);
                x[length / 2] = T.CreateChecked(20 * (random.NextDouble() - 0.5));
                host.Softmax(x, p);
                Assert.True(p[length / 2] == T.One || (!isExact && p[length / 2] == T.BitDecrement(T.One)), $"{host}, {x[length / 2]:R}: {p[length / 2]:R}");
            }
        }
    }

    [Theory, CombinatorialCases]
    public void Equal_logits_have_equal_probabilities(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (T value in new[] { T.Zero, T.NegativeZero, T.CreateChecked(0.1), T.CreateChecked(-777.25), T.CreateChecked(1e30), -Max, Max, T.Epsilon })
            {
                T[] x = new T[length], p = new T[length];
                Array.Fill(x, value);
                host.Softmax(x, p);
                Assert.True(p.All(element => element == p[0]), $"{host}: {value}");
                worst.AddUlp(Bounds.Softmax<T>(accuracy, length), host, value, 0, p[0], BigFloat.One / length);
            }
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void A_row_of_one_is_certain(SoftmaxAccuracy accuracy)
    {
        EmittedHost<T> host = EmittedCode.Host<T>(1, accuracy);
        foreach (T value in new[] { T.Zero, T.NegativeZero, T.One, T.CreateChecked(-1e30), Max, -Max, T.Epsilon, T.CreateChecked(0.1) })
        {
            T[] x = [value], result = [T.NaN];
            host.Softmax(x, result);
            Assert.Equal(T.One, result[0]);
            host.LogSoftmax(x, result);
            Assert.Equal(T.Zero, result[0]);
            host.CrossEntropyGradient(x, 0, result);
            Assert.Equal(T.Zero, result[0]);
            host.Jacobian(x, result);
            Assert.Equal(T.Zero, result[0]);
            Assert.Equal(value, host.LogSumExp(x));
            Assert.Equal(T.Zero, host.CrossEntropy(x, 0));
        }
    }

    private static void CheckRow(Worst worst, EmittedHost<T> host, Palette palette, T[] x)
    {
        SoftmaxReference reference = SoftmaxReference.Of<T>(x);
        BigFloat[] exact = reference.Softmax(), exactLog = reference.LogSoftmax();
        T[] softmax = new T[x.Length], logSoftmax = new T[x.Length];
        host.Softmax(x, softmax);
        host.LogSoftmax(x, logSoftmax);
        for (int i = 0; i < x.Length; i++)
        {
            worst.AddUlp(Bounds.Softmax<T>(host.Accuracy, host.Length, exact[i]), host, palette, i, softmax[i], exact[i]);

            // A difference of logits may overflow: then the nearest answer is -infinity.
            if (T.IsInfinity(Rounding.To<T>(exactLog[i])))
                Assert.Equal(T.NegativeInfinity, logSoftmax[i]);
            else
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, palette, i, logSoftmax[i], exactLog[i]);
        }

        worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, palette, 0, host.LogSumExp(x), reference.LogSumExp);
    }

    private static T[] Values(Palette palette)
    {
        T huge = T.CreateChecked(typeof(T) == typeof(float) ? 3e37 : 1e300);
        double[] edges = typeof(T) == typeof(float)
            ? [0, -87.3, -87.4, -103.2, -103.9, -103.99, -104.1, -105]
            : [0, -708.3, -708.5, -744.4, -745.1, -745.2, -746];
        double edge = Math.ScaleB(1, 20);
        return palette switch
        {
            Palette.Huge => [huge, T.BitIncrement(huge), T.BitDecrement(huge), -huge, T.Zero],
            Palette.BothEnds => [Max, -Max, T.BitDecrement(Max), T.One],
            Palette.Largest => [Max],
            Palette.Lowest => [-Max],
            Palette.Around2To20 => [.. new[] { edge, edge - 1, edge + 1, edge + 0.125, edge - 0.125, -edge, -edge - 1 }.Select(T.CreateChecked)],
            Palette.Subnormal => [T.Epsilon, -T.Epsilon, SmallestNormal, T.BitDecrement(SmallestNormal), T.Zero, T.NegativeZero],
            Palette.Zeros => [T.Zero, T.NegativeZero],
            Palette.HugelyNegative => [T.One, T.Zero, -huge, -Max, T.CreateChecked(-1e6)],
            Palette.UnderflowEdges => [.. edges.Select(T.CreateChecked)],
            _ => throw new ArgumentOutOfRangeException(nameof(palette)),
        };
    }
}
