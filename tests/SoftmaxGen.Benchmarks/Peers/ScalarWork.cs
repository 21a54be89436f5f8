using System.Numerics;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Peers;

/// <summary>What one writes without further thought: stable formulas in plain loops over MathF (or Math).</summary>
internal static class ScalarWork
{
    public static void StableSoftmax<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = Exponentials(x, destination, out _);
        for (int i = 0; i < x.Length; i++)
            destination[i] /= sum;
    }

    public static T StableLogSumExp<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T max = Max(x), sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            sum += T.Exp(x[i] - max);
        return max + T.Log(sum);
    }

    private static T Max<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T max = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > max)
                max = x[i];
        }

        return max;
    }

    private static T Exponentials<T>(ReadOnlySpan<T> x, Span<T> destination, out T max)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        max = Max(x);
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            T e = T.Exp(x[i] - max);
            destination[i] = e;
            sum += e;
        }

        return sum;
    }

    internal readonly struct Softmax<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => StableSoftmax(x, destination);
    }

    internal readonly struct LogSumExp<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => destination[0] = StableLogSumExp(x);
    }

    internal readonly struct CrossEntropy<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => destination[0] = StableLogSumExp(x) - x[n - 1];
    }

    internal readonly struct LogSoftmax<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            T log = StableLogSumExp(x);
            for (int i = 0; i < x.Length; i++)
                destination[i] = x[i] - log;
        }
    }

    internal readonly struct Vjp<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            T dot = T.Zero;
            for (int i = 0; i < x.Length; i++)
                dot += x[i] * second[i];
            for (int i = 0; i < x.Length; i++)
                destination[i] = x[i] * (second[i] - dot);
        }
    }

    internal readonly struct Jacobian<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            int k = 0;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                    destination[k++] = x[i] * ((i == j ? T.One : T.Zero) - x[j]);
            }
        }
    }
}
