#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: a draw from a Dirichlet distribution with small parameters, which sparse mixtures use, is often NaN: all of its gamma
# variables underflow to 0, and 0 is divided by 0. Of 1,000 draws with two parameters of 0.0005, 464 are NaN. Their logarithms would be finite.
. "$(dirname "$0")/common.sh"

echo 'MathNet.Numerics 5.0.0'
compare "$(csharp 'MathNet.Numerics 5.0.0' <<'CS'
using MathNet.Numerics.Distributions;

foreach (double parameter in (double[])[0.1, 0.01, 0.0005])
{
    Random random = new(1);
    int nan = Enumerable.Range(0, 1000).Count(_ => Dirichlet.Sample(random, [parameter, parameter]).Any(double.IsNaN));
    Console.WriteLine(FormattableString.Invariant($"parameters of {parameter}: {nan} of 1000 draws are NaN"));
}
CS
)" 'parameters of 0.1: 0 of 1000 draws are NaN
parameters of 0.01: 0 of 1000 draws are NaN
parameters of 0.0005: 464 of 1000 draws are NaN'
