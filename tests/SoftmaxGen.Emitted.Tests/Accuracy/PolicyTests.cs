using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SinglePolicyTests : PolicyTests<float>;

public class DoublePolicyTests : PolicyTests<double>;

/// <summary>Log-probabilities, the Kullback-Leibler divergence, the gradients of these and of the entropy, and products with second derivatives, against the exact ones.</summary>
public abstract class PolicyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] Lengths = [1, 2, 3, 8, 17, 65, 129];

    [Theory, CombinatorialCases]
    public void Log_probabilities_are_losses_with_the_other_sign(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                T[] x = Distribution.Normal5.Sample<T>(length, seed: length), gradient = new T[length], expected = new T[length];
                int label = length / 2;
                Assert.Equal(-host.CrossEntropy(x, label), host.Member<LabelledReduction<T>>("LogProbability")(x, label));
                host.Member<LabelledMap<T>>("LogProbabilityGradient")(x, label, gradient);
                host.CrossEntropyGradient(x, label, expected);
                Assert.Equal(Array.ConvertAll(expected, value => -value), gradient);
            }
        }
    }

    [Theory, CombinatorialCases]
    public void Gradients_of_the_entropy_are_within_their_bound(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        // A mean of probabilities that are subnormal has their bits.
        if (distribution == Distribution.SubnormalResults)
            return;
        Worst worst = new();
        foreach (int length in Lengths)
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                Row<T> row = Row<T>.Of(distribution, length)[0];
                T[] gradient = new T[length];
                host.Member<Map<T>>("EntropyGradient")(row.X, gradient);
                BigFloat mean = row.Reference.MeanDistance();
                for (int i = 0; i < length; i++)
                {
                    BigFloat distance = row.Reference.Distance(i), unit = row.Softmax[i] * (distance + mean);
                    if (IsNormal(row.Softmax[i]) && (mean.Sign == 0 || IsNormal(mean * (BigFloat)(typeof(T) == typeof(float) ? 1e-8 : 1e-17))))
                        AddRelative(worst, Bounds.For<T>(Quantity.EntropyGradient, accuracy, length), host, row, i, gradient[i], row.Softmax[i] * (distance - mean), unit);
                }
            }
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void Divergences_and_their_gradients_are_within_their_bounds(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        Worst numbers = new(), byX = new(), byY = new();
        foreach (int length in Lengths)
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                Row<T> x = Row<T>.Of(distribution, length)[0];
                foreach (T[] y in (T[][])[Distribution.Normal5.Sample<T>(length, seed: length + 1), [.. x.X.Select(value => value + (value * T.CreateChecked(1e-5)))], x.X])
                {
                    SoftmaxReference q = SoftmaxReference.Of<T>(y);
                    BigFloat[] logP = x.LogSoftmax, logQ = q.LogSoftmax(), exactQ = q.Softmax();
                    BigFloat divergence = BigFloat.Zero, size = BigFloat.Zero;
                    for (int i = 0; i < length; i++)
                    {
                        divergence += x.Softmax[i] * (logP[i] - logQ[i]);
                        size += x.Softmax[i] * BigFloat.Abs(logP[i] - logQ[i]);
                    }

                    // Below e^-700 of the largest term nothing counts.
                    T actual = Divergence(host)(x.X, y);
                    if (size.Sign == 0 || size.Binade < (typeof(T) == typeof(float) ? -120 : -900))
                        continue;
                    AddRelative(numbers, Bounds.For<T>(Quantity.Divergence, accuracy, length), host, x, 0, actual, divergence, size);
                    T[] gradient = new T[length], other = new T[length];
                    host.Member<VectorMap<T>>("KullbackLeiblerGradientByX")(x.X, y, gradient);
                    host.Member<VectorMap<T>>("KullbackLeiblerGradientByY")(x.X, y, other);
                    for (int i = 0; i < length; i++)
                    {
                        BigFloat p = x.Softmax[i], difference = logP[i] - logQ[i];
                        if (IsNormal(p))
                            AddRelative(byX, Bounds.For<T>(Quantity.DivergenceGradient, accuracy, length), host, x, i, gradient[i], p * (difference - divergence), p * (BigFloat.Abs(difference) + size));
                        if (IsNormal(p) && IsNormal(exactQ[i]))
                            AddRelative(byY, Bounds.For<T>(Quantity.DivergenceGradientByY, accuracy, length), host, x, i, other[i], exactQ[i] - p, p > exactQ[i] ? p : exactQ[i]);
                    }
                }
            }
        }

        numbers.AssertWithinBounds();
        byX.AssertWithinBounds();
        byY.AssertWithinBounds();
    }

    /// <summary>A difference of maxima that has no double: of two that share a row of numbers near the largest, the distances of y from each other are the gradient, and that of a certain class is 0.</summary>
    [Theory, CombinatorialCases]
    public void Logits_of_very_different_sizes_have_their_gradient(SoftmaxAccuracy accuracy)
    {
        foreach (int length in (int[])[2, 3, 10, 17, 40, 129, 257])
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                foreach (double sign in (double[])[1, -1])
                {
                    T[] x = [.. Enumerable.Repeat(T.CreateChecked(-2.5e38), length)], y = [.. Enumerable.Range(0, length).Select(i => T.CreateChecked(sign * (400.84048 - (i * 0.75))))], gradient = new T[length];
                    x[0] = T.CreateChecked(-2.3e38);
                    host.Member<VectorMap<T>>("KullbackLeiblerGradientByX")(x, y, gradient);
                    Assert.All(gradient, value => Assert.Equal(T.Zero, value));

                    // p is 1/2 twice, and log q differs by 3/4.
                    x[1] = x[0];
                    host.Member<VectorMap<T>>("KullbackLeiblerGradientByX")(x, y, gradient);
                    Assert.Equal(-0.1875 * sign, double.CreateChecked(gradient[0]), 1e-5);
                    Assert.Equal(0.1875 * sign, double.CreateChecked(gradient[1]), 1e-5);
                    Assert.All(gradient[2..], value => Assert.Equal(T.Zero, value));
                }
            }
        }
    }

    /// <summary>Of distributions that are nearly the same the divergence is next to nothing, and all of its leading digits are right.</summary>
    [Theory, CombinatorialCases]
    public void Small_divergences_keep_their_digits(SoftmaxAccuracy accuracy)
    {
        foreach (int length in (int[])[2, 3, 10, 17, 100, 257])
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                foreach (double step in (double[])[0.3, 1e-2, 1e-4])
                {
                    T[] x = Distribution.Normal1.Sample<T>(length, seed: length), y = [.. x.Select((value, i) => value + T.CreateChecked(step * ((i * 7 % 5) - 2)))];
                    BigFloat[] p = SoftmaxReference.Of<T>(x).Softmax(), logP = SoftmaxReference.Of<T>(x).LogSoftmax(), logQ = SoftmaxReference.Of<T>(y).LogSoftmax();
                    BigFloat exact = BigFloat.Zero;
                    for (int i = 0; i < length; i++)
                        exact += p[i] * (logP[i] - logQ[i]);
                    Assert.Equal(1, Rounding.To<double>(Divergence(host)(x, y) is var actual ? (BigFloat)double.CreateChecked(actual) / exact : exact), typeof(T) == typeof(float) ? 2e-7 : 1e-11);
                }

                T[] same = Distribution.Normal5.Sample<T>(length, seed: length);
                Assert.Equal(T.Zero, Divergence(host)(same, same));
            }
        }
    }

    [Theory, CombinatorialCases]
    public void A_divergence_is_infinite_where_only_the_second_is_masked(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(length => length > 1))
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                T[] x = new T[length], y = new T[length], gradient = new T[length];
                x[0] = T.NegativeInfinity;
                Assert.Equal(Math.Log(length / (length - 1.0)), double.CreateChecked(Divergence(host)(x, y)), 1e-6);
                Assert.Equal(T.PositiveInfinity, Divergence(host)(y, x));
                host.Member<VectorMap<T>>("KullbackLeiblerGradientByX")(x, y, gradient);
                Assert.Equal(T.Zero, gradient[0]);
                y[0] = T.NegativeInfinity;
                Assert.Equal(T.Zero, Divergence(host)(x, y));
                host.Member<Map<T>>("EntropyGradient")(x, gradient);
                Assert.All(gradient, value => Assert.Equal(T.Zero, value));
            }
        }
    }

    /// <summary>Derivatives of the exact entropy and divergence, by differences.</summary>
    [Fact]
    public void Gradients_are_differences()
    {
        const int N = 10;
        const double Step = 1.0 / (1 << 20);
        EmittedHost<T> host = EmittedCode.Host<T>(N);
        double[] x = [.. Distribution.Normal1.Sample<double>(N, seed: 3).Select(value => (double)(float)value)], y = [.. Distribution.Normal1.Sample<double>(N, seed: 4).Select(value => (double)(float)value)];
        T[] entropy = new T[N], byX = new T[N], byY = new T[N], xs = Array.ConvertAll(x, T.CreateChecked), ys = Array.ConvertAll(y, T.CreateChecked);
        host.Member<Map<T>>("EntropyGradient")(xs, entropy);
        host.Member<VectorMap<T>>("KullbackLeiblerGradientByX")(xs, ys, byX);
        host.Member<VectorMap<T>>("KullbackLeiblerGradientByY")(xs, ys, byY);
        for (int i = 0; i < N; i++)
        {
            Assert.Equal(Slope(x, row => SoftmaxReference.Of<double>(row).Entropy()), double.CreateChecked(entropy[i]), 1e-6);
            Assert.Equal(Slope(x, row => Exactly(row, y)), double.CreateChecked(byX[i]), 1e-6);
            Assert.Equal(Slope(y, row => Exactly(x, row)), double.CreateChecked(byY[i]), 1e-6);

            double Slope(double[] at, Func<double[], BigFloat> function)
            {
                double[] up = [.. at], down = [.. at];
                up[i] += Step;
                down[i] -= Step;
                return Rounding.To<double>((function(up) - function(down)) / (2 * Step));
            }
        }

        static BigFloat Exactly(double[] x, double[] y)
        {
            BigFloat[] p = SoftmaxReference.Of<double>(x).Softmax(), logP = SoftmaxReference.Of<double>(x).LogSoftmax(), logQ = SoftmaxReference.Of<double>(y).LogSoftmax();
            return Enumerable.Range(0, x.Length).Aggregate(BigFloat.Zero, (sum, i) => sum + (p[i] * (logP[i] - logQ[i])));
        }
    }

    [Theory, CombinatorialCases]
    public void Products_are_within_their_bounds(SoftmaxAccuracy accuracy)
    {
        Worst hessians = new(), logs = new();
        foreach (int length in Lengths)
        {
            foreach (EmittedHost<T> host in Hosts(length, accuracy))
            {
                Row<T> row = Row<T>.Of(Distribution.Normal5, length)[0];
                T[] g = Distribution.Normal5.Sample<T>(length, seed: length + 9), actual = new T[length], p = Array.ConvertAll(row.Softmax, Rounding.To<T>);
                BigFloat[] exactG = Exact.Row<T>(g), exactP = Exact.Row<T>(p), exact = Exact.JacobianTimesVector(row.Softmax, exactG);
                BigFloat size = Exact.Dot(row.Softmax, Array.ConvertAll(exactG, BigFloat.Abs));
                host.Member<VectorMap<T>>("LogSumExpHessianVectorProduct")(row.X, g, actual);
                for (int i = 0; i < length; i++)
                    AddRelative(hessians, Bounds.For<T>(Quantity.HessianProduct, accuracy, length), host, row, i, actual[i], exact[i], row.Softmax[i] * (BigFloat.Abs(exactG[i]) + size));

                host.Member<VectorMap<T>>("LogSoftmaxVectorJacobianProduct")(p, g, actual);
                BigFloat sum = exactG.Aggregate((a, b) => a + b), all = exactG.Aggregate(BigFloat.Zero, (a, b) => a + BigFloat.Abs(b));
                for (int i = 0; i < length; i++)
                    AddRelative(logs, Bounds.For<T>(Quantity.LogSoftmaxProduct, accuracy, length), host, row, i, actual[i], exactG[i] - (exactP[i] * sum), BigFloat.Abs(exactG[i]) + (exactP[i] * all));
            }
        }

        hessians.AssertWithinBounds();
        logs.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void Rows_have_the_bits_of_single_rows(SoftmaxAccuracy accuracy)
    {
        string[] names = ["EntropyGradient", "KullbackLeibler", "KullbackLeiblerGradientByX", "KullbackLeiblerGradientByY", "VectorJacobianProduct", "JacobianVectorProduct", "LogSoftmaxVectorJacobianProduct", "LogSumExpHessianVectorProduct"];
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (Member<T> rows in AllMembers.All<T>().Where(member => names.Contains(member.Description.OneRow?.Name)))
            {
                Member<T> single = AllMembers.All<T>().Single(member => member.Description.Name == rows.Description.OneRow!.Name);
                T[] x = Distribution.Normal5.Sample<T>(rows.InputLength(length), seed: length), g = Distribution.Normal1.Sample<T>(x.Length, seed: length), many = new T[rows.ResultLength(length)];
                rows.Invoke(host, x, g, many);
                T[] one = new T[single.ResultLength(length)];
                for (int row = 0; row < AllMembers.Rows; row++)
                {
                    single.Invoke(host, x.AsSpan(row * length, length), g.AsSpan(row * length, length), one);
                    Assert.Equal(one, many[(row * one.Length)..((row + 1) * one.Length)]);
                }
            }
        }
    }

    private static void AddRelative(Worst worst, double bound, EmittedHost<T> host, object row, int i, T actual, BigFloat exact, BigFloat size)
    {
        BigFloat unit = Rounding.Ulp<T>(size);
        worst.Add(Rounding.ErrorIn(unit, actual, exact), bound, host, row, i, actual, exact);
    }

    private static bool IsNormal(BigFloat exact) => exact.Sign != 0 && exact.Binade >= (typeof(T) == typeof(float) ? -126 : -1022);

    private static VectorReduction<T> Divergence(EmittedHost<T> host) => host.Member<VectorReduction<T>>("KullbackLeibler");

    private static EmittedHost<T>[] Hosts(int length, SoftmaxAccuracy accuracy) => [EmittedCode.Host<T>(length, accuracy)];
}
