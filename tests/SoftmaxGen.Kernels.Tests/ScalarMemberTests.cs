using System.Numerics;
using SoftmaxGen.Generated;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Kernels.Tests;

public delegate void Map<T>(ReadOnlySpan<T> x, int from, Span<T> destination, int to, int length);

public delegate void TemperedMap<T>(ReadOnlySpan<T> x, int from, T temperature, Span<T> destination, int to, int length);

public delegate T Reduction<T>(ReadOnlySpan<T> x, int from, int length);

public delegate T LabelledReduction<T>(ReadOnlySpan<T> x, int from, int label, int length);

public delegate void LabelledMap<T>(ReadOnlySpan<T> x, int from, int label, Span<T> destination, int to, int length);

public delegate void VectorMap<T>(ReadOnlySpan<T> p, int from, ReadOnlySpan<T> g, int vector, Span<T> destination, int to, int length);

public class SingleScalarMemberTests : ScalarMemberTests<float>
{
    protected override double Bound => 0.5001;

    protected override Map<float> Softmax => ScalarKernels.Softmax;

    protected override TemperedMap<float> Tempered => ScalarKernels.Softmax;

    protected override Map<float> LogSoftmax => ScalarKernels.LogSoftmax;

    protected override Reduction<float> LogSumExp => ScalarKernels.LogSumExp;

    protected override LabelledReduction<float> CrossEntropy => ScalarKernels.CrossEntropy;

    protected override LabelledMap<float> CrossEntropyGradient => ScalarKernels.CrossEntropyGradient;

    protected override VectorMap<float> Product => ScalarKernels.Product;

    protected override Map<float> Jacobian => ScalarKernels.Jacobian;

    protected override Map<float> JacobianFromSoftmax => ScalarKernels.JacobianFromSoftmax;
}

public class DoubleScalarMemberTests : ScalarMemberTests<double>
{
    protected override double Bound => 1.3;

    protected override Map<double> Softmax => ScalarKernels.Softmax;

    protected override TemperedMap<double> Tempered => ScalarKernels.Softmax;

    protected override Map<double> LogSoftmax => ScalarKernels.LogSoftmax;

    protected override Reduction<double> LogSumExp => ScalarKernels.LogSumExp;

    protected override LabelledReduction<double> CrossEntropy => ScalarKernels.CrossEntropy;

    protected override LabelledMap<double> CrossEntropyGradient => ScalarKernels.CrossEntropyGradient;

    protected override VectorMap<double> Product => ScalarKernels.Product;

    protected override Map<double> Jacobian => ScalarKernels.Jacobian;

    protected override Map<double> JacobianFromSoftmax => ScalarKernels.JacobianFromSoftmax;
}

