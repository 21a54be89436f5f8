#!/usr/bin/env bash
# NumSharp 0.70.0: np.sum of a million floats of 0.1 is off by 5.6; NumPy adds pairwise and is off by less than 0.1. A softmax over a vocabulary
# inherits it: its probabilities add up to something else than 1 by as much.
. "$(dirname "$0")/common.sh"

echo 'NumSharp 0.70.0'
compare "$(csharp 'NumSharp 0.70.0' <<'CS'
using NumSharp;
float[] x = Enumerable.Repeat(0.1f, 1_000_000).ToArray();
Console.WriteLine($"sum of 1,000,000 times 0.1: off by more than 5: {Math.Abs((float)np.sum(np.array(x)) - 100_000) > 5}");
Console.WriteLine($"off by more than 0.1 if added in double: {Math.Abs((float)x.Sum(v => (double)v) - 100_000) > 0.1}");
CS
)" 'sum of 1,000,000 times 0.1: off by more than 5: True
off by more than 0.1 if added in double: False'
