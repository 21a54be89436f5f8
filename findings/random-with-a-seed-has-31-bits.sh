#!/usr/bin/env bash
# .NET 10: NextDouble of a Random with a seed returns one of 2^31 - 1 values, that of a Random without a seed one of 2^53. With a seed, a token of
# probability 1e-12 is drawn about 500 times too often or never, and Gumbel noise, -log(-log(u)), does not exceed 21.5.
. "$(dirname "$0")/common.sh"

compare "$(csharp <<'CS'
Console.WriteLine($".NET {Environment.Version.Major}, multiples of 1 / (2^31 - 1) among a million draws:");
Console.WriteLine($"with a seed {Multiples(new Random(1))}");
Console.WriteLine($"without {(Multiples(new Random()) < 10 ? "less than 10" : "more")}");

static int Multiples(Random random)
{
    int count = 0;
    for (int i = 0; i < 1_000_000; i++)
    {
        double draw = random.NextDouble();
        if (Math.Round(draw * int.MaxValue) * (1.0 / int.MaxValue) == draw)
            count++;
    }
    return count;
}
CS
)" '.NET 10, multiples of 1 / (2^31 - 1) among a million draws:
with a seed 1000000
without less than 10'
