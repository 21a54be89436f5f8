#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: the entropy of a Poisson distribution is an asymptotic series, for every rate: below 1 it is far off, and negative for rare events.
# The sum of -p log p over the same object's probabilities is the entropy.
. "$(dirname "$0")/common.sh"

echo 'MathNet.Numerics 5.0.0'
compare "$(csharp 'MathNet.Numerics 5.0.0' <<'CS'
using MathNet.Numerics.Distributions;
foreach (double rate in new[] { 0.1, 0.5, 1, 5, 50 })
{
    Poisson poisson = new(rate);
    double sum = 0;
    for (int k = 0; k < 400; k++)
    {
        if (poisson.Probability(k) > 0)
            sum -= poisson.Probability(k) * poisson.ProbabilityLn(k);
    }
    Console.WriteLine($"rate {rate}: Entropy {poisson.Entropy:F4}, sum of -p log p {sum:F4}");
}
CS
)" 'rate 0.1: Entropy -57.5101, sum of -p log p 0.3337
rate 0.5: Entropy 0.3168, sum of -p log p 0.9276
rate 1: Entropy 1.2412, sum of -p log p 1.3048
rate 5: Entropy 2.2049, sum of -p log p 2.2044
rate 50: Entropy 3.3733, sum of -p log p 3.3733'
