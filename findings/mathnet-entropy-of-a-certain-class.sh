#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: the entropy of a Categorical distribution is NaN as soon as one class has probability 0: 0 times the logarithm of 0.
# SciPy's and PyTorch's count such a class as 0.
. "$(dirname "$0")/common.sh"

echo 'MathNet.Numerics 5.0.0'
compare "$(csharp 'MathNet.Numerics 5.0.0' <<'CS'
using MathNet.Numerics.Distributions;
foreach (double[] p in new double[][] { [0.5, 0.5], [0.5, 0.5, 0], [1, 0] })
    Console.WriteLine($"[{string.Join(", ", p)}]: {new Categorical(p).Entropy:F4}");
CS
)" '[0.5, 0.5]: 0.6931
[0.5, 0.5, 0]: NaN
[1, 0]: NaN'
