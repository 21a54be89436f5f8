using System.Numerics;

namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>
/// What the generator emits for one element type, as an interface of static members that the emitted methods implement:
/// code that is generic in a host calls them as directly as a user does.
/// </summary>
public interface IEmitted<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract void Softmax(ReadOnlySpan<T> x, Span<T> destination);

    static abstract void SoftmaxRows(ReadOnlySpan<T> x, Span<T> destination);

    static abstract void LogSoftmax(ReadOnlySpan<T> x, Span<T> destination);

    static abstract T LogSumExp(ReadOnlySpan<T> x);

    static abstract T CrossEntropy(ReadOnlySpan<T> x, int label);

    static abstract void CrossEntropyGradient(ReadOnlySpan<T> x, int label, Span<T> destination);

    static abstract void VectorJacobianProduct(ReadOnlySpan<T> p, ReadOnlySpan<T> upstream, Span<T> destination);

    /// <summary>Not asked for where N * N would be out of proportion.</summary>
    static virtual void JacobianFromSoftmax(ReadOnlySpan<T> p, Span<T> destination) => throw new NotSupportedException();
}
