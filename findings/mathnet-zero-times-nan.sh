#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: a dense vector or matrix times the number 0 is 0 where it has NaN or infinity, and a NaN that says that something went wrong is gone.
# Times any other number, times a vector of zeros, and in a product of matrices it stays NaN.
. "$(dirname "$0")/common.sh"

echo 'MathNet.Numerics 5.0.0'
compare "$(csharp 'MathNet.Numerics 5.0.0' <<'CS'
using MathNet.Numerics.LinearAlgebra;

Vector<double> x = Vector<double>.Build.Dense([1, double.NaN, double.PositiveInfinity]);
foreach (double factor in new[] { 0, 1e-300 })
    Console.WriteLine($"[{string.Join(", ", x)}] * {factor}: {string.Join(" ", x * factor)}");
Console.WriteLine($"element by element with zeros: {string.Join(" ", x.PointwiseMultiply(Vector<double>.Build.Dense(3)))}");
Console.WriteLine($"the row as a matrix * 0: {string.Join(" ", (x.ToRowMatrix() * 0).Enumerate())}, * a column of zeros: {(x.ToRowMatrix() * Vector<double>.Build.Dense(3))[0]}");
CS
)" '[1, NaN, Infinity] * 0: 0 0 0
[1, NaN, Infinity] * 1E-300: 1E-300 NaN Infinity
element by element with zeros: 0 NaN NaN
the row as a matrix * 0: 0 0 0, * a column of zeros: NaN'
