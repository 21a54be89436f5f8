namespace SoftmaxGen.PathProbe;

/// <summary>The emitted members, so that one generic method can call those of every host.</summary>
internal interface IEmitted<T>
{
    static abstract void Softmax(ReadOnlySpan<T> x, Span<T> destination);

    static abstract void Softmax(ReadOnlySpan<T> x, T temperature, Span<T> destination);

    static abstract void SoftmaxRows(ReadOnlySpan<T> x, Span<T> destination);

    static abstract void LogSoftmax(ReadOnlySpan<T> x, Span<T> destination);

    static abstract void LogSoftmaxRows(ReadOnlySpan<T> x, Span<T> destination);

    static abstract T LogSumExp(ReadOnlySpan<T> x);

    static abstract T CrossEntropy(ReadOnlySpan<T> x, int label);

    static abstract void CrossEntropyGradient(ReadOnlySpan<T> x, int label, Span<T> destination);

    static abstract void CrossEntropyGradientRows(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination);

    static abstract void VectorJacobianProduct(ReadOnlySpan<T> p, ReadOnlySpan<T> upstream, Span<T> destination);

    static abstract void JacobianVectorProduct(ReadOnlySpan<T> p, ReadOnlySpan<T> tangent, Span<T> destination);
}

/// <summary>The members with N * N results, which the longest hosts come without.</summary>
internal interface IEmittedJacobian<T>
{
    static abstract void Jacobian(ReadOnlySpan<T> x, Span<T> destination);

    static abstract void JacobianFromSoftmax(ReadOnlySpan<T> p, Span<T> destination);
}

/// <summary>The softmax of halves, rounded or not.</summary>
internal interface IEmittedHalf
{
    static abstract void SoftmaxRows(ReadOnlySpan<Half> x, Span<Half> destination);

    static abstract void SoftmaxRows(ReadOnlySpan<Half> x, Span<float> destination);
}

/// <summary>A host for both element types.</summary>
internal interface IEmitted : IEmitted<float>, IEmitted<double>;

/// <summary>A host for both element types, with Jacobians.</summary>
internal interface IEmittedWithJacobian : IEmitted, IEmittedJacobian<float>, IEmittedJacobian<double>;
