using System.Numerics;
using System.Runtime.CompilerServices;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>One call of an emitted member each, to be inlined into the loop that times it.</summary>
internal static class EmittedWork
{
    internal readonly struct Softmax<THost, T> : IWork<T>
        where THost : struct, IEmitted<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.Softmax(x, destination);
    }

    internal readonly struct Rows<THost, T> : IWork<T>
        where THost : struct, IEmitted<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.SoftmaxRows(x, destination);
    }

    internal readonly struct LogSoftmax<THost, T> : IWork<T>
        where THost : struct, IEmitted<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.LogSoftmax(x, destination);
    }

    internal readonly struct LogSumExp<THost, T> : IWork<T>
        where THost : struct, IEmitted<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => destination[0] = THost.LogSumExp(x);
    }

    internal readonly struct CrossEntropy<THost, T> : IWork<T>
        where THost : struct, IEmitted<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => destination[0] = THost.CrossEntropy(x, n - 1);
    }

    internal readonly struct Gradient<THost, T> : IWork<T>
        where THost : struct, IEmitted<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.CrossEntropyGradient(x, n - 1, destination);
    }

    internal readonly struct Vjp<THost, T> : IWork<T>
        where THost : struct, IEmitted<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.VectorJacobianProduct(x, second, destination);
    }

    internal readonly struct Jacobian<THost, T> : IWork<T>
        where THost : struct, IEmitted<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.JacobianFromSoftmax(x, destination);
    }
}
