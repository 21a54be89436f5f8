using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleStatedExceptionTests : StatedExceptionTests<float>;

public class DoubleStatedExceptionTests : StatedExceptionTests<double>;

/// <summary>What docs/guarantees.md says of inputs that the bounds of newer members do not hold for: there, too, a result is what the page says.</summary>
public abstract class StatedExceptionTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly bool IsSingle = typeof(T) == typeof(float);

    // The spacing of subnormal numbers.
    private static readonly BigFloat Spacing = double.CreateChecked(IsSingle ? float.Epsilon : double.Epsilon);

    private static readonly BigFloat Largest = IsSingle ? float.MaxValue : double.MaxValue;

    /// <summary>A subnormal probability has the error of its spacing, which what it is multiplied by multiplies, in a mean of all, too.</summary>
    [Theory, CombinatorialCases]
    public void A_subnormal_probability_has_the_error_of_its_spacing(SoftmaxAccuracy accuracy)
    {
        int subnormal = 0;
        foreach (int length in (int[])[2, 3, 8, 17, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = Distribution.SubnormalResults.Sample<T>(length, seed: length), g = Distribution.Normal5.Sample<T>(length, seed: 1), result = new T[length];
            SoftmaxReference reference = SoftmaxReference.Of<T>(x);
            BigFloat[] p = reference.Softmax(), log = reference.LogSoftmax();
            BigFloat entropy = reference.Entropy(), mean = BigFloat.Zero, size = BigFloat.Zero, allOfG = BigFloat.Zero, allDistances = BigFloat.Zero;
            for (int i = 0; i < length; i++)
            {
                mean += p[i] * double.CreateChecked(g[i]);
                size += p[i] * BigFloat.Abs(double.CreateChecked(g[i]));
                allOfG += BigFloat.Abs(double.CreateChecked(g[i]));
                allDistances += BigFloat.Abs(log[i]);
            }

            // Relative errors of the softmax, the product and their roundings, far above what any of them may be.
            BigFloat relative = IsSingle ? 1e-5 : 1e-13;
            host.Member<VectorMap<T>>("LogSumExpHessianVectorProduct")(x, g, result);
            for (int i = 0; i < length; i++)
            {
                BigFloat factor = BigFloat.Abs(double.CreateChecked(g[i])) + size, error = BigFloat.Abs(double.CreateChecked(result[i]) - (p[i] * ((BigFloat)double.CreateChecked(g[i]) - mean)));
                Assert.True(error <= (relative * p[i] * factor) + (2 * Spacing * (1 + allOfG)), $"{host}, {i}: {result[i]}");
                subnormal += p[i] < (BigFloat)(IsSingle ? 1.1754943508222875e-38 : 2.2250738585072014E-308) ? 1 : 0;
            }

            host.Member<Map<T>>("EntropyGradient")(x, result);
            for (int i = 0; i < length; i++)
            {
                BigFloat factor = BigFloat.Abs(log[i]) + entropy, error = BigFloat.Abs(double.CreateChecked(result[i]) + (p[i] * (log[i] + entropy)));
                Assert.True(error <= (relative * p[i] * factor) + (2 * Spacing * (1 + allDistances)), $"{host}, {i}: {result[i]}");
            }
        }

        Assert.True(subnormal > 20, $"{subnormal}");
    }

    /// <summary>A gradient by logits is divided by a temperature that may be tiny: where that is more than the type holds, it is infinite.</summary>
    [Theory, CombinatorialCases]
    public void A_gradient_that_is_too_large_is_infinite(SoftmaxAccuracy accuracy)
    {
        T temperature = T.CreateChecked(IsSingle ? 1e-42 : 1e-315);
        foreach (int length in (int[])[2, 3, 10, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = new T[length], gradient = new T[length];
            host.Member<TemperedLabelledMap<T>>("CrossEntropyGradient")(x, temperature, 0, gradient);
            Assert.Equal(T.NegativeInfinity, gradient[0]);
            Assert.All(gradient[1..], static value => Assert.Equal(T.PositiveInfinity, value));

            // What is certain is 0 all the same.
            x[0] = T.One;
            host.Member<TemperedLabelledMap<T>>("CrossEntropyGradient")(x, temperature, 0, gradient);
            Assert.All(gradient, static value => Assert.Equal(T.Zero, value));
        }
    }

    /// <summary>What is less than e^-700 of the largest is nothing to a divergence of doubles; for floats it is nothing anyhow.</summary>
    [Theory, CombinatorialCases]
    public void A_far_probability_counts_nothing_in_a_divergence(SoftmaxAccuracy accuracy)
    {
        foreach (int length in (int[])[2, 3, 10, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = new T[length], y = new T[length], gradient = new T[length], masked = new T[length];
            x[^1] = T.CreateChecked(-720);
            host.Member<VectorMap<T>>("KullbackLeiblerGradientByX")(x, y, gradient);
            Assert.Equal(T.Zero, gradient[^1]);
            Assert.Equal(-Math.Log((length - 1.0) / length), double.CreateChecked(host.Member<VectorReduction<T>>("KullbackLeibler")(x, y)), 1e-6);

            x[^1] = T.NegativeInfinity;
            host.Member<VectorMap<T>>("KullbackLeiblerGradientByX")(x, y, masked);
            Assert.Equal(masked, gradient);
        }
    }

    /// <summary>In single precision, which is what longer rows of floats are computed in, what is less than e^-130 of the largest counts as 0, however large what it is multiplied by.</summary>
    [Theory, CombinatorialCases]
    public void A_far_probability_counts_nothing_in_a_gradient_in_single_precision(SoftmaxAccuracy accuracy)
    {
        if (!IsSingle)
            return;
        foreach (int length in (int[])[2, 10, 16, 17, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = new T[length], y = new T[length], gradient = new T[length];
            (x[^1], y[^1]) = (T.CreateChecked(-140), T.CreateChecked(-1e30));
            host.Member<VectorMap<T>>("KullbackLeiblerGradientByX")(x, y, gradient);
            if (accuracy != SoftmaxAccuracy.Precise && length >= 17)
                Assert.All(gradient, static value => Assert.Equal(T.Zero, value));
            else
                Assert.Equal(Math.Exp(-140) / (length - 1) * 1e30, double.CreateChecked(gradient[^1]), 1e-37);
        }
    }

    /// <summary>Temperatures below 10^-15 make something of what is less than e^-796 of the largest: to the derivative of doubles it is nothing, to that of floats it counts.</summary>
    [Theory, CombinatorialCases]
    public void A_far_probability_counts_nothing_in_a_derivative_of_doubles(SoftmaxAccuracy accuracy)
    {
        T temperature = T.CreateChecked(IsSingle ? 1e-40 : 1e-290);
        double t = double.CreateChecked(temperature);
        foreach (int length in (int[])[2, 3, 10, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = new T[length];
            foreach (double distance in IsSingle ? (double[])[129, 140, 150] : [790, 797])
            {
                x.AsSpan(1).Fill(T.CreateChecked(-distance * t));
                T derivative = host.Member<TemperedLoss<T>>("CrossEntropyTemperatureDerivative")(x, temperature, 0);
                SoftmaxReference reference = SoftmaxReference.Of<T>(x, t);
                Assert.Equal(distance > 796 ? 0 : 1, double.CreateChecked(derivative) / Rounding.ToDouble(reference.MeanDistance() / t), 1e-5);
            }
        }
    }

    /// <summary>Logarithms with a temperature are infinite where the distance of two logits is more than the type holds; below that they are finite.</summary>
    [Theory, CombinatorialCases]
    public void A_distance_that_is_too_large_is_infinite(SoftmaxAccuracy accuracy)
    {
        T most = IsSingle ? T.CreateChecked(float.MaxValue) : T.CreateChecked(double.MaxValue);
        foreach (int length in (int[])[2, 3, 10, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = [.. Enumerable.Repeat(most, length)], log = new T[length];
            x[0] = -most;
            host.Member<TemperedMap<T>>("LogSoftmax")(x, T.One, log);
            Assert.Equal(T.NegativeInfinity, log[0]);
            Assert.Equal(-Math.Log(length - 1), double.CreateChecked(log[^1]), 1e-5);
            Assert.Equal(T.PositiveInfinity, host.Member<TemperedLoss<T>>("CrossEntropy")(x, T.One, 0));

            x[0] = T.Zero;
            host.Member<TemperedMap<T>>("LogSoftmax")(x, T.One, log);
            Assert.True(BigFloat.Abs((BigFloat)double.CreateChecked(log[0]) + Largest) <= Largest * 1e-6, $"{host}: {log[0]}");
        }
    }

    /// <summary>Losses of targets and smoothed labels are infinite with the distance itself, however small what multiplies it; floats are computed in double.</summary>
    [Theory, CombinatorialCases]
    public void A_distance_that_is_too_large_makes_a_loss_of_doubles_infinite(SoftmaxAccuracy accuracy)
    {
        T most = IsSingle ? T.CreateChecked(float.MaxValue) : T.CreateChecked(double.MaxValue), small = T.CreateChecked(1.0 / 1024);
        foreach (int length in (int[])[2, 3, 10, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = [.. Enumerable.Repeat(most, length)], target = new T[length], losses = new T[1];
            (x[0], target[0], target[^1]) = (-most, small, T.One - small);
            T loss = host.Member<VectorReduction<T>>("CrossEntropy")(x, target);
            host.Member<SmoothedLosses<T>>("CrossEntropyRows")(x, [length - 1], losses, small, -1);
            if (!IsSingle)
            {
                Assert.Equal((T.PositiveInfinity, T.PositiveInfinity), (loss, losses[0]));
                continue;
            }

            Assert.Equal(float.MaxValue / 512.0, double.CreateChecked(loss), float.MaxValue * 1e-8);
            Assert.Equal(float.MaxValue / 512.0 / length, double.CreateChecked(losses[0]), float.MaxValue * 1e-8);
        }
    }
}
