using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleLossAndGradientTests : LossAndGradientTests<float>;

public class DoubleLossAndGradientTests : LossAndGradientTests<double>;

/// <summary>The mean loss of a batch and its gradient in one call, against the exact ones; rows that do not count.</summary>
public abstract class LossAndGradientTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Ignored = -100;

    [Theory, CombinatorialCases]
    public void Are_within_their_bounds(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        Worst losses = new(), gradients = new();
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(length => length <= 257))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            Row<T>[] rows = [.. Row<T>.Of(distribution, length).Take(3)];
            T[] x = [.. rows.SelectMany(row => row.X)], gradient = new T[x.Length];
            int[] labels = [.. rows.Select((row, k) => k == 0 ? Array.IndexOf(row.X, row.X.Max()) : k * 5 % length)];
            T loss = host.CrossEntropyWithGradientRows(x, labels, gradient, Ignored);

            BigFloat sum = BigFloat.Zero;
            for (int row = 0; row < rows.Length; row++)
            {
                sum += rows[row].Reference.CrossEntropy(labels[row]);
                BigFloat[] exact = rows[row].Reference.CrossEntropyGradient(labels[row]);
                for (int i = 0; i < length; i++)
                {
                    if (!IsNormal(exact[i] / rows.Length))
                        continue;
                    Quantity quantity = i == labels[row] ? Quantity.LabelGradient : Quantity.Probability;
                    double bound = Bounds.For<T>(quantity, accuracy, length) + Bounds.ErrorOfMean;
                    gradients.AddUlp(bound, host, rows[row], i, gradient[(row * length) + i], exact[i] / rows.Length);
                }
            }

            if (IsNormal(sum / rows.Length))
                losses.AddUlp(Bounds.For<T>(Quantity.LabelGradient, accuracy, length) + Bounds.ErrorOfLoss, host, distribution, 0, loss, sum / rows.Length);
        }

        losses.AssertWithinBounds();
        gradients.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void Rows_that_are_ignored_are_as_if_they_were_not_there(SoftmaxAccuracy accuracy)
    {
        foreach (int length in (int[])[1, 3, 10, 100, 1000])
        {
            foreach (EmittedHost<T> host in (EmittedHost<T>[])[EmittedCode.Host<T>(length, accuracy), EmittedCode.ScalarHost<T>(length, withSpans: true), EmittedCode.ScalarHost<T>(length, withSpans: false)])
            {
                T[] two = Distribution.Normal5.Sample<T>(2 * length, seed: length), poison = [.. Enumerable.Repeat(T.NaN, length)];
                T[] three = [.. two[..length], .. poison, .. two[length..]], expected = new T[two.Length];
                T loss = host.CrossEntropyWithGradientRows(two, [length - 1, 0], expected, Ignored);

                Assert.Equal(loss, host.CrossEntropyWithGradientRows(three, [length - 1, Ignored, 0], three, Ignored));
                Assert.Equal([.. expected[..length], .. new T[length], .. expected[length..]], three);

                Assert.True(T.IsNaN(host.CrossEntropyWithGradientRows(two, [Ignored, Ignored], expected, Ignored)));
                Assert.All(expected, value => Assert.Equal(T.Zero, value));
                Assert.True(T.IsNaN(host.CrossEntropyWithGradientRows([], [], [], Ignored)));
            }
        }
    }

    /// <summary>Losses are computed several at a time; which rows go together does not show.</summary>
    [Theory, CombinatorialCases]
    public void The_loss_of_many_rows_is_the_mean_of_those_of_each(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(length => length <= 100))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (int rows in (int[])[1, 2, 15, 16, 17, 33, 50, 100])
            {
                // Some rows are ignored, and some runs of rows have none that is, or one that is computed alone.
                T[] x = Distribution.Normal5.Sample<T>(rows * length, seed: rows), gradient = new T[x.Length];
                int[] labels = [.. Enumerable.Range(0, rows).Select(row => row is 20 or 23 ? Ignored : row * 7 % length)];
                if (rows > 60)
                    x[(60 * length) + labels[60]] = T.CreateChecked(1e20);
                double sum = 0;
                for (int row = 0; row < rows; row++)
                {
                    if (labels[row] != Ignored)
                        sum += double.CreateChecked(host.CrossEntropyWithGradientRows(x.AsSpan(row * length, length), [labels[row]], gradient.AsSpan(0, length), Ignored));
                }

                double mean = sum / labels.Count(label => label != Ignored);
                Assert.Equal(mean, double.CreateChecked(host.CrossEntropyWithGradientRows(x, labels, gradient, Ignored)), Math.Abs(mean) * (typeof(T) == typeof(float) ? 1e-6 : 1e-14));
            }
        }
    }

    [Theory, CombinatorialCases]
    public void A_masked_label_has_an_infinite_loss_and_one_far_below_that_of_its_distance(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(length => length is > 1 and <= 257))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = new T[length], gradient = new T[length];
            x[0] = T.NegativeInfinity;
            Assert.Equal(T.PositiveInfinity, host.CrossEntropyWithGradientRows(x, [0], gradient, Ignored));
            Assert.Equal(-T.One, gradient[0]);

            x[0] = T.CreateChecked(-2000);
            Assert.Equal(double.CreateChecked(host.CrossEntropyWithGradientRows(x, [0], gradient, Ignored)), 2000 + Math.Log(length - 1), 1e-3);

            // Far from 0 as well.
            x = [.. Enumerable.Range(0, length).Select(k => T.CreateChecked(k == 0 ? -1e30 : 1e30))];
            Assert.Equal(1, double.CreateChecked(host.CrossEntropyWithGradientRows(x, [0], gradient, Ignored)) / 2e30, 1e-6);
        }
    }

    private static bool IsNormal(BigFloat exact) => exact.Sign != 0 && exact.Binade >= (typeof(T) == typeof(float) ? -126 : -1022);
}
