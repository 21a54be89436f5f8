namespace SoftmaxGen.Adversary.Hosts;

// Spans can't be type arguments of Func and Action.

internal delegate void Map<T>(ReadOnlySpan<T> x, Span<T> destination);

internal delegate void TemperedMap<T>(ReadOnlySpan<T> x, T temperature, Span<T> destination);

internal delegate void VectorMap<T>(ReadOnlySpan<T> p, ReadOnlySpan<T> vector, Span<T> destination);

internal delegate void LabelledMap<T>(ReadOnlySpan<T> x, int label, Span<T> destination);

internal delegate void LabelledRowsMap<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination);

internal delegate T Reduction<T>(ReadOnlySpan<T> x);

internal delegate T LabelledReduction<T>(ReadOnlySpan<T> x, int label);

internal delegate T VectorReduction<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> vector);

internal delegate T TemperedLoss<T>(ReadOnlySpan<T> x, T temperature, int label);

internal delegate void TemperedLabelledMap<T>(ReadOnlySpan<T> x, T temperature, int label, Span<T> destination);

internal delegate T LossAndGradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, int ignoreIndex);

internal delegate T SmoothedLossAndGradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, T labelSmoothing, bool sum, int ignoreIndex);

internal delegate int ArgMax<T>(ReadOnlySpan<T> x, out T probability, out T margin);

internal delegate void TopK<T>(ReadOnlySpan<T> x, int k, Span<T> destination, Span<int> indices);
