#!/usr/bin/env bash
# NumSharp 0.70.0: np.log1p and np.expm1 of small numbers lose what NumPy's are there to keep: 1e-17 becomes 0, and 1e-9 has eight digits.
# np.logaddexp of the same library is accurate.
. "$(dirname "$0")/common.sh"

echo 'NumSharp 0.70.0'
compare "$(csharp 'NumSharp 0.70.0' <<'CS'
using NumSharp;
NDArray x = np.array(new double[] { 1e-17, 1e-9 });
double[] log1p = np.log1p(x).ToArray<double>(), expm1 = np.expm1(x).ToArray<double>();
Console.WriteLine($"log1p: {log1p[0]:R}, {log1p[1]:R}");
Console.WriteLine($"expm1: {expm1[0]:R}, {expm1[1]:R}");
Console.WriteLine($"logaddexp(0, -40): {np.logaddexp(np.array(new double[] { 0 }), np.array(new double[] { -40 })).ToArray<double>()[0]:E6}");
CS
)" 'log1p: 0, 1.000000082240371E-09
expm1: 0, 1.000000082740371E-09
logaddexp(0, -40): 4.248354E-018'
