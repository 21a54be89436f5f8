using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleLogarithmAccuracyTests : LogarithmAccuracyTests<float>;

public class DoubleLogarithmAccuracyTests : LogarithmAccuracyTests<double>;

/// <summary>The members that end in a logarithm: their relative error is small next to zero too.</summary>
public abstract class LogarithmAccuracyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, CombinatorialCases]
    public void LogSoftmax_is_within_its_bound(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var actual = new T[length];
            foreach (Row<T> row in Row<T>.Of(distribution, length))
            {
                host.LogSoftmax(row.X, actual);
                for (int i = 0; i < length; i++)
                    worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, row, i, actual[i], row.LogSoftmax[i]);
            }
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void LogSoftmaxRows_is_within_the_bound_of_LogSoftmax(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            Row<T>[] rows = Row<T>.Of(distribution, length);
            var actual = new T[rows.Length * length];
            host.LogSoftmaxRows(rows.SelectMany(row => row.X).ToArray(), actual);
            for (int i = 0; i < actual.Length; i++)
            {
                Row<T> row = rows[i / length];
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, row, i % length, actual[i], row.LogSoftmax[i % length]);
            }
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void LogSumExp_is_within_its_bound(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (Row<T> row in Row<T>.Of(distribution, length))
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, row, 0, host.LogSumExp(row.X), row.LogSumExp);
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void CrossEntropy_is_within_the_bound_of_LogSoftmax(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (Row<T> row in Row<T>.Of(distribution, length))
            {
                for (int label = 0; label < length; label += 1 + (length / 16))
                    worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, row, label, host.CrossEntropy(row.X, label), -row.LogSoftmax[label]);
            }
        }

        worst.AssertWithinBounds();
    }

    /// <summary>
    /// The largest logit leads by up to the width of the format, so that the logarithm is about e^-lead:
    /// from 0.5 down to the subnormal numbers.
    /// </summary>
    [Theory, CombinatorialCases]
    public void A_logarithm_next_to_zero_keeps_its_digits(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        double widest = typeof(T) == typeof(float) ? 103 : 744;
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(n => n is > 1 and <= 129))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            for (double lead = 0.5; lead < widest; lead += widest / 12)
            {
                T[] x = Distribution.Normal1.Sample<T>(length, length);
                int largest = length / 3;
                for (int i = 0; i < length; i++)
                    x[i] -= T.CreateChecked(lead);
                x[largest] = T.Zero;

                SoftmaxReference reference = SoftmaxReference.Of<T>(x);
                var actual = new T[length];
                host.LogSoftmax(x, actual);
                string row = $"lead {lead}";
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, row, largest, actual[largest], reference.LogSoftmax()[largest]);
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, row, 0, host.LogSumExp(x), reference.LogSumExp);
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, row, largest, host.CrossEntropy(x, largest), reference.CrossEntropy(largest));
            }
        }

        worst.AssertWithinBounds();
    }

    /// <summary>Logits that are nearly logarithms of probabilities: the maximum is negative, and takes away most of the logarithm of the sum or little of it.</summary>
    [Theory, CombinatorialCases]
    public void LogSumExp_keeps_its_digits_where_the_maximum_cancels_the_logarithm(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(n => n is > 1 and <= 1000))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] sample = Distribution.Normal1.Sample<T>(length, length);
            T sum = T.CreateChecked(Rounding.ToDouble(SoftmaxReference.Of<T>(sample).LogSumExp));
            foreach (double left in new[] { 1e-12, 1e-6, -1e-6, 0.01, -0.01, 0.3, -0.3, 1, -1, -3, -8, -20 })
            {
                T[] x = [.. sample.Select(value => value - sum + T.CreateChecked(left))];
                worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, $"about {left}", 0, host.LogSumExp(x), SoftmaxReference.Of<T>(x).LogSumExp);
            }
        }

        worst.AssertWithinBounds();
    }
}
