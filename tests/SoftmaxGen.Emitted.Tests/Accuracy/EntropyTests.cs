using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleEntropyTests : EntropyTests<float>;

public class DoubleEntropyTests : EntropyTests<double>;

/// <summary>The entropy of a row against the exact one, relatively accurate also where one element stands out and next to nothing is left.</summary>
public abstract class EntropyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, CombinatorialCases]
    public void Is_within_its_bound(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        Worst worst = new();
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(length => length <= 1024))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (Row<T> row in Row<T>.Of(distribution, length))
                Add(worst, host, row, host.Entropy(row.X), row.Reference.Entropy());
        }

        worst.AssertWithinBounds();
    }

    /// <summary>Here the distances from the maximum are computed from huge numbers, in another way.</summary>
    [Theory, CombinatorialCases]
    public void Is_within_its_bound_far_from_zero(SoftmaxAccuracy accuracy)
    {
        Worst worst = new();
        T unit = T.BitIncrement(T.CreateChecked(1e9)) - T.CreateChecked(1e9);
        foreach (int length in (int[])[2, 3, 10, 100])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = [.. Enumerable.Range(0, length).Select(k => T.CreateChecked(1e9) + (unit * T.CreateChecked(k * 7 % 5)))];
            Add(worst, host, $"1e9 and {unit} more", host.Entropy(x), SoftmaxReference.Of<T>(x).Entropy());
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void What_is_masked_counts_nothing(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(length => length > 1))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = new T[length];
            Array.Fill(x, T.NegativeInfinity);
            x[length / 2] = T.CreateChecked(3.5);
            Assert.Equal(T.Zero, host.Entropy(x));

            // Two that are equal beside any number that are masked: log 2.
            x[0] = x[length / 2];
            Worst worst = new();
            Add(worst, host, "two", host.Entropy(x), Elementary.Ln2);
            worst.AssertWithinBounds();

            // The lowest number is as good as a mask, and times its distance no infinity.
            Assert.Equal(host.Entropy(x), host.Entropy([.. x.Select(value => T.IsNegativeInfinity(value) ? -T.CreateSaturating(double.MaxValue) : value)]));
        }
    }

    [Theory, CombinatorialCases]
    public void Rows_have_the_bits_of_single_rows(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] rows = Distribution.Normal5.Sample<T>(AllMembers.Rows * length, seed: length), results = new T[AllMembers.Rows];
            host.EntropyRows(rows, results);
            for (int row = 0; row < results.Length; row++)
                Assert.Equal(host.Entropy(rows.AsSpan(row * length, length)), results[row]);
        }
    }

    private static void Add(Worst worst, EmittedHost<T> host, object row, T actual, BigFloat exact)
    {
        // What is below the smallest normal number has fewer bits.
        if (exact.Sign == 0 || exact.Binade >= (typeof(T) == typeof(float) ? -126 : -1022))
            worst.AddUlp(Bounds.For<T>(Quantity.Entropy, host.Accuracy, host.Length), host, row, 0, actual, exact);
        else
            Assert.True(T.Abs(actual) < T.CreateChecked(typeof(T) == typeof(float) ? 2.4e-38 : 4.5e-308));
    }
}
