using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SoftmaxGen.Reference;

/// <summary>
/// What is promised, for the tests, the search for inputs that break it (tests/SoftmaxGen.Adversary) and the table in docs/guarantees.md alike:
/// a bound stands here and nowhere else.
/// </summary>
public static class Bounds
{
    private const SoftmaxAccuracy Default = SoftmaxAccuracy.Default, Fast = SoftmaxAccuracy.Fast, Precise = SoftmaxAccuracy.Precise;

    // A product is then rounded before it is added to: the remainder of the reciprocal is no longer exact.
    private static readonly double WithoutFusedMultiplyAdd = Fma.IsSupported || AdvSimd.Arm64.IsSupported ? 0 : 0.5;

    public static IReadOnlyList<Bound> All { get; } =
    [
        .. Of(Quantity.Probability, Default, (1, 5), (5, 8), (17, 13), (129, 6)), .. OfDouble(Quantity.Probability, Default, (1, 4), (3, 5), (5, 4)),
        .. Of(Quantity.Probability, Fast, (1, 8), (17, 13), (129, 8)), .. OfDouble(Quantity.Probability, Fast, (1, 8), (17, 10), (65, 8)),
        .. Of(Quantity.Probability, Precise, (1, 0.5001)), .. OfDouble(Quantity.Probability, Precise, (1, 1.3)),

        .. Of(Quantity.SubnormalProbability, Default, (1, 5), (5, 8), (17, 13), (129, 6)), .. OfDouble(Quantity.SubnormalProbability, Default, (1, 4), (3, 5), (5, 4)),
        .. Of(Quantity.SubnormalProbability, Fast, (1, 8), (17, 13), (129, 8)), .. OfDouble(Quantity.SubnormalProbability, Fast, (1, 8), (17, 10), (65, 8)),
        // A subnormal double is rounded a second time, by at most half its spacing.
        .. Of(Quantity.SubnormalProbability, Precise, (1, 0.5001)), .. OfDouble(Quantity.SubnormalProbability, Precise, (1, 1.6)),

        .. Of(Quantity.LabelGradient, Default, (1, 5), (5, 8), (17, 13), (129, 6)), .. OfDouble(Quantity.LabelGradient, Default, (1, 5)),
        .. Of(Quantity.LabelGradient, Fast, (1, 8), (17, 13), (129, 8)), .. OfDouble(Quantity.LabelGradient, Fast, (1, 8), (17, 10), (65, 8)),
        .. Of(Quantity.LabelGradient, Precise, (1, 0.5001)), .. OfDouble(Quantity.LabelGradient, Precise, (1, 1.3)),

        .. OfAll(Quantity.Logarithm, 4, 4),

        // The logarithm, and a sum of products, each with a term and a distance that are rounded; all of them positive.
        .. OfAll(Quantity.Entropy, 6, 6),

        // Each factor is off by B ulp, 2 B units roundoff at most, and their product by another: 4 B + 1.
        .. Of(Quantity.JacobianOffDiagonal, Default, (1, 21.1), (5, 33.1), (17, 53.1), (129, 25.1)), .. OfDouble(Quantity.JacobianOffDiagonal, Default, (1, 17.1), (3, 21.1), (5, 17.1)),
        .. Of(Quantity.JacobianOffDiagonal, Fast, (1, 33.1), (17, 53.1), (129, 33.1)), .. OfDouble(Quantity.JacobianOffDiagonal, Fast, (1, 33.1), (17, 41.1), (65, 33.1)),
        .. Of(Quantity.JacobianOffDiagonal, Precise, (1, 3.1)), .. OfDouble(Quantity.JacobianOffDiagonal, Precise, (1, 6.3)),

        // An error of B ulp in p moves p (1 - p) by (1 - 2 p) times that; 1 - p and the product round, by 1.5 ulp of p together.
        .. Of(Quantity.JacobianDiagonal, Default, (1, 6.6), (5, 9.6), (17, 14.6), (129, 7.6)), .. OfDouble(Quantity.JacobianDiagonal, Default, (1, 5.6), (3, 6.6), (5, 5.6)),
        .. Of(Quantity.JacobianDiagonal, Fast, (1, 9.6), (17, 14.6), (129, 9.6)), .. OfDouble(Quantity.JacobianDiagonal, Fast, (1, 9.6), (17, 11.6), (65, 9.6)),
        .. Of(Quantity.JacobianDiagonal, Precise, (1, 2.1)), .. OfDouble(Quantity.JacobianDiagonal, Precise, (1, 3.1)),

        // One product, correctly rounded, and 1 - p and a product.
        .. OfAll(Quantity.JacobianFromSoftmaxOffDiagonal, 0.5, 0.5),
        .. OfAll(Quantity.JacobianFromSoftmaxDiagonal, 1.5001, 1.5001),

        // A product goes through eight additions of a chunk, four of the fold of the lanes and that of the totals; then a difference and a product.
        .. OfAll(Quantity.VectorProduct, 16, 16),
    ];

