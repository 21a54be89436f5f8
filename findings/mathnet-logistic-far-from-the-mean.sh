#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: the density of the logistic distribution is not symmetric about the mean: at 750 its logarithm is -750 and the density 0, at
# -750 they are minus infinity and NaN. At -700 the density is 0, at 700 it is 1e-304.
. "$(dirname "$0")/common.sh"

echo 'MathNet.Numerics 5.0.0'
compare "$(csharp 'MathNet.Numerics 5.0.0' <<'CS'
using MathNet.Numerics.Distributions;

Logistic logistic = new(0, 1);
foreach (double x in (double[])[700, 750, -700, -750, 800, -800])
    Console.WriteLine(FormattableString.Invariant($"at {x}: logarithm of the density {logistic.DensityLn(x):R}, density {(logistic.Density(x) is double.NaN ? "NaN" : logistic.Density(x) == 0 ? "0" : "a number")}"));
CS
)" 'at 700: logarithm of the density -700, density a number
at 750: logarithm of the density -750, density 0
at -700: logarithm of the density -700, density 0
at -750: logarithm of the density -Infinity, density NaN
at 800: logarithm of the density -800, density 0
at -800: logarithm of the density -Infinity, density NaN'
