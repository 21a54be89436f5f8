namespace SoftmaxGen.Emitted.Tests.Harness;

// The shapes of the emitted members: spans can't be type arguments of Func and Action, and binding without boxing needs the exact types.

public delegate void Map<T>(ReadOnlySpan<T> x, Span<T> destination);

public delegate void TemperedMap<T>(ReadOnlySpan<T> x, T temperature, Span<T> destination);

public delegate void VectorMap<T>(ReadOnlySpan<T> p, ReadOnlySpan<T> vector, Span<T> destination);

public delegate void LabelledMap<T>(ReadOnlySpan<T> x, int label, Span<T> destination);

public delegate void LabelledRowsMap<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination);

public delegate void LabelledNumbersMap<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, int ignoreIndex);

public delegate T LossAndGradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, int ignoreIndex);

public delegate T VectorReduction<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> vector);

public delegate T TemperedLoss<T>(ReadOnlySpan<T> x, T temperature, int label);

public delegate void TemperedLabelledMap<T>(ReadOnlySpan<T> x, T temperature, int label, Span<T> destination);

public delegate void TemperedLabelledRowsMap<T>(ReadOnlySpan<T> x, T temperature, ReadOnlySpan<int> labels, Span<T> destination);

public delegate void TemperedLosses<T>(ReadOnlySpan<T> x, T temperature, ReadOnlySpan<int> labels, Span<T> destination, int ignoreIndex);

public delegate T TargetLossAndGradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> targets, Span<T> destination, bool sum);

public delegate void SmoothedLosses<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, T labelSmoothing, int ignoreIndex);

public delegate T SmoothedLossAndGradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, T labelSmoothing, bool sum, int ignoreIndex);

public delegate void ParallelMap<T>(ReadOnlyMemory<T> x, Memory<T> destination, ParallelOptions parallelOptions);

public delegate void LabelledParallelMap<T>(ReadOnlyMemory<T> x, ReadOnlyMemory<int> labels, Memory<T> destination, ParallelOptions parallelOptions);

public delegate T Reduction<T>(ReadOnlySpan<T> x);

public delegate T LabelledReduction<T>(ReadOnlySpan<T> x, int label);

public delegate int ArgMax<T>(ReadOnlySpan<T> x, out T probability, out T margin);

public delegate void ArgMaxRows<T>(ReadOnlySpan<T> x, Span<T> destination, Span<int> indices, Span<T> margins);

public delegate void TopK<T>(ReadOnlySpan<T> x, int k, Span<T> destination, Span<int> indices);

public delegate int Draw<T>(ReadOnlySpan<T> x, T uniform);

public delegate int TemperedDraw<T>(ReadOnlySpan<T> x, T temperature, T uniform);

public delegate void DrawRows<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> uniforms, Span<int> destination);

public delegate void TemperedDrawRows<T>(ReadOnlySpan<T> x, T temperature, ReadOnlySpan<T> uniforms, Span<int> destination);

public delegate int VectorDraw<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> uniforms);

public delegate int TemperedVectorDraw<T>(ReadOnlySpan<T> x, T temperature, ReadOnlySpan<T> uniforms);

public delegate void RelaxedDraw<T>(ReadOnlySpan<T> x, T temperature, ReadOnlySpan<T> uniforms, Span<T> destination);
