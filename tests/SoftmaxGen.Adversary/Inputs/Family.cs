namespace SoftmaxGen.Adversary.Inputs;

/// <summary>A kind of row to begin with.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Sample">Fills a row; the last argument is how far below the maximum results end.</param>
internal sealed record Family(string Name, Action<Random, double[], double> Sample)
{
    // Where the code takes another path: the maximum up to which rows are computed as they are, once 1024, now 2048.
    private static readonly double[] Guards = [1024, 2048];

    private static readonly double Step = Math.Log(2) / 8;

    public static IReadOnlyList<Family> All { get; } =
    [
        new("normal", (random, x, _) => Fill(x, Deviation(random), (_, deviation) => deviation * Normal(random))),
        new("uniform", (random, x, reach) => Fill(x, random.NextDouble() * reach, (_, width) => -width * random.NextDouble())),
        new("one large", (random, x, reach) =>
        {
            Fill(x, 0.0, (_, _) => 0);
            x[random.Next(x.Length)] = random.NextDouble() * Reach(random, reach);
        }),
        new("equal below one large", (random, x, reach) =>
        {
            double width = Math.Pow(10, (-6 * random.NextDouble()) - 1);
            Fill(x, -Reach(random, reach) * random.NextDouble(), (_, level) => level + (width * Normal(random)));
            x[random.Next(x.Length)] = 0;
        }),
        new("ladder", (random, x, reach) =>
        {
            double step = Reach(random, reach) * random.NextDouble() / x.Length;
            Fill(x, step, (i, height) => -i * height);
            if (random.Next(2) == 0)
                random.Shuffle(x);
        }),
        new("clusters", (random, x, reach) =>
        {
            double width = Reach(random, reach);
            double[] centers = [.. Enumerable.Range(0, 2 + random.Next(4)).Select(_ => -width * random.NextDouble())];
            Fill(x, random.Next(2) * 1e-3, (_, around) => centers[random.Next(centers.Length)] + (around * Normal(random)));
        }),
        new("ties", (random, x, reach) =>
        {
            double below = -Reach(random, reach) * random.NextDouble(), share = random.NextDouble();
            Fill(x, 0.0, (_, _) => random.NextDouble() < share ? 0 : below);
        }),
        new("subnormal results", (random, x, reach) =>
        {
            double border = reach - (reach / 6);
            Fill(x, 0.0, (_, _) => -border - (random.NextDouble() * reach / 5));
            x[random.Next(x.Length)] = 0;
        }),
        // Multiples of ln(2) / 8, and between them, where the reduction of the argument changes over.
        new("edges of the reduction", (random, x, reach) => Fill(x, random.Next(2) / 2.0, (_, half) => -Step * (random.Next((int)(reach / Step)) + half))),
        new("next to 0", (random, x, _) => Fill(x, Math.Pow(10, -320 * random.NextDouble()), (_, size) => size * Normal(random))),
        new("maximum at a guard", (random, x, reach) =>
        {
            double guard = Guards[random.Next(Guards.Length)] * (1 - (2 * random.Next(2))), width = Reach(random, reach);
            Fill(x, guard, (_, top) => top - (width * random.NextDouble()));
            x[random.Next(x.Length)] = guard + (random.Next(3) switch { 0 => 0, 1 => random.NextDouble() - 0.5, _ => 1e-9 * Normal(random) });
        }),
        new("large numbers", (random, x, reach) =>
        {
            double top = Math.Pow(10, 1 + (random.Next(4) == 0 ? 300 * random.NextDouble() : 5 * random.NextDouble())) * (1 - (2 * random.Next(2))), width = Reach(random, reach);
            Fill(x, top, (_, around) => around - (width * random.NextDouble()));
        }),
        new("logarithms of probabilities", (random, x, _) =>
        {
            Fill(x, Deviation(random), (_, deviation) => deviation * Normal(random));
            double max = x.Max(), log = max + Math.Log(x.Sum(value => Math.Exp(value - max)));
            double rest = random.Next(3) == 0 ? 0 : Normal(random) * Math.Pow(10, -16 * random.NextDouble());
            Fill(x, log - rest, (i, shift) => x[i] - shift);
        }),
        new("masked", (random, x, reach) =>
        {
            double width = Reach(random, reach), share = random.NextDouble();
            Fill(x, width, (_, by) => random.NextDouble() < share ? double.NegativeInfinity : -by * random.NextDouble());
            x[random.Next(x.Length)] = 0;
        }),
    ];

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Deviation(Random random) => new[] { 0.1, 1, 5, 30 }[random.Next(4)];

    // Mostly what shows in a sum of a few numbers, sometimes all of the range.
    private static double Reach(Random random, double reach) => random.Next(3) switch { 0 => 2, 1 => 20, _ => reach };

    private static void Fill(double[] x, double parameter, Func<int, double, double> element)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = element(i, parameter);
    }
}
