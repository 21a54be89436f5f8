namespace SoftmaxGen.Adversary.Hosts;

// Spans can't be type arguments of Func and Action.

internal delegate void Map<T>(ReadOnlySpan<T> x, Span<T> destination);

internal delegate void TemperedMap<T>(ReadOnlySpan<T> x, T temperature, Span<T> destination);

internal delegate void VectorMap<T>(ReadOnlySpan<T> p, ReadOnlySpan<T> vector, Span<T> destination);

internal delegate void LabelledMap<T>(ReadOnlySpan<T> x, int label, Span<T> destination);

internal delegate void LabelledRowsMap<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination);

internal delegate T Reduction<T>(ReadOnlySpan<T> x);

internal delegate T LabelledReduction<T>(ReadOnlySpan<T> x, int label);
