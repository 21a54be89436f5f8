using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleTargetTests : TargetTests<float>;

public class DoubleTargetTests : TargetTests<double>;

/// <summary>The cross-entropy whose target is a distribution or a smoothed label: losses and gradients against the exact ones, and what PyTorch has where something is masked.</summary>
public abstract class TargetTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Ignored = -100;

    [Theory, CombinatorialCases]
    public void Losses_and_gradients_are_within_their_bounds(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        Worst losses = new(), gradients = new();
        foreach (int length in (int[])[1, 2, 3, 4, 8, 10, 17, 40, 65, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            Row<T> row = Row<T>.Of(distribution, length)[0];
            T[] target = Target(length), gradient = new T[length];
            BigFloat[] exactTarget = Exact.Row<T>(target);

            losses.AddUlp(Bounds.For<T>(Quantity.TargetLoss, accuracy, length), host, row, 0, Loss(host)(row.X, target), row.Reference.CrossEntropy(exactTarget));
            Gradient(host)(row.X, target, gradient);
            for (int i = 0; i < length; i++)
            {
                BigFloat p = row.Softmax[i];
                BigFloat unit = Rounding.Ulp<T>(p > exactTarget[i] ? p : exactTarget[i]);
                gradients.Add(Rounding.ErrorIn(unit, gradient[i], p - exactTarget[i]), Bounds.For<T>(Quantity.TargetGradient, accuracy, length), host, row, i, gradient[i], p - exactTarget[i]);
            }
        }

        losses.AssertWithinBounds();
        gradients.AssertWithinBounds();
    }

    /// <summary>The derivative of the exact loss, by differences, is the gradient that is emitted.</summary>
    [Fact]
    public void Gradients_are_the_differences_of_losses()
    {
        const int N = 10;
        const double Step = 1.0 / (1 << 20);
        EmittedHost<T> host = EmittedCode.Host<T>(N);
        double[] x = Distribution.Normal5.Sample<double>(N, seed: 3).Select(value => (double)(float)value).ToArray();
        T mass = Target(N).Aggregate((a, b) => a + b);
        T[] target = Array.ConvertAll(Target(N), value => value / mass), plain = new T[N], smoothed = new T[N], logits = Array.ConvertAll(x, T.CreateChecked);
        T smoothing = T.CreateChecked(0.125);
        Gradient(host)(logits, target, plain);
        Smoothed(host)(logits, [7], smoothed, smoothing, true, Ignored);
        BigFloat[] exactTarget = Exact.Row<T>(target);
        for (int i = 0; i < N; i++)
        {
            double[] up = [.. x], down = [.. x];
            up[i] += Step;
            down[i] -= Step;
            SoftmaxReference above = SoftmaxReference.Of<double>(up), below = SoftmaxReference.Of<double>(down);
            double difference = Rounding.To<double>((above.CrossEntropy(exactTarget) - below.CrossEntropy(exactTarget)) / (2 * Step));
            Assert.Equal(difference, double.CreateChecked(plain[i]), 1e-6);
            difference = Rounding.To<double>((above.CrossEntropy(SmoothTarget(N, 7, 0.125)) - below.CrossEntropy(SmoothTarget(N, 7, 0.125))) / (2 * Step));
            Assert.Equal(difference, double.CreateChecked(smoothed[i]), 1e-6);
        }
    }

    [Theory, CombinatorialCases]
    public void Losses_of_batches_are_the_means_and_sums_of_rows(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(length => length is > 1 and <= 1000))
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                const int Rows = 5;
                T[] x = Distribution.Normal5.Sample<T>(Rows * length, seed: length), targets = [.. Enumerable.Range(0, Rows).SelectMany(_ => Target(length))], mean = new T[x.Length], sums = [.. x];
                double expected = 0, sum = double.CreateChecked(WithGradient(host)(sums, targets, sums, true));
                double average = double.CreateChecked(WithGradient(host)(x, targets, mean, false));
                T[] each = new T[length];
                for (int row = 0; row < Rows; row++)
                {
                    ReadOnlySpan<T> one = x.AsSpan(row * length, length), target = targets.AsSpan(row * length, length);
                    expected += double.CreateChecked(Loss(host)(one, target));
                    Gradient(host)(one, target, each);
                    Assert.Equal(each, sums[(row * length)..((row + 1) * length)]);
                    Assert.Equal(each.Select(value => value * (T.One / T.CreateChecked(Rows))), mean[(row * length)..((row + 1) * length)]);
                }

                Assert.Equal(1, expected / sum, 1e-6);
                Assert.Equal(1, sum / (Rows * average), 1e-6);
                Assert.True(T.IsNaN(WithGradient(host)([], [], [], false)));
                Assert.Equal(T.Zero, WithGradient(host)([], [], [], true));
            }
        }
    }

    [Theory, CombinatorialCases]
    public void What_has_no_weight_counts_nothing_and_a_masked_element_with_some_makes_the_loss_infinite(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(length => length > 1))
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                T[] x = new T[length], target = new T[length], gradient = new T[length];
                x[^1] = T.NegativeInfinity;
                target[0] = T.One;
                Assert.Equal(double.Log(length - 1), double.CreateChecked(Loss(host)(x, target)), 1e-5);
                Gradient(host)(x, target, gradient);
                Assert.Equal(T.Zero, gradient[^1]);

                target[^1] = target[0] = T.CreateChecked(0.5);
                Assert.Equal(T.PositiveInfinity, Loss(host)(x, target));
                Gradient(host)(x, target, gradient);
                Assert.Equal(T.CreateChecked(-0.5), gradient[^1]);

                // A smoothed label gives every class some weight.
                T[] losses = new T[1];
                SmoothedLosses(host)(x, [0], losses, T.CreateChecked(0.125), Ignored);
                Assert.Equal(T.PositiveInfinity, losses[0]);
                Assert.Equal(T.PositiveInfinity, Smoothed(host)(x, [0], gradient, T.CreateChecked(0.125), false, Ignored));
                Assert.Equal(double.Log(length - 1), double.CreateChecked(Smoothed(host)(x, [0], gradient, T.Zero, false, Ignored)), 1e-5);
                Assert.Equal(T.PositiveInfinity, Smoothed(host)(x, [length - 1], gradient, T.CreateChecked(0.125), false, Ignored));
            }
        }
    }

    [Theory, CombinatorialCases]
    public void Smoothed_labels_are_targets(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        // Of a smoothing close to 1 the label's own share is small, and of 1 the target is uniform.
        foreach (double smoothing in (double[])[0.125, 0.96875, 1])
            AssertSmoothed(accuracy, distribution, smoothing);
    }

    private static void AssertSmoothed(SoftmaxAccuracy accuracy, Distribution distribution, double smoothing)
    {
        Worst losses = new(), gradients = new();
        foreach (int length in (int[])[1, 2, 3, 4, 8, 10, 17, 40, 65, 129])
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                Row<T> row = Row<T>.Of(distribution, length)[0];
                int label = length / 3;
                BigFloat[] target = SmoothTarget(length, label, smoothing);
                BigFloat exact = row.Reference.CrossEntropy(target);
                T[] gradient = new T[length], three = [.. row.X, .. row.X, .. row.X], some = new T[3];

                // Relative to the larger of the losses of the label and of the smoothed target.
                BigFloat size = BigFloat.Abs(row.Reference.CrossEntropy(label)) + exact;
                double bound = Bounds.For<T>(Quantity.LabelGradient, accuracy, length) + Bounds.ErrorOfLoss;
                T loss = Smoothed(host)(row.X, [label], gradient, T.CreateChecked(smoothing), true, Ignored);
                losses.Add(Rounding.ErrorIn(Rounding.Ulp<T>(size), loss, exact), bound, host, row, 0, loss, exact);
                SmoothedLosses(host)(three, [label, Ignored, label], some, T.CreateChecked(smoothing), Ignored);
                losses.Add(Rounding.ErrorIn(Rounding.Ulp<T>(size), some[2], exact), bound, host, row, 2, some[2], exact);
                Assert.Equal(T.Zero, some[1]);

                BigFloat[] p = row.Reference.CrossEntropyGradient(label);
                for (int i = 0; i < length; i++)
                {
                    BigFloat expected = row.Softmax[i] - target[i];
                    BigFloat share = BigFloat.Abs(p[i]), scale = (share > row.Softmax[i] ? share : row.Softmax[i]) + target[i];
                    gradients.Add(Rounding.ErrorIn(Rounding.Ulp<T>(scale), gradient[i], expected), Bounds.For<T>(Quantity.LabelGradient, accuracy, length) + Bounds.ErrorOfMean, host, row, i, gradient[i], expected);
                }
            }
        }

        losses.AssertWithinBounds();
        gradients.AssertWithinBounds();
    }

    [Fact]
    public void Label_smoothing_is_a_share()
    {
        foreach (EmittedHost<T> host in Hosts(10, SoftmaxAccuracy.Default))
        {
            foreach (T smoothing in (T[])[-T.Epsilon, T.BitIncrement(T.One), T.NaN])
            {
                T[] gradient = new T[10];
                Assert.Equal("labelSmoothing", Assert.Throws<ArgumentOutOfRangeException>(() => Smoothed(host)(new T[10], [0], gradient, smoothing, false, Ignored)).ParamName);
                Assert.Equal("labelSmoothing", Assert.Throws<ArgumentOutOfRangeException>(() => SmoothedLosses(host)(new T[10], [0], gradient, smoothing, Ignored)).ParamName);
            }
        }
    }

    // A few elements have no weight.
    private static T[] Target(int length)
    {
        T[] target = Array.ConvertAll(Row<T>.Of(Distribution.Normal1, length)[0].Softmax, Rounding.To<T>);
        for (int i = 3; i < length; i += 7)
            target[i] = T.Zero;
        return target;
    }

    private static BigFloat[] SmoothTarget(int length, int label, double smoothing) =>
        [.. Enumerable.Range(0, length).Select(i => (i == label ? (BigFloat)(1 - smoothing) : BigFloat.Zero) + ((BigFloat)smoothing / length))];

    private static EmittedHost<T>[] Hosts(int length, SoftmaxAccuracy accuracy) => accuracy == SoftmaxAccuracy.Precise
        ? [EmittedCode.Host<T>(length, accuracy), EmittedCode.ScalarHost<T>(length, withSpans: true)]
        : [EmittedCode.Host<T>(length, accuracy)];

    private static VectorReduction<T> Loss(EmittedHost<T> host) => host.Member<VectorReduction<T>>("CrossEntropy");

    private static VectorMap<T> Gradient(EmittedHost<T> host) => host.Member<VectorMap<T>>("CrossEntropyGradient");

    private static TargetLossAndGradient<T> WithGradient(EmittedHost<T> host) => host.Member<TargetLossAndGradient<T>>("CrossEntropyWithGradientRows");

    private static SmoothedLosses<T> SmoothedLosses(EmittedHost<T> host) => host.Member<SmoothedLosses<T>>("CrossEntropyRows");

    private static SmoothedLossAndGradient<T> Smoothed(EmittedHost<T> host) => host.Member<SmoothedLossAndGradient<T>>("CrossEntropyWithGradientRows");
}
