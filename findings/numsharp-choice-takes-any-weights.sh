#!/usr/bin/env bash
# NumSharp 0.70.0: np.random.choice takes probabilities that do not add up to 1 and draws by their partial sums: what is missing goes to no class in
# particular. NumPy raises "probabilities do not sum to 1". Exponentials that were not divided by their sum are drawn from without a word.
. "$(dirname "$0")/common.sh"

echo 'NumSharp 0.70.0'
compare "$(csharp 'NumSharp 0.70.0' <<'CS'
using NumSharp;
np.random.seed(1);
long[] draws = [.. np.random.choice(3, new Shape(10_000), p: new double[] { 0.2, 0.2, 0.2 }).ToArray<long>()];
Console.WriteLine($"raised nothing; each class was drawn about equally often: {Enumerable.Range(0, 3).All(k => Math.Abs(draws.Count(d => d == k) / 10_000.0 - 1.0 / 3) < 0.05)}");
CS
)" 'raised nothing; each class was drawn about equally often: True'
