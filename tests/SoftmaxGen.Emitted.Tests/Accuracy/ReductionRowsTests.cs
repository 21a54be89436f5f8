using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleReductionRowsTests : ReductionRowsTests<float>;

public class DoubleReductionRowsTests : ReductionRowsTests<double>;

/// <summary>The losses and log-sum-exps of a batch are those of its rows, and what is ignored has loss 0.</summary>
public abstract class ReductionRowsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Rows = AllMembers.Rows;
    private const int Ignored = -100;

    [Theory, CombinatorialCases]
    public void Each_row_has_the_bits_of_a_single_row(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = Distribution.Normal5.Sample<T>(Rows * length, seed: length), losses = new T[Rows], sums = new T[Rows];
            int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row * 7 % length)];
            host.CrossEntropyRows(x, labels, losses, Ignored);
            host.LogSumExpRows(x, sums);
            for (int row = 0; row < Rows; row++)
            {
                ReadOnlySpan<T> one = x.AsSpan(row * length, length);
                Assert.Equal(host.CrossEntropy(one, labels[row]), losses[row]);
                Assert.Equal(host.LogSumExp(one), sums[row]);
            }
        }
    }

    [Theory, CombinatorialCases]
    public void A_row_that_is_ignored_has_loss_0_whatever_is_in_it(SoftmaxAccuracy accuracy)
    {
        foreach (int length in (int[])[1, 3, 10, 100])
        {
            foreach (EmittedHost<T> host in (EmittedHost<T>[])[EmittedCode.Host<T>(length, accuracy), EmittedCode.ScalarHost<T>(length, withSpans: true), EmittedCode.ScalarHost<T>(length, withSpans: false)])
            {
                T[] x = new T[3 * length], losses = [T.One, T.One, T.One];
                x[length] = T.NaN;
                foreach (int ignored in (int[])[Ignored, 0])
                {
                    host.CrossEntropyRows(x, [length - 1, ignored, length - 1], losses, ignored);
                    Assert.Equal(T.Zero, losses[1]);
                    Assert.Equal(ignored == length - 1 ? T.Zero : host.CrossEntropy(x.AsSpan(0, length), length - 1), losses[0]);
                }
            }
        }
    }

    [Fact]
    public void A_bad_label_is_named()
    {
        foreach (EmittedHost<T> host in (EmittedHost<T>[])[EmittedCode.Host<T>(10), EmittedCode.ScalarHost<T>(10, withSpans: true)])
        {
            T[] x = new T[30], losses = [T.One, T.One, T.One];
            foreach (int bad in (int[])[-1, 10, -101, int.MaxValue])
            {
                var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => host.CrossEntropyRows(x, [0, Ignored, bad], losses, Ignored));
                Assert.Equal("labels", thrown.ParamName);
                Assert.Contains("labels[2]", thrown.Message, StringComparison.Ordinal);
                Assert.Equal(bad, thrown.ActualValue);
                Assert.Equal([T.One, T.One, T.One], losses);
            }

            Assert.Contains("labels[1]", Assert.Throws<ArgumentOutOfRangeException>(() => host.CrossEntropyGradientRows(x, [0, -100, 0], x)).Message, StringComparison.Ordinal);
        }
    }
}
