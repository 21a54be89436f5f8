using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Peers;

/// <summary>System.Numerics.Tensors: its own softmax, which overflows from logits of 89 on, and the best its other methods can be composed to.</summary>
internal static class TensorWork
{
    /// <summary>The largest element subtracted first, as one has to.</summary>
    public static void StableSoftmax<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(x, TensorPrimitives.Max(x), destination);
        TensorPrimitives.Exp(destination, destination);
        TensorPrimitives.Divide(destination, TensorPrimitives.Sum<T>(destination), destination);
    }

    /// <summary>log(sum(exp(x - max))), with the exponentials in a buffer of the caller.</summary>
    public static T ShiftedLogSumExp<T>(ReadOnlySpan<T> x, Span<T> buffer, out T max)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        max = TensorPrimitives.Max(x);
        TensorPrimitives.Subtract(x, max, buffer);
        TensorPrimitives.Exp(buffer, buffer);
        return T.Log(TensorPrimitives.Sum<T>(buffer));
    }

    internal readonly struct Softmax<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => TensorPrimitives.SoftMax(x, destination);
    }

    internal readonly struct Stable<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => StableSoftmax(x, destination);
    }

    internal readonly struct Rows<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            for (int start = 0; start < x.Length; start += n)
                TensorPrimitives.SoftMax(x.Slice(start, n), destination.Slice(start, n));
        }
    }

    internal readonly struct StableRows<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            for (int start = 0; start < x.Length; start += n)
                StableSoftmax(x.Slice(start, n), destination.Slice(start, n));
        }
    }

    internal readonly struct LogSoftmax<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            T log = ShiftedLogSumExp(x, destination, out T max);
            TensorPrimitives.Subtract(x, max + log, destination);
        }
    }

    internal readonly struct LogSumExp<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            T log = ShiftedLogSumExp(x, destination, out T max);
            destination[0] = max + log;
        }
    }

    internal readonly struct CrossEntropy<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            T log = ShiftedLogSumExp(x, destination, out T max);
            destination[0] = max + log - x[n - 1];
        }
    }

    internal readonly struct Gradient<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            StableSoftmax(x, destination);
            destination[n - 1] -= T.One;
        }
    }

    internal readonly struct Vjp<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            TensorPrimitives.Subtract(second, TensorPrimitives.Dot(x, second), destination);
            TensorPrimitives.Multiply(destination, x, destination);
        }
    }

    /// <summary>Row by row: -p_i p, and p_i more on the diagonal.</summary>
    internal readonly struct Jacobian<T> : IWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            for (int i = 0; i < n; i++)
            {
                Span<T> row = destination.Slice(i * n, n);
                TensorPrimitives.Multiply(x, -x[i], row);
                row[i] += x[i];
            }
        }
    }
}
