using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleTemperatureScalingTests : TemperatureScalingTests<float>;

public class DoubleTemperatureScalingTests : TemperatureScalingTests<double>;

/// <summary>Losses and logarithms of softmax(x / T), their gradients, and the derivative by T, against the exact ones.</summary>
public abstract class TemperatureScalingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Ignored = -100;

    private static readonly double[] Temperatures = typeof(T) == typeof(float) ? [0.3, 2.5, 1e-35, 1e35] : [0.3, 2.5, 1e-295, 1e295];

    [Theory, CombinatorialCases]
    public void Are_within_their_bounds(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        Worst logarithms = new(), gradients = new(), derivatives = new();
        foreach (int length in (int[])[1, 2, 3, 5, 8, 10, 17, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (double given in Temperatures)
            {
                T temperature = T.CreateChecked(given);
                double t = double.CreateChecked(temperature);
                T[] x = Row<T>.Of(distribution, length)[0].X;
                SoftmaxReference reference = SoftmaxReference.Of<T>(x, t);
                int label = length / 3;
                string what = $"{distribution} at {temperature}";

                T[] result = new T[length];
                Log(host)(x, temperature, result);
                BigFloat[] exact = reference.LogSoftmax();
                for (int i = 0; i < length; i++)
                    Add(logarithms, Bounds.For<T>(Quantity.TemperedLogarithm, accuracy, length), host, what, i, result[i], exact[i]);
                Add(logarithms, Bounds.For<T>(Quantity.TemperedLogarithm, accuracy, length), host, what, -1, Loss(host)(x, temperature, label), reference.CrossEntropy(label));

                Gradient(host)(x, temperature, label, result);
                exact = reference.CrossEntropyGradient(label);
                for (int i = 0; i < length; i++)
                {
                    // A product of a subnormal probability has the bits of that.
                    if (IsNormal(exact[i]))
                        Add(gradients, Bounds.For<T>(Quantity.TemperedGradient, accuracy, length), host, what, i, result[i], exact[i] / t);
                }

                BigFloat mean = reference.MeanDistance(), own = reference.Distance(label), derivative = (mean - own) / t, size = (mean + own) / t;
                if (IsNormal(size) && size < Largest)
                {
                    T actual = Derivative(host)(x, temperature, label);
                    derivatives.Add(Rounding.ErrorIn(Rounding.Ulp<T>(size), actual, derivative), Bounds.For<T>(Quantity.TemperatureDerivative, accuracy, length), host, what, 0, actual, derivative);
                }
            }
        }

        logarithms.AssertWithinBounds();
        gradients.AssertWithinBounds();
        derivatives.AssertWithinBounds();
    }

    /// <summary>Subnormal logits, results that are next to nothing, temperatures and distances next to the ends of the type: no step in between is subnormal or infinite where the result is not.</summary>
    [Theory, CombinatorialCases]
    public void Are_within_their_bounds_at_the_ends_of_the_type(SoftmaxAccuracy accuracy)
    {
        double most = typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue, least = double.CreateChecked(T.Epsilon), reach = typeof(T) == typeof(float) ? 85 : 700;
        (double Temperature, Func<int, double> Row)[] cases =
        [
            (1e-3, i => least * (1000 + (i * 37 % 11))),
            (2.7e-3, i => i == 0 ? 2 : 2 - (2.7e-3 * (reach + i))),
            (Math.Sqrt(least) * 3, i => Math.Sqrt(least) * 3 * (i == 0 ? -90 : -90 - reach + (i % 7))),
            (least * 5, i => least * (i * 17 % 31)),
            (least * 1e9, i => least * 1e9 * -((i * 29 % 101) + 600)),
            (most * 1e-24, i => most * -1e-22 * ((i * 7 % 13) + 8.1)),
            (most * 0.1, i => most * (i % 3 == 0 ? 1 : i % 3 == 1 ? -1 : -0.3)),
        ];
        Worst logarithms = new(), derivatives = new();
        foreach (int length in (int[])[2, 3, 5, 10, 17, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach ((double given, Func<int, double> row) in cases)
            {
                T temperature = T.CreateChecked(given);
                double t = double.CreateChecked(temperature);
                T[] x = [.. Enumerable.Range(0, length).Select(i => T.CreateChecked(row(i)))], result = new T[length];
                SoftmaxReference reference = SoftmaxReference.Of<T>(x, t);
                BigFloat[] exact = reference.LogSoftmax();
                Log(host)(x, temperature, result);
                for (int i = 0; i < length; i++)
                    Add(logarithms, Bounds.For<T>(Quantity.TemperedLogarithm, accuracy, length), host, $"{given}", i, result[i], exact[i]);
                for (int label = 0; label < Math.Min(length, 3); label++)
                {
                    Add(logarithms, Bounds.For<T>(Quantity.TemperedLogarithm, accuracy, length), host, $"{given}", -1, Loss(host)(x, temperature, label), reference.CrossEntropy(label));
                    BigFloat mean = reference.MeanDistance(), own = reference.Distance(label), derivative = (mean - own) / t, size = (mean + own) / t;
                    T actual = Derivative(host)(x, temperature, label);
                    if (size < Largest)
                        derivatives.Add(Rounding.ErrorIn(Rounding.Ulp<T>(size), actual, derivative), Bounds.For<T>(Quantity.TemperatureDerivative, accuracy, length), host, $"{given}", label, actual, derivative);
                }
            }
        }

        logarithms.AssertWithinBounds();
        derivatives.AssertWithinBounds();
    }

    [Fact]
    public void The_derivative_is_the_difference_of_losses()
    {
        const double Step = 1.0 / (1 << 20);
        foreach (double t in (double[])[0.5, 1, 4])
        {
            T[] x = Distribution.Normal5.Sample<T>(10, seed: 5);
            double difference = Rounding.To<double>((SoftmaxReference.Of<T>(x, t + Step).CrossEntropy(4) - SoftmaxReference.Of<T>(x, t - Step).CrossEntropy(4)) / (2 * Step));
            Assert.Equal(1, double.CreateChecked(Derivative(EmittedCode.Host<T>(10))(x, T.CreateChecked(t), 4)) / difference, 1e-5);
        }
    }

    [Theory, CombinatorialCases]
    public void Rows_have_the_bits_of_single_rows(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (double given in Temperatures)
            {
                const int Rows = 3;
                T temperature = T.CreateChecked(given);
                T[] x = Distribution.Normal5.Sample<T>(Rows * length, seed: length), softmax = [.. x], log = [.. x], gradient = [.. x], losses = new T[Rows], derivatives = new T[Rows], one = new T[length];
                int[] labels = [length - 1, 0, length / 2];
                host.Member<TemperedMap<T>>("SoftmaxRows")(softmax, temperature, softmax);
                host.Member<TemperedMap<T>>("LogSoftmaxRows")(log, temperature, log);
                host.Member<TemperedLabelledRowsMap<T>>("CrossEntropyGradientRows")(gradient, temperature, labels, gradient);
                host.Member<TemperedLosses<T>>("CrossEntropyRows")(x, temperature, labels, losses, Ignored);
                host.Member<TemperedLosses<T>>("CrossEntropyTemperatureDerivativeRows")(x, temperature, labels, derivatives, Ignored);
                for (int row = 0; row < Rows; row++)
                {
                    Range range = (row * length)..((row + 1) * length);
                    ReadOnlySpan<T> logits = x.AsSpan(range);
                    host.SoftmaxWithTemperature(logits, temperature, one);
                    Assert.Equal(one, softmax[range]);
                    Log(host)(logits, temperature, one);
                    Assert.Equal(one, log[range]);
                    Gradient(host)(logits, temperature, labels[row], one);
                    Assert.Equal(one, gradient[range]);
                    Assert.Equal(Loss(host)(logits, temperature, labels[row]), losses[row]);
                    Assert.Equal(Derivative(host)(logits, temperature, labels[row]), derivatives[row]);
                }
            }
        }
    }

    /// <summary>What is beyond the largest number becomes infinite, with the sign of the exact value, and never NaN: a derivative is divided by the square of a temperature that may be tiny.</summary>
    [Theory, CombinatorialCases]
    public void What_is_too_large_is_infinite_with_its_sign(SoftmaxAccuracy accuracy)
    {
        int infinite = 0;
        foreach (int length in (int[])[1, 2, 3, 10, 40, 129])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (double given in typeof(T) == typeof(float) ? (double[])[1e-12, 1e-19, 1e-22, 1e-38, 1e-44] : [1e-100, 1e-154, 1e-160, 1e-290])
            {
                T temperature = T.CreateChecked(given);
                T[] x = Distribution.Normal5.Sample<T>(length, seed: length), gradient = new T[length];
                SoftmaxReference reference = SoftmaxReference.Of<T>(x, double.CreateChecked(temperature));
                for (int label = 0; label < Math.Min(length, 5); label++)
                {
                    T derivative = Derivative(host)(x, temperature, label);
                    BigFloat exact = (reference.MeanDistance() - reference.Distance(label)) / double.CreateChecked(temperature);
                    Assert.False(T.IsNaN(derivative), $"{host}, {temperature}, {label}: {derivative}");
                    if (BigFloat.Abs(exact) > Largest * 2)
                    {
                        Assert.Equal(exact.Sign < 0 ? T.NegativeInfinity : T.PositiveInfinity, derivative);
                        infinite++;
                    }

                    Gradient(host)(x, temperature, label, gradient);
                    Assert.DoesNotContain(gradient, T.IsNaN);
                }
            }
        }

        Assert.True(infinite > 20, $"{infinite}");
    }

    [Theory, CombinatorialCases]
    public void Masked_elements_are_as_without_a_temperature(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(length => length > 1))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (double given in Temperatures)
            {
                T temperature = T.CreateChecked(given);
                T[] x = new T[length], log = new T[length], gradient = new T[length];
                x[0] = T.NegativeInfinity;
                Log(host)(x, temperature, log);
                Assert.Equal(T.NegativeInfinity, log[0]);
                Assert.Equal(-Math.Log(length - 1), double.CreateChecked(log[^1]), 1e-5);
                Assert.Equal(T.PositiveInfinity, Loss(host)(x, temperature, 0));
                Gradient(host)(x, temperature, 0, gradient);
                Assert.Equal(-T.One / temperature, gradient[0]);
                Assert.Equal(T.Zero, Derivative(host)(x, temperature, length - 1));
            }
        }
    }

    private static void Add(Worst worst, double bound, EmittedHost<T> host, string what, int i, T actual, BigFloat exact)
    {
        if (IsNormal(exact) && BigFloat.Abs(exact) < Largest)
            worst.AddUlp(bound, host, what, i, actual, exact);
    }

    private static readonly BigFloat Largest = typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue;

    private static bool IsNormal(BigFloat exact) => exact.Sign != 0 && exact.Binade >= (typeof(T) == typeof(float) ? -126 : -1022);

    private static TemperedMap<T> Log(EmittedHost<T> host) => host.Member<TemperedMap<T>>("LogSoftmax");

    private static TemperedLoss<T> Loss(EmittedHost<T> host) => host.Member<TemperedLoss<T>>("CrossEntropy");

    private static TemperedLoss<T> Derivative(EmittedHost<T> host) => host.Member<TemperedLoss<T>>("CrossEntropyTemperatureDerivative");

    private static TemperedLabelledMap<T> Gradient(EmittedHost<T> host) => host.Member<TemperedLabelledMap<T>>("CrossEntropyGradient");
}
