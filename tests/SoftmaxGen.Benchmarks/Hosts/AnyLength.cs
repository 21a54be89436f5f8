using System.Numerics;
using System.Runtime.CompilerServices;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>What the generator emits for rows of any length, for one element type.</summary>
public interface IAnyLength<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract void Softmax(ReadOnlySpan<T> x, Span<T> destination);

    static abstract void SoftmaxRows(ReadOnlySpan<T> x, int length, Span<T> destination);

    static abstract void LogSoftmax(ReadOnlySpan<T> x, Span<T> destination);

    static abstract T LogSumExp(ReadOnlySpan<T> x);

    static abstract void CrossEntropyGradient(ReadOnlySpan<T> x, int label, Span<T> destination);

    static abstract void VectorJacobianProduct(ReadOnlySpan<T> p, ReadOnlySpan<T> upstream, Span<T> destination);
}

[Softmax]
public readonly partial struct AnyLength : IAnyLength<float>, IAnyLength<double>;

/// <summary>A loop around a member for rows of any length.</summary>
internal static class AnyLengthWork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static Batch<T> Of<THost>(Member member)
        where THost : struct, IAnyLength<T> => member switch
        {
            Member.Softmax => Repeat<T>.Work<Softmax<THost>>,
            Member.Batch => Repeat<T>.Work<Rows<THost>>,
            Member.LogSoftmax => Repeat<T>.Work<LogSoftmax<THost>>,
            Member.LogSumExp => Repeat<T>.Work<LogSumExp<THost>>,
            Member.Gradient => Repeat<T>.Work<Gradient<THost>>,
            Member.Vjp => Repeat<T>.Work<Vjp<THost>>,
            _ => throw new ArgumentOutOfRangeException(nameof(member)),
        };

    private readonly struct Softmax<THost> : IWork<T>
        where THost : struct, IAnyLength<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.Softmax(x, destination);
    }

    private readonly struct Rows<THost> : IWork<T>
        where THost : struct, IAnyLength<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.SoftmaxRows(x, n, destination);
    }

    private readonly struct LogSoftmax<THost> : IWork<T>
        where THost : struct, IAnyLength<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.LogSoftmax(x, destination);
    }

    private readonly struct LogSumExp<THost> : IWork<T>
        where THost : struct, IAnyLength<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => destination[0] = THost.LogSumExp(x);
    }

    private readonly struct Gradient<THost> : IWork<T>
        where THost : struct, IAnyLength<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.CrossEntropyGradient(x, n - 1, destination);
    }

    private readonly struct Vjp<THost> : IWork<T>
        where THost : struct, IAnyLength<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination) => THost.VectorJacobianProduct(x, second, destination);
    }
}