/// <summary>The kernels of one element, a row within more memory, against the 256-bit reference: in units in the last place.</summary>
public abstract class ScalarMemberTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int From = 3, To = 2, Behind = 4;

    // All ways to cut a row into lanes and chunks.
    private static readonly int[] Lengths = [.. Enumerable.Range(1, 18), 31, 63, 64, 65, 100, 130];

    protected abstract double Bound { get; }

    protected abstract Map<T> Softmax { get; }

    protected abstract TemperedMap<T> Tempered { get; }

    protected abstract Map<T> LogSoftmax { get; }

    protected abstract Reduction<T> LogSumExp { get; }

    protected abstract LabelledReduction<T> CrossEntropy { get; }

    protected abstract LabelledMap<T> CrossEntropyGradient { get; }

    protected abstract VectorMap<T> Product { get; }

    protected abstract Map<T> Jacobian { get; }

    protected abstract Map<T> JacobianFromSoftmax { get; }

    [Fact]
    public void Members_from_row_to_row()
    {
        foreach (T[] row in Rows())
        {
            SoftmaxReference exact = SoftmaxReference.Of<T>(row);
            AssertClose(exact.Softmax(), Bound, Run(row, Softmax));
            AssertClose(exact.LogSoftmax(), 2.5, Run(row, LogSoftmax));
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(7.0)]
    [InlineData(1000.0)]
    public void With_a_temperature(double temperature)
    {
        foreach (T[] row in Rows())
        {
            BigFloat[] exact = SoftmaxReference.Of<T>(row, double.CreateChecked(T.CreateChecked(temperature))).Softmax();
            AssertClose(exact, Bound + 0.01, Run(row, (x, from, destination, to, length) => Tempered(x, from, T.CreateChecked(temperature), destination, to, length)));
        }
    }

    /// <summary>The smallest temperatures, at which the row is divided beforehand: all but the largest vanishes.</summary>
    [Fact]
    public void Next_to_no_temperature()
    {
        T[] one = [T.One, T.CreateChecked(3), -T.One], expected = [T.Zero, T.One, T.Zero];
        Assert.Equal(expected, Run(one, (x, from, destination, to, length) => Tempered(x, from, T.Epsilon, destination, to, length)));
        T[] tie = [T.CreateChecked(3), T.CreateChecked(3), -T.One], half = [T.CreateChecked(0.5), T.CreateChecked(0.5), T.Zero];
        Assert.Equal(half, Run(tie, (x, from, destination, to, length) => Tempered(x, from, T.Epsilon, destination, to, length)));
        AssertAllNaN(Run([T.One, T.NaN], (x, from, destination, to, length) => Tempered(x, from, T.Epsilon, destination, to, length)));
    }

    [Fact]
    public void Numbers_of_a_row()
    {
        foreach (T[] row in Rows())
        {
            SoftmaxReference exact = SoftmaxReference.Of<T>(row);
            Assert.InRange(Rounding.UlpError(LogSumExp(Framed(row), From, row.Length), exact.LogSumExp), 0.0, 2.5);
            foreach (int label in (int[])[0, row.Length / 2, row.Length - 1])
            {
                Assert.InRange(Rounding.UlpError(CrossEntropy(Framed(row), From, label, row.Length), exact.CrossEntropy(label)), 0.0, 2.5);
                T[] gradient = Run(row, (x, from, destination, to, length) => CrossEntropyGradient(x, from, label, destination, to, length));
                AssertClose(exact.CrossEntropyGradient(label), Bound + 0.1, gradient);
            }
        }
    }

    /// <summary>In units of the largest term: what is left of the sum can be as small as one likes.</summary>
    [Fact]
    public void Products_of_probabilities()
    {
        foreach (T[] row in Rows())
        {
            T[] p = Run(row, Softmax), g = [.. row.Reverse()];
            T[] actual = Run(p, (x, from, destination, to, length) => Product(x, from, Framed(g), From, destination, to, length));
            BigFloat[] exactP = Exact.Row<T>(p), exactG = Exact.Row<T>(g), exact = Exact.JacobianTimesVector(exactP, exactG);
            BigFloat size = exactG.Select(BigFloat.Abs).Aggregate(BigFloat.Zero, (largest, next) => next > largest ? next : largest);
            for (int i = 0; i < p.Length; i++)
                Assert.InRange(Rounding.ErrorIn(Rounding.Ulp<T>(size * exactP[i]) + Rounding.Ulp<T>(exact[i]), actual[i], exact[i]), 0.0, 1.5);
            if (row.Length < 20)
                AssertClose(Exact.JacobianFromSoftmax(exactP), 1.5, Run(p, JacobianFromSoftmax, p.Length * p.Length));
        }
    }

    [Fact]
    public void A_Jacobian_is_that_of_the_probabilities()
    {
        foreach (T[] row in Rows().Where(row => row.Length < 20))
            Assert.Equal(Run(Run(row, Softmax), JacobianFromSoftmax, row.Length * row.Length), Run(row, Jacobian, row.Length * row.Length));
    }

    [Fact]
    public void In_place()
    {
        foreach (T[] row in Rows())
        {
            T[] expected = Run(row, Softmax), memory = Framed(row);
            Softmax(memory, From, memory, From, row.Length);
            Assert.Equal(Framed(expected), memory);
        }
    }

    /// <summary>The probabilities may stand where any row of their Jacobian will.</summary>
    [Fact]
    public void A_Jacobian_over_its_own_first_row()
    {
        foreach (T[] row in Rows().Where(row => row.Length < 20))
        {
            T[] p = Run(row, Softmax), expected = Run(p, JacobianFromSoftmax, row.Length * row.Length);
            T[] memory = [.. new T[From], .. p, .. new T[(row.Length * row.Length) - row.Length]];
            JacobianFromSoftmax(memory, From, memory, From, row.Length);
            Assert.Equal(expected, memory[From..]);
        }
    }

    [Fact]
    public void Rows_without_a_finite_maximum()
    {
        foreach (T value in (T[])[T.NaN, T.PositiveInfinity])
        {
            T[] row = [T.One, value, T.Zero];
            AssertAllNaN(Run(row, Softmax));
            AssertAllNaN(Run(row, LogSoftmax));
            AssertAllNaN(Run(row, (x, from, destination, to, length) => CrossEntropyGradient(x, from, 1, destination, to, length)));
            Assert.Equal(value, LogSumExp(Framed(row), From, 3));
            Assert.All(Enumerable.Range(0, 3), label => Assert.Equal(T.NaN, CrossEntropy(Framed(row), From, label, 3)));
        }

        T[] masked = [T.NegativeInfinity, T.NegativeInfinity];
        AssertAllNaN(Run(masked, Softmax));
        AssertAllNaN(Run(masked, LogSoftmax));
        Assert.Equal(T.NegativeInfinity, LogSumExp(Framed(masked), From, 2));
    }

    [Fact]
    public void An_element_of_minus_infinity_takes_no_part()
    {
        T[] row = [T.NegativeInfinity, T.One, T.One], half = [T.Zero, T.CreateChecked(0.5), T.CreateChecked(0.5)];
        Assert.Equal(half, Run(row, Softmax));
        Assert.Equal(T.NegativeInfinity, Run(row, LogSoftmax)[0]);
        Assert.Equal(T.Log(T.CreateChecked(2)) + T.One, LogSumExp(Framed(row), From, 3));
        Assert.Equal(T.PositiveInfinity, CrossEntropy(Framed(row), From, 0, 3));
    }

    private static T[] Run(T[] row, Map<T> member, int resultLength = 0)
    {
        int written = resultLength == 0 ? row.Length : resultLength;
        T[] destination = Framed(new T[written + Behind]);
        member(Framed(row), From, destination, To, row.Length);
        T[] untouched = Framed(new T[written + Behind]);
        Assert.Equal(untouched[..To], destination[..To]);
        Assert.Equal(untouched[(To + written)..], destination[(To + written)..]);
        return destination[To..(To + written)];
    }

    // What stands around a row is larger than anything in it.
    private static T[] Framed(T[] row) => [.. Enumerable.Repeat(T.MaxValue, From), .. row, T.MaxValue];

    private static void AssertClose(BigFloat[] exact, double bound, T[] actual)
    {
        for (int i = 0; i < exact.Length; i++)
        {
            double error = Rounding.UlpError(actual[i], exact[i]);
            Assert.True(error <= bound, $"{exact.Length} elements: {actual[i]:R} is off by {error} at {i}");
        }
    }

    private static void AssertAllNaN(T[] actual) => Assert.All(actual, value => Assert.True(T.IsNaN(value)));

    // Narrow ones, wide ones, ties, and one far from zero.
    private static IEnumerable<T[]> Rows()
    {
        foreach (int length in Lengths)
        {
            Random random = new(length);
            yield return Row(length, _ => 2.0 * random.NextDouble());
            yield return Row(length, _ => 30.0 * random.NextDouble());
            yield return Row(length, _ => random.Next(4));
            yield return Row(length, _ => 5000.0 + random.Next(16) / 8.0);
        }
    }

    private static T[] Row(int length, Func<int, double> element) => [.. Enumerable.Range(0, length).Select(i => T.CreateChecked(element(i)))];
}
