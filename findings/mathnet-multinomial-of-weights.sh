#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: Multinomial accepts weights that do not add up to 1, as Categorical does, but normalises them only to draw. Its probabilities,
# means and variances are computed from the weights as they are: with the weights 1 and 1, a probability is 2 and the variance 0.
. "$(dirname "$0")/common.sh"

echo 'MathNet.Numerics 5.0.0'
compare "$(csharp 'MathNet.Numerics 5.0.0' <<'CS'
using MathNet.Numerics.Distributions;

double[] weights = [1, 1];
Multinomial multinomial = new(weights, 2);
Console.WriteLine($"Categorical: probability of the first {new Categorical(weights).Probability(0)}");
Console.WriteLine($"Multinomial of 2 draws: probability of one each {multinomial.Probability([1, 1])}, mean {multinomial.Mean[0]}, variance {multinomial.Variance[0]}");
Console.WriteLine($"sum of both counts in a sample: {multinomial.Sample().Sum()}");
CS
)" 'Categorical: probability of the first 0.5
Multinomial of 2 draws: probability of one each 2, mean 2, variance 0
sum of both counts in a sample: 2'
