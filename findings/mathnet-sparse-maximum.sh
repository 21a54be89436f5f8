#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: Maximum of a sparse vector looks at the elements that are stored only. The zeros that are not stored are passed over, so
# that the maximum of [-1, -2, 0] is -1, and that of the same vector, dense, 0: what is subtracted before a softmax is not the maximum.
. "$(dirname "$0")/common.sh"

echo 'MathNet.Numerics 5.0.0'
compare "$(csharp 'MathNet.Numerics 5.0.0' <<'CS'
using MathNet.Numerics.LinearAlgebra;
double[] x = [-1, -2, 0];
var dense = Vector<double>.Build.DenseOfArray(x);
var sparse = Vector<double>.Build.SparseOfArray(x);
Console.WriteLine($"dense: {dense.Maximum()} at {dense.MaximumIndex()}");
Console.WriteLine($"sparse: {sparse.Maximum()} at {sparse.MaximumIndex()}");
CS
)" 'dense: 0 at 2
sparse: -1 at 0'
