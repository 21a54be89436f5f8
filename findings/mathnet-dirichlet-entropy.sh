#!/usr/bin/env bash
# Math.NET Numerics 5.0.0: Dirichlet.Entropy is not the entropy. A Dirichlet distribution of two classes is a beta distribution, and its entropy is that of Beta:
# -0.235 for (2, 3), not 5.43. That of (1, 1, 1), uniform over the triangle of probabilities with density 2, is -log 2 and gets the other sign.
. "$(dirname "$0")/common.sh"

echo 'MathNet.Numerics 5.0.0'
compare "$(csharp 'MathNet.Numerics 5.0.0' <<'CS'
using MathNet.Numerics.Distributions;

foreach ((double a, double b) in new[] { (2.0, 3.0), (0.5, 0.5) })
    Console.WriteLine($"({a}, {b}): Beta {new Beta(a, b).Entropy:F4}, Dirichlet {new Dirichlet([a, b]).Entropy:F4}");
Dirichlet uniform = new([1.0, 1, 1]);
Console.WriteLine($"(1, 1, 1): density {uniform.Density([0.2, 0.3, 0.5]):F4} everywhere, entropy {uniform.Entropy:F4}");
CS
)" '(2, 3): Beta -0.2349, Dirichlet 5.4281
(0.5, 0.5): Beta -0.2416, Dirichlet -1.3863
(1, 1, 1): density 2.0000 everywhere, entropy 0.6931'
