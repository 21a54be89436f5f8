using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Model;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleDrawTests : DrawTests<float>;

public class DoubleDrawTests : DrawTests<double>;

/// <summary>Draws and the largest elements: against the exact distribution, what is masked, special values, arguments; the same draws for every accuracy and without vectors.</summary>
public abstract class DrawTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // The last one is computed in two parts.
    private static readonly int[] Lengths = [1, 2, 3, 7, 8, 9, 10, 16, 17, 64, 65, 100, 1000, 4097];

    private static readonly bool IsSingle = typeof(T) == typeof(float);

    [Theory, CombinatorialCases]
    public void A_draw_by_inverse_is_that_of_the_exact_distribution(Distribution distribution)
    {
        foreach (int length in Lengths.Where(static length => length <= 129))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length);
            Row<T> row = Row<T>.Of(distribution, length)[0];
            AssertDraws(host, row, row.Softmax, uniform => host.Member<Draw<T>>("Sample")(row.X, uniform));
            T temperature = T.CreateChecked(0.3);
            BigFloat[] tempered = SoftmaxReference.Of<T>(row.X, double.CreateChecked(temperature)).Softmax();
            AssertDraws(host, row, tempered, uniform => host.Member<TemperedDraw<T>>("Sample")(row.X, temperature, uniform));
        }
    }

    // Where a boundary is, and next to it on both sides.
    private static void AssertDraws(EmittedHost<T> host, Row<T> row, BigFloat[] p, Func<T, int> draw)
    {
        BigFloat tolerance = 3e-12, before = 0;
        double[] boundaries = new double[p.Length + 1];
        for (int i = 0; i < p.Length; i++)
        {
            before += p[i];
            boundaries[i + 1] = Math.Min(1.0, Rounding.ToDouble(before));
        }

        foreach (double boundary in boundaries)
        {
            T near = T.CreateChecked(boundary);
            foreach (T uniform in (T[])[T.Max(T.Zero, T.BitDecrement(near)), near, T.Min(T.One, T.BitIncrement(near)), T.CreateChecked(boundary * 0.99)])
            {
                int drawn = draw(uniform);
                BigFloat u = double.CreateChecked(uniform);
                Assert.True(drawn >= 0 && row.X[drawn] > T.NegativeInfinity, $"{host}, {row}, {uniform}: {drawn}");
                Assert.True((BigFloat)boundaries[drawn] - tolerance <= u && u <= (BigFloat)boundaries[drawn + 1] + tolerance, $"{host}, {row}, {uniform}: {drawn}, from {boundaries[drawn]} to {boundaries[drawn + 1]}");
            }
        }
    }

    [Fact]
    public void A_draw_by_Gumbel_max_is_the_largest_of_the_exact_sums()
    {
        foreach (int length in (int[])[1, 2, 7, 9, 33, 65])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length);
            for (int seed = 0; seed < 8; seed++)
            {
                T[] x = Distribution.Normal5.Sample<T>(length, seed), uniforms = Uniforms(length, seed);
                T temperature = T.CreateChecked(seed % 2 == 0 ? 1 : 0.3);
                int drawn = seed % 2 == 0 ? host.Member<VectorDraw<T>>("GumbelMax")(x, uniforms) : host.Member<TemperedVectorDraw<T>>("GumbelMax")(x, temperature, uniforms);
                BigFloat[] keys = [.. x.Select((logit, i) => ((BigFloat)double.CreateChecked(logit) / double.CreateChecked(temperature)) - Elementary.Log(-Elementary.Log(double.CreateChecked(uniforms[i]))))];
                BigFloat best = keys.Max();
                Assert.True(keys[drawn] >= best - 1e-13, $"{host}, {seed}: {drawn}, {keys[drawn]} and not {best}");
            }
        }
    }

    [Fact]
    public void Many_draws_are_distributed_as_the_probabilities()
    {
        const int Length = 10, Draws = 20_000;
        EmittedHost<T> host = EmittedCode.Host<T>(Length);
        T[] x = Distribution.Normal1.Sample<T>(Length, seed: 5);
        x[3] = T.CreateChecked(-1e4);
        double[] p = [.. SoftmaxReference.Of<T>(x).Softmax().Select(Rounding.ToDouble)];
        x[3] = T.NegativeInfinity;
        int[] byInverse = new int[Length], byGumbel = new int[Length];
        T[] uniforms = Uniforms(Length * Draws, seed: 9), rows = [.. Enumerable.Range(0, Draws).SelectMany(_ => x)];
        int[] drawn = new int[Draws];
        host.Member<DrawRows<T>>("SampleRows")(rows, uniforms.AsSpan(0, Draws), drawn);
        Array.ForEach(drawn, index => byInverse[index]++);
        host.Member<DrawRows<T>>("GumbelMaxRows")(rows, uniforms, drawn);
        Array.ForEach(drawn, index => byGumbel[index]++);

        // The 0.999 quantile of chi-square with 8 degrees of freedom.
        foreach (int[] counts in (int[][])[byInverse, byGumbel])
        {
            Assert.Equal(0, counts[3]);
            double chiSquare = counts.Select((count, i) => i == 3 ? 0 : Math.Pow(count - (p[i] * Draws), 2) / (p[i] * Draws)).Sum();
            Assert.True(chiSquare < 26.1, $"{chiSquare}");
        }
    }

    [Theory, CombinatorialCases]
    public void Probabilities_of_the_largest_elements_are_within_their_bounds(Distribution distribution)
    {
        Worst probabilities = new(), margins = new();
        foreach (int length in Lengths)
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length);
            Row<T> row = Row<T>.Of(distribution, length)[0];
            int[] order = [.. Enumerable.Range(0, length).OrderByDescending(i => row.X[i]).ThenBy(static i => i)];
            int first = host.Member<ArgMax<T>>("ArgMax")(row.X, out T probability, out T margin);
            Assert.Equal(order[0], first);
            double bound = Bounds.For<T>(Quantity.TopProbability, host.Accuracy, length);
            probabilities.AddUlp(bound, host, row, 0, probability, row.Softmax[first]);
            BigFloat exact = length == 1 ? BigFloat.One : row.Softmax[first] - row.Softmax[order[1]];
            margins.AddUlp(Bounds.For<T>(Quantity.Margin, host.Accuracy, length), host, row, 0, margin, exact);

            foreach (int k in (int[])[1, Math.Min(length, 5), length])
            {
                T[] top = new T[k + 1];
                int[] indices = [.. Enumerable.Repeat(-7, k + 1)];
                top[k] = T.NegativeOne;
                host.Member<TopK<T>>("TopK")(row.X, k, top, indices);
                Assert.Equal([.. order[..k], -7], indices);
                Assert.Equal(T.NegativeOne, top[k]);
                for (int i = 0; i < k; i++)
                    probabilities.AddUlp(bound, host, row, order[i], top[i], row.Softmax[order[i]]);
            }
        }

        probabilities.AssertWithinBounds();
        margins.AssertWithinBounds();
    }

    [Fact]
    public void Of_equal_elements_the_first_comes_first()
    {
        foreach (int length in Lengths.Where(static length => length > 3))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length);
            T[] x = [.. Enumerable.Range(0, length).Select(i => T.CreateChecked(i % 3 == 2 ? 1 : 0))], top = new T[length];
            int[] indices = new int[length];
            Assert.Equal(2, host.Member<ArgMax<T>>("ArgMax")(x, out _, out T margin));
            Assert.Equal(length > 5 ? T.Zero : margin, margin);
            host.Member<TopK<T>>("TopK")(x, length, top, indices);
            Assert.Equal([.. Enumerable.Range(0, length).Where(static i => i % 3 == 2), .. Enumerable.Range(0, length).Where(static i => i % 3 != 2)], indices);
        }
    }

    [Fact]
    public void What_is_masked_is_never_drawn()
    {
        foreach (int length in Lengths.Where(static length => length > 1))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length);
            T[] x = [.. Enumerable.Repeat(T.NegativeInfinity, length)];
            x[length / 2] = T.CreateChecked(-3);
            foreach (T uniform in (T[])[T.Zero, T.CreateChecked(0.5), T.One])
            {
                T[] uniforms = [.. Enumerable.Range(0, length).Select(i => i == length / 2 ? uniform : T.One)];
                Assert.Equal(length / 2, host.Member<Draw<T>>("Sample")(x, uniform));
                Assert.Equal(length / 2, host.Member<TemperedDraw<T>>("Sample")(x, T.CreateChecked(1e-30), uniform));
                Assert.Equal(length / 2, host.Member<VectorDraw<T>>("GumbelMax")(x, uniforms));
                Assert.Equal(length / 2, host.Member<TemperedVectorDraw<T>>("GumbelMax")(x, T.CreateChecked(1e30), uniforms));
                T[] relaxed = new T[length];
                host.Member<RelaxedDraw<T>>("GumbelSoftmax")(x, T.One, uniforms, relaxed);
                Assert.Equal([.. x.Select((value, i) => i == length / 2 ? T.One : T.Zero)], relaxed);
            }
        }
    }

    /// <summary>The noise of 0 is that of 2^-1022, and finite: a row of zeros has a draw.</summary>
    [Fact]
    public void The_noise_of_zero_is_finite()
    {
        double least = -Math.Log(1022 * Math.Log(2)), half = -Math.Log(Math.Log(2));
        foreach (int length in Lengths.Where(static length => length > 1))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length);
            T[] x = new T[length], uniforms = [.. Enumerable.Repeat(T.CreateChecked(0.5), length)], relaxed = new T[length];
            uniforms[length / 2] = T.Zero;
            host.Member<RelaxedDraw<T>>("GumbelSoftmax")(x, T.One, uniforms, relaxed);
            double expected = 1 / (1 + ((length - 1) * Math.Exp(half - least)));
            Assert.Equal(expected, double.CreateChecked(relaxed[length / 2]), 1e-5 * expected);

            Array.Clear(uniforms);
            foreach ((T last, int drawn) in (ReadOnlySpan<(T, int)>)[(T.One, length - 1), (T.NegativeInfinity, 0)])
            {
                x[^1] = last;
                Assert.Equal(drawn, host.Member<VectorDraw<T>>("GumbelMax")(x, uniforms));
                Assert.Equal(drawn, host.Member<TemperedVectorDraw<T>>("GumbelMax")(x, T.One, uniforms));
            }
        }
    }

    /// <summary>1e-100 is a number of double, whose noise is -log 230, and 0 in single precision, whose noise is -log 708; beside it -0.9 - log 101 is in between.</summary>
    [Fact]
    public void The_noise_of_a_number_below_single_precision_is_its_own()
    {
        foreach (int length in Lengths.Where(static length => length > 1))
        {
            T[] x = [.. Enumerable.Repeat(T.CreateChecked(-50), length)], uniforms = [.. Enumerable.Repeat(T.CreateChecked(0.5), length)];
            (x[0], uniforms[0]) = (T.Zero, T.CreateChecked(1e-100));
            (x[^1], uniforms[^1]) = (T.CreateChecked(-0.9), T.CreateChecked(1e-44));
            Assert.Equal(typeof(T) == typeof(double) ? 0 : length - 1, EmittedCode.Host<T>(length).Member<VectorDraw<T>>("GumbelMax")(x, uniforms));
        }
    }

    [Fact]
    public void Without_a_distribution_nothing_is_drawn_and_probabilities_are_NaN()
    {
        foreach (int length in Lengths)
        {
            foreach (EmittedHost<T> host in Hosts(length))
            {
                foreach ((T[] x, int largest) in (IEnumerable<(T[], int)>)
                [
                    ([.. Enumerable.Range(0, length).Select(i => i == length - 1 ? T.NaN : T.One)], length - 1),
                    ([.. Enumerable.Range(0, length).Select(i => i == length / 2 ? T.NaN : T.PositiveInfinity)], length / 2),
                    ([.. Enumerable.Range(0, length).Select(i => i == length / 2 ? T.PositiveInfinity : T.One)], length / 2),
                    ([.. Enumerable.Repeat(T.NegativeInfinity, length)], 0),
                ])
                {
                    Caller call = new(host);
                    T half = T.CreateChecked(0.5);
                    T[] uniforms = [.. Enumerable.Repeat(half, length)];
                    Assert.Equal(-1, call.Sample(x, null, half));
                    Assert.Equal(-1, call.GumbelMax(x, half, uniforms));
                    (int index, T probability, T margin) = call.ArgMax(x);
                    Assert.Equal((largest, T.NaN, T.NaN), (index, probability, margin));
                    (T[] top, int[] indices) = call.TopK(x, 1);
                    Assert.Equal(largest, indices[0]);
                    Assert.True(T.IsNaN(top[0]));
                }
            }
        }
    }

    [Fact]
    public void Every_accuracy_and_code_without_vectors_draw_the_same()
    {
        foreach (int length in Lengths)
        {
            foreach (Distribution distribution in (Distribution[])[Distribution.Normal5, Distribution.Uniform100, Distribution.OffsetUp, Distribution.SubnormalResults])
            {
                T[] x = distribution.Sample<T>(length, seed: length), uniforms = Uniforms(length, length);
                Caller first = new(EmittedCode.Host<T>(length)), precise = new(EmittedCode.Host<T>(length, SoftmaxAccuracy.Precise));
                foreach (EmittedHost<T> host in Hosts(length))
                {
                    Caller other = new(host);
                    bool isPrecise = host.Accuracy == SoftmaxAccuracy.Precise || host is ArrayHost<T> || host.Type.Assembly == EmittedCode.ScalarHost<T>(length, withSpans: true).Type.Assembly;
                    Caller like = isPrecise || length < (IsSingle ? 32 : 16) ? precise : first;
                    Assert.Equal(first.ArgMax(x).Index, other.ArgMax(x).Index);
                    Assert.Equal(like.ArgMax(x), other.ArgMax(x));
                    foreach (int k in (int[])[1, (length + 1) / 2, length])
                    {
                        Assert.Equal(like.TopK(x, k).Item1, other.TopK(x, k).Item1);
                        Assert.Equal(first.TopK(x, k).Item2, other.TopK(x, k).Item2);
                    }

                    foreach (T? temperature in (T?[])[null, T.CreateChecked(0.3), T.CreateChecked(30)])
                    {
                        Assert.Equal(first.GumbelMax(x, temperature, uniforms), other.GumbelMax(x, temperature, uniforms));
                        foreach (T uniform in uniforms.Take(40).Append(T.Zero).Append(T.One))
                            Assert.Equal(first.Sample(x, temperature, uniform), other.Sample(x, temperature, uniform));
                    }
                }
            }
        }
    }

    [Fact]
    public void Rows_are_drawn_as_one_is()
    {
        const int Rows = 5;
        foreach (int length in Lengths)
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length);
            Caller single = new(host);
            T[] x = Distribution.Normal5.Sample<T>(Rows * length, seed: length), uniforms = Uniforms(Rows * length, length), numbers = new T[Rows * length], margins = new T[Rows];
            T temperature = T.CreateChecked(0.3);
            int[] drawn = new int[Rows];
            T[] Row(T[] rows, int row) => rows[(row * length)..((row + 1) * length)];

            host.Member<DrawRows<T>>("SampleRows")(x, uniforms.AsSpan(0, Rows), drawn);
            Assert.All(drawn, (index, row) => Assert.Equal(single.Sample(Row(x, row), null, uniforms[row]), index));
            host.Member<TemperedDrawRows<T>>("SampleRows")(x, temperature, uniforms.AsSpan(0, Rows), drawn);
            Assert.All(drawn, (index, row) => Assert.Equal(single.Sample(Row(x, row), temperature, uniforms[row]), index));
            host.Member<DrawRows<T>>("GumbelMaxRows")(x, uniforms, drawn);
            Assert.All(drawn, (index, row) => Assert.Equal(single.GumbelMax(Row(x, row), null, Row(uniforms, row)), index));
            host.Member<TemperedDrawRows<T>>("GumbelMaxRows")(x, temperature, uniforms, drawn);
            Assert.All(drawn, (index, row) => Assert.Equal(single.GumbelMax(Row(x, row), temperature, Row(uniforms, row)), index));
            host.Member<ArgMaxRows<T>>("ArgMaxRows")(x, numbers, drawn, margins);
            Assert.All(drawn, (index, row) => Assert.Equal(single.ArgMax(Row(x, row)), (index, numbers[row], margins[row])));

            int k = Math.Min(3, length);
            int[] indices = new int[Rows * k];
            host.Member<TopK<T>>("TopKRows")(x, k, numbers, indices);
            for (int row = 0; row < Rows; row++)
            {
                (T[] top, int[] places) = single.TopK(Row(x, row), k);
                Assert.Equal(top, numbers[(row * k)..((row + 1) * k)]);
                Assert.Equal(places, indices[(row * k)..((row + 1) * k)]);
            }

            host.Member<RelaxedDraw<T>>("GumbelSoftmaxRows")(x, temperature, uniforms, numbers);
            T[] relaxed = new T[length];
            for (int row = 0; row < Rows; row++)
            {
                T[] own = Row(x, row);
                host.Member<RelaxedDraw<T>>("GumbelSoftmax")(own, temperature, Row(uniforms, row), relaxed);
                Assert.Equal(relaxed, Row(numbers, row));
                host.Member<RelaxedDraw<T>>("GumbelSoftmax")(own, temperature, Row(uniforms, row), own);
                Assert.Equal(relaxed, own);
            }
        }
    }

    [Fact]
    public void A_relaxed_draw_is_the_softmax_of_what_the_noise_makes_of_logits()
    {
        foreach (int length in (int[])[1, 3, 10, 65])
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length);
            T[] x = Distribution.Normal5.Sample<T>(length, seed: 3), uniforms = Uniforms(length, 3), relaxed = new T[length], expected = new T[length];
            T[] noisy = [.. x.Select((logit, i) => Rounding.To<T>(double.CreateChecked(logit) - Elementary.Log(-Elementary.Log(double.CreateChecked(uniforms[i])))))];
            T temperature = T.CreateChecked(0.5);
            host.SoftmaxWithTemperature(noisy, temperature, expected);
            host.Member<RelaxedDraw<T>>("GumbelSoftmax")(x, temperature, uniforms, relaxed);
            Assert.All(relaxed, (value, i) => Assert.InRange(double.CreateChecked(value / expected[i]), 1 - (IsSingle ? 4e-6 : 1e-14), 1 + (IsSingle ? 4e-6 : 1e-14)));
        }
    }

    [Fact]
    public void Wrong_arguments_are_named_before_anything_is_written()
    {
        const int Length = 9;
        foreach (EmittedHost<T> host in Hosts(Length))
        {
            Caller call = new(host);
            bool isOfAnyLength = host.Type.GetField("Length") is null;
            T[] x = new T[Length], uniforms = [.. Enumerable.Repeat(T.CreateChecked(0.5), Length)];
            foreach (T wrong in (T[])[T.NaN, T.NegativeOne, T.BitIncrement(T.One), -T.Epsilon])
            {
                Assert.Equal("uniform", Name(() => call.Sample(x, null, wrong)));
                uniforms[^1] = wrong;
                Assert.Equal("uniforms", Name(() => call.GumbelMax(x, null, uniforms)));
                uniforms[^1] = T.One;
            }

            Assert.Equal("x", Name(() => call.Sample(new T[isOfAnyLength ? 0 : Length - 1], null, T.One)));
            Assert.Equal("x", Name(() => call.ArgMax(new T[isOfAnyLength ? 0 : Length + 1])));
            Assert.Equal("temperature", Name(() => call.Sample(x, T.Zero, T.One)));
            Assert.Equal("uniforms", Name(() => call.GumbelMax(x, null, new T[Length - 1])));
            Assert.Equal("k", Name(() => call.TopK(x, 0, 3)));
            Assert.Equal("k", Name(() => call.TopK(x, Length + 1, Length + 1)));
            Assert.Equal("destination", Name(() => call.TopK(x, 3, 2)));
            Assert.Equal("indices", Name(() => call.TopK(x, 3, 3, 2)));
        }

        EmittedHost<T> spans = EmittedCode.Host<T>(Length);
        T[] memory = new T[4 * Length];
        int[] places = new int[2 * Length];
        Assert.Equal("destination", Name(() => spans.Member<TopK<T>>("TopK")(memory.AsSpan(0, Length), 3, memory.AsSpan(2, 3), places)));
        Assert.Equal("uniforms", Name(() => spans.Member<DrawRows<T>>("SampleRows")(memory.AsSpan(0, 2 * Length), new T[3], places)));
        Assert.Equal("destination", Name(() => spans.Member<DrawRows<T>>("SampleRows")(memory.AsSpan(0, 2 * Length), new T[2], places.AsSpan(0, 1))));
        Assert.Equal("margins", Name(() => spans.Member<ArgMaxRows<T>>("ArgMaxRows")(memory.AsSpan(0, 2 * Length), new T[2], places, new T[1])));
        Assert.Equal("margins", Name(() => spans.Member<ArgMaxRows<T>>("ArgMaxRows")(memory.AsSpan(0, 2 * Length), new T[2], places, memory.AsSpan(3, 2))));
        spans.Member<DrawRows<T>>("SampleRows")([], [], []);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        foreach (int length in Lengths)
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length);
            T[] x = Distribution.Normal5.Sample<T>(length, seed: 1), uniforms = Uniforms(length, 1), destination = new T[length];
            int[] indices = new int[length];
            Draw<T> sample = host.Member<Draw<T>>("Sample");
            VectorDraw<T> gumbelMax = host.Member<VectorDraw<T>>("GumbelMax");
            RelaxedDraw<T> gumbelSoftmax = host.Member<RelaxedDraw<T>>("GumbelSoftmax");
            TopK<T> topK = host.Member<TopK<T>>("TopK");
            ArgMax<T> argMax = host.Member<ArgMax<T>>("ArgMax");
            long before = 0;
            for (int run = 0; run < 2; run++)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
                sample(x, uniforms[0]);
                gumbelMax(x, uniforms);
                gumbelSoftmax(x, T.One, uniforms, destination);
                topK(x, length, destination, indices);
                argMax(x, out _, out _);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static string? Name(Action call) => Assert.ThrowsAny<ArgumentException>(call).ParamName;

    private static T[] Uniforms(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(IsSingle ? random.NextSingle() : random.NextDouble()))];
    }

    private static IEnumerable<EmittedHost<T>> Hosts(int length) =>
    [
        .. Enum.GetValues<SoftmaxAccuracy>().Select(accuracy => EmittedCode.Host<T>(length, accuracy)),
        EmittedCode.ScalarHost<T>(length, withSpans: true),
        EmittedCode.ScalarHost<T>(length, withSpans: false),
        new EmittedHost<T>(AnyLengthHosts.Host(SoftmaxAccuracy.Default), length, SoftmaxAccuracy.Default),
        new ArrayHost<T>(AnyLengthHosts.Host(SoftmaxAccuracy.Default, CodeForm.Arrays), length, SoftmaxAccuracy.Default),
    ];

    /// <summary>Calls members of a host that takes spans, or arrays.</summary>
    private sealed class Caller(EmittedHost<T> host)
    {
        private readonly bool hasArrays = host is ArrayHost<T>;

        public (int Index, T Probability, T Margin) ArgMax(T[] x)
        {
            if (hasArrays)
            {
                object?[] arguments = [x, null, null];
                int index = (int)Invoke("ArgMax", [typeof(T[]), typeof(T).MakeByRefType(), typeof(T).MakeByRefType()], arguments)!;
                return (index, (T)arguments[1]!, (T)arguments[2]!);
            }

            return (host.Member<ArgMax<T>>("ArgMax")(x, out T probability, out T margin), probability, margin);
        }

        public (T[], int[]) TopK(T[] x, int k, int room = -1, int roomOfIndices = -1)
        {
            T[] destination = new T[room < 0 ? k : room];
            int[] indices = new int[roomOfIndices < 0 ? destination.Length : roomOfIndices];
            if (hasArrays)
                Invoke("TopK", [typeof(T[]), typeof(int), typeof(T[]), typeof(int[])], [x, k, destination, indices]);
            else
                host.Member<TopK<T>>("TopK")(x, k, destination, indices);
            return (destination, indices);
        }

        public int Sample(T[] x, T? temperature, T uniform) => (temperature, hasArrays) switch
        {
            (null, false) => host.Member<Draw<T>>("Sample")(x, uniform),
            (null, true) => (int)Invoke("Sample", [typeof(T[]), typeof(T)], [x, uniform])!,
            ({ } t, false) => host.Member<TemperedDraw<T>>("Sample")(x, t, uniform),
            ({ } t, true) => (int)Invoke("Sample", [typeof(T[]), typeof(T), typeof(T)], [x, t, uniform])!,
        };

        public int GumbelMax(T[] x, T? temperature, T[] uniforms) => (temperature, hasArrays) switch
        {
            (null, false) => host.Member<VectorDraw<T>>("GumbelMax")(x, uniforms),
            (null, true) => (int)Invoke("GumbelMax", [typeof(T[]), typeof(T[])], [x, uniforms])!,
            ({ } t, false) => host.Member<TemperedVectorDraw<T>>("GumbelMax")(x, t, uniforms),
            ({ } t, true) => (int)Invoke("GumbelMax", [typeof(T[]), typeof(T), typeof(T[])], [x, t, uniforms])!,
        };

        private object? Invoke(string name, Type[] types, object?[] arguments) =>
            host.Type.GetMethod(name, types)!.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
