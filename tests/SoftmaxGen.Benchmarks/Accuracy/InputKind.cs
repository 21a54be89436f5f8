using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Accuracy;

/// <summary>A kind of random rows that errors are measured on.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Element">One element, given its index in the row.</param>
internal sealed record InputKind(string Name, Func<Random, int, double> Element)
{
    private const int TiedValues = 3;
    private const double FarBelow = 20;

    /// <summary>What softmax is measured on.</summary>
    public static IReadOnlyList<InputKind> General { get; } =
    [
        new("deviation 1", (random, _) => Inputs.Normal(random)),
        new("deviation 5", (random, _) => 5 * Inputs.Normal(random)),
        new("deviation 30", (random, _) => 30 * Inputs.Normal(random)),
        new("uniform ±100", (random, _) => (200 * random.NextDouble()) - 100),
        new("ties", (random, _) => 7 * random.Next(TiedValues)),
        new("around 10⁴", (random, _) => 1e4 + (5 * Inputs.Normal(random))),
        new("around −10⁴", (random, _) => -1e4 + (5 * Inputs.Normal(random))),
    ];

    /// <summary>One element 0 and the others so far below that the sum's logarithm is next to 0.</summary>
    public static InputKind Dominated { get; } =
        new("one dominates", (random, i) => i == 0 ? 0 : -FarBelow - Math.Abs(10 * Inputs.Normal(random)));
}
