using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleTemperatureAccuracyTests : TemperatureAccuracyTests<float>;

public class DoubleTemperatureAccuracyTests : TemperatureAccuracyTests<double>;

/// <summary>Any positive finite temperature, wherever the maximum lies: the bound of softmax without one.</summary>
public abstract class TemperatureAccuracyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly bool IsSingle = typeof(T) == typeof(float);
    private static readonly T Max = T.CreateChecked(IsSingle ? float.MaxValue : double.MaxValue);

    // Down to the smallest subnormal and up to the largest number, and both sides of where the row is scaled.
    private static readonly T[] Temperatures =
    [
        T.Epsilon, T.CreateChecked(IsSingle ? 7e-43 : 3e-310), T.CreateChecked(IsSingle ? 0.999e-30 : 0.999e-290), T.CreateChecked(IsSingle ? 1.001e-30 : 1.001e-290),
        T.CreateChecked(0.05), T.CreateChecked(0.7), T.CreateChecked(1), T.CreateChecked(12345.678),
        T.CreateChecked(IsSingle ? 0.999e30 : 0.999e290), T.CreateChecked(IsSingle ? 1.001e30 : 1.001e290), Max / T.CreateChecked(100_000), Max,
    ];

    // The maximum, in temperatures: near to where the way of the others is left, and far away.
    private static readonly double[] Origins = [0, 1.5, 700, 1000, -1100, 1500, -2040, 2060, 5000, -1e7];

    private static readonly int[] Lengths = [1, 2, 3, 7, 10, 17, 33];

    [Theory, CombinatorialCases]
    public void Softmax_is_within_its_bound_at_any_temperature(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        foreach (int length in Lengths)
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var random = new Random(length);
            foreach (T temperature in Temperatures)
            {
                foreach (double origin in Origins)
                    Check(worst, host, Row(random, length, temperature, origin), temperature);
            }
        }

        worst.AssertWithinBounds();
    }

    /// <summary>Inputs that results were once wrong for: by hundreds of ulp, below 0, or NaN.</summary>
    [Theory, CombinatorialCases]
    public void Extreme_rows_are_within_the_bound(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        T twoThirds = Max * T.CreateChecked(0.75), most = Max * T.CreateChecked(0.9);
        EmittedHost<T> two = EmittedCode.Host<T>(2, accuracy);
        Check(worst, two, [T.CreateChecked(1100), T.CreateChecked(450.3)], T.One);
        Check(worst, two, [T.CreateChecked(-1100), T.CreateChecked(-1540.7)], T.One);
        Check(worst, two, [T.CreateChecked(60), T.CreateChecked(30.3)], T.CreateChecked(0.05));
        foreach (double temperature in IsSingle ? new[] { 1e34, 2.618183e36, 3e38 } : [1e307, 2.2594357700544036E+305, 1.7e308])
        {
            Check(worst, two, [Max, Max], T.CreateChecked(temperature));
            Check(worst, two, [most, -most], T.CreateChecked(temperature));
            Check(worst, two, [-twoThirds, twoThirds], T.CreateChecked(temperature));
        }

        T tiny = T.Epsilon * T.CreateChecked(1000);
        Check(worst, two, [tiny * T.CreateChecked(40), tiny], tiny);
        Check(worst, two, [tiny * T.CreateChecked(1200), (tiny * T.CreateChecked(1150)) + T.Epsilon], tiny);
        Check(worst, two, [T.One, T.BitDecrement(T.One)], T.CreateChecked(IsSingle ? 1e-30 : 1e-290));
        worst.AssertWithinBounds();
    }

    private static void Check(Worst worst, EmittedHost<T> host, T[] x, T temperature)
    {
        BigFloat[] exact = SoftmaxReference.Of<T>(x, double.CreateChecked(temperature)).Softmax();
        var actual = new T[x.Length];
        host.SoftmaxWithTemperature(x, temperature, actual);
        for (int i = 0; i < x.Length; i++)
        {
            Assert.True(actual[i] >= T.Zero && actual[i] <= T.One, $"{host}, T = {temperature:R}, x[0] = {x[0]:R}: {actual[i]:R}");
            worst.AddUlp(Bounds.Softmax<T>(host.Accuracy, host.Length, exact[i]), host, $"T = {temperature:R}, x[0] = {x[0]:R}, x[{i}] = {x[i]:R}", i, actual[i], exact[i]);
        }
    }

    // Elements a few temperatures apart, the first the largest; what overflows or has no bits of its own is not special here.
    private static T[] Row(Random random, int length, T temperature, double origin)
    {
        var x = new T[length];
        for (int i = 0; i < length; i++)
        {
            double below = i == 0 ? 0 : Math.Pow(random.NextDouble(), 2) * (IsSingle ? 100 : 740);
            x[i] = Clamp(Clamp(temperature * T.CreateChecked(origin)) - Clamp(temperature * T.CreateChecked(below)));
        }

        return x;
    }

    private static T Clamp(T value) => T.Min(T.Max(value, -Max), Max);
}
