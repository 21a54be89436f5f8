namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>The members that a type gets only where it asks for them, for one element type.</summary>
public interface IMembers<T>
{
    static abstract void Softmax(ReadOnlySpan<T> x, Span<T> destination);

    static abstract void SoftmaxRows(ReadOnlySpan<T> x, Span<T> destination);

    static abstract T CrossEntropyWithGradientRows(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, int ignoreIndex);

    static abstract T CrossEntropyWithGradientRows(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, T labelSmoothing, bool sum, int ignoreIndex);

    static abstract T CrossEntropyWithGradientRows(ReadOnlySpan<T> x, ReadOnlySpan<T> targets, Span<T> destination, bool sum);

    static abstract T Entropy(ReadOnlySpan<T> x);

    static abstract T CrossEntropy(ReadOnlySpan<T> x, ReadOnlySpan<T> target);

    static abstract void CrossEntropyGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> target, Span<T> destination);

    static abstract void LogSoftmax(ReadOnlySpan<T> x, T temperature, Span<T> destination);

    static abstract T CrossEntropy(ReadOnlySpan<T> x, T temperature, int label);

    static abstract void CrossEntropyGradient(ReadOnlySpan<T> x, T temperature, int label, Span<T> destination);

    static abstract T CrossEntropyTemperatureDerivative(ReadOnlySpan<T> x, T temperature, int label);

    static abstract T LogProbability(ReadOnlySpan<T> x, int label);

    static abstract void LogProbabilityGradient(ReadOnlySpan<T> x, int label, Span<T> destination);

    static abstract void EntropyGradient(ReadOnlySpan<T> x, Span<T> destination);

    static abstract T KullbackLeibler(ReadOnlySpan<T> x, ReadOnlySpan<T> y);

    static abstract void KullbackLeiblerGradientByX(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination);

    static abstract void KullbackLeiblerGradientByY(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination);

    static abstract void LogSoftmaxVectorJacobianProduct(ReadOnlySpan<T> p, ReadOnlySpan<T> upstream, Span<T> destination);

    static abstract void LogSumExpHessianVectorProduct(ReadOnlySpan<T> x, ReadOnlySpan<T> tangent, Span<T> destination);

    static abstract int ArgMax(ReadOnlySpan<T> x, out T probability, out T margin);

    static abstract void TopK(ReadOnlySpan<T> x, int k, Span<T> destination, Span<int> indices);

    static abstract int Sample(ReadOnlySpan<T> x, T uniform);

    static abstract int GumbelMax(ReadOnlySpan<T> x, ReadOnlySpan<T> uniforms);

    static abstract void GumbelSoftmax(ReadOnlySpan<T> x, T temperature, ReadOnlySpan<T> uniforms, Span<T> destination);
}

[Softmax(10, Methods = SoftmaxMethods.All)]
internal readonly partial struct Members10 : IMembers<float>, IMembers<double>;

[Softmax(100, Methods = SoftmaxMethods.All)]
internal readonly partial struct Members100 : IMembers<float>, IMembers<double>;

[Softmax(1000, Methods = SoftmaxMethods.All)]
internal readonly partial struct Members1000 : IMembers<float>, IMembers<double>;