    /// <summary>LogSoftmax, LogSumExp and CrossEntropy in ulp, next to zero too: the same for both types, every accuracy and length.</summary>
    public static double Logarithm { get; } = For<double>(Quantity.Logarithm, Default, 1);

    /// <summary>What the gradient of a mean is off by more than the gradient of a row, in ulp: 1 over the number of rows is rounded, and the product.</summary>
    public static double ErrorOfMean => 2;

    /// <summary>What the mean loss that comes with a gradient is off by more than the gradient at the label, in ulp: the label's term, a quotient, a logarithm.</summary>
    public static double ErrorOfLoss => 8;

    /// <summary>Probabilities in ulp, but for subnormal ones.</summary>
    public static double Softmax<T>(SoftmaxAccuracy accuracy, int length) => For<T>(Quantity.Probability, accuracy, length);

    /// <summary>Probabilities in ulp, subnormal ones in their spacing.</summary>
    public static double Softmax<T>(SoftmaxAccuracy accuracy, int length, BigFloat exact) =>
        For<T>(exact.Binade < (typeof(T) == typeof(float) ? -126 : -1022) ? Quantity.SubnormalProbability : Quantity.Probability, accuracy, length);

    /// <summary>The bound for rows of one length, in the unit of the quantity.</summary>
    public static double For<T>(Quantity quantity, SoftmaxAccuracy accuracy, int length)
    {
        Bound bound = Of<T>(quantity, accuracy, length);
        bool isLarger = bound.Type == SoftmaxElementTypes.Double && accuracy == Default && (quantity == Quantity.Probability || quantity == Quantity.SubnormalProbability || quantity == Quantity.LabelGradient);
        return bound.Value + (isLarger ? WithoutFusedMultiplyAdd : 0);
    }

    /// <summary>The promise for rows of one length.</summary>
    public static Bound Of<T>(Quantity quantity, SoftmaxAccuracy accuracy, int length)
    {
        SoftmaxElementTypes type = typeof(T) == typeof(float) ? SoftmaxElementTypes.Single : SoftmaxElementTypes.Double;
        return All.Last(it => it.Quantity == quantity && it.Type == type && it.Accuracy == accuracy && it.From <= length);
    }

    private static IEnumerable<Bound> Of(Quantity quantity, SoftmaxAccuracy accuracy, params (int From, double Value)[] bounds) =>
        bounds.Select(bound => new Bound(quantity, SoftmaxElementTypes.Single, accuracy, bound.From, bound.Value));

    private static IEnumerable<Bound> OfDouble(Quantity quantity, SoftmaxAccuracy accuracy, params (int From, double Value)[] bounds) =>
        bounds.Select(bound => new Bound(quantity, SoftmaxElementTypes.Double, accuracy, bound.From, bound.Value));

    // The same code at every accuracy, or the same promise.
    private static IEnumerable<Bound> OfAll(Quantity quantity, double single, double @double) =>
        Enum.GetValues<SoftmaxAccuracy>().SelectMany(accuracy => Of(quantity, accuracy, (1, single)).Concat(OfDouble(quantity, accuracy, (1, @double))));
}
