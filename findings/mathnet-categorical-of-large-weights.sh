#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: a Categorical of weights whose sum overflows is accepted; its probabilities are 0 and it always draws the same class.
# Weights are exponentials of log-likelihoods often enough that a sum beyond 1.8e308 occurs.
. "$(dirname "$0")/common.sh"

echo 'MathNet.Numerics 5.0.0'
compare "$(csharp 'MathNet.Numerics 5.0.0' <<'CS'
using MathNet.Numerics.Distributions;
foreach (double[] weights in new double[][] { [1e307, 1e307, 1e307], [1e308, 1e308, 1e308] })
{
    Categorical categorical = new(weights, new Random(1));
    int[] draws = new int[weights.Length];
    for (int i = 0; i < 3000; i++)
        draws[categorical.Sample()]++;
    string drawn = draws.Min() > 900 ? "all classes alike" : $"only class {Array.IndexOf(draws, 3000)}";
    Console.WriteLine($"weights of {weights[0]:G3}: p = {categorical.Probability(0):F4}, drawn {drawn}");
}
CS
)" 'weights of 1E+307: p = 0.3333, drawn all classes alike
weights of 1E+308: p = 0.0000, drawn only class 1'
