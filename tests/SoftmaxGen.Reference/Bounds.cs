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

    private static readonly Bound[] Probabilities =
    [
        // Fast is Default for floats.
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.Probability, accuracy, (1, 6), (5, 9), (17, 12), (129, 7))),
        .. Of(Quantity.Probability, Precise, (1, 0.5001)),
        .. OfDouble(Quantity.Probability, Default, (1, 4), (3, 5), (5, 4)),
        .. OfDouble(Quantity.Probability, Fast, (1, 8), (17, 10), (65, 8)),
        .. OfDouble(Quantity.Probability, Precise, (1, 1.7)),
    ];

    public static IReadOnlyList<Bound> All { get; } =
    [
        .. Probabilities,

        // A subnormal result is rounded once, as others are, but for that of pairs: by at most half its spacing once more.
        .. Probabilities.Select(bound => bound with { Quantity = Quantity.SubnormalProbability, Value = bound is { Type: SoftmaxElementTypes.Double, Accuracy: Precise } ? 2 : bound.Value }),

        // The sum of the others has its roundings relative to itself: those of small terms among themselves, too.
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.LabelGradient, accuracy, (1, 7), (5, 9), (17, 12), (129, 6))),
        .. Of(Quantity.LabelGradient, Precise, (1, 0.5001)),
        .. OfDouble(Quantity.LabelGradient, Default, (1, 8), (17, 11)),
        .. OfDouble(Quantity.LabelGradient, Fast, (1, 8), (17, 11)),
        .. OfDouble(Quantity.LabelGradient, Precise, (1, 2)),

        // The same holds for the logarithms of sums.
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.Logarithm, accuracy, (1, 1), (17, 5))),
        .. Of(Quantity.Logarithm, Precise, (1, 1)),
        .. new[] { Default, Fast }.SelectMany(accuracy => OfDouble(Quantity.Logarithm, accuracy, (1, 8), (17, 5))),
        .. OfDouble(Quantity.Logarithm, Precise, (1, 2)),

        // The logarithm, and a sum of products, each with a term and a distance that are rounded; all of them positive.
        .. Enum.GetValues<SoftmaxAccuracy>().SelectMany(accuracy => Of(Quantity.Entropy, accuracy, (1, 6))),
        .. new[] { Default, Fast }.SelectMany(accuracy => OfDouble(Quantity.Entropy, accuracy, (1, 10))),
        .. OfDouble(Quantity.Entropy, Precise, (1, 6)),

        // Each factor is off by B ulp, 2 B units roundoff at most, and their product by another: 4 B + 1.
        .. Probabilities.Select(bound => bound with { Quantity = Quantity.JacobianOffDiagonal, Value = Math.Round((4 * bound.Value) + 1.1, 1) }),

        // An error of B ulp in p moves p (1 - p) by (1 - 2 p) times that; 1 - p and the product round, by 1.5 ulp of p together.
        .. Probabilities.Select(bound => bound with { Quantity = Quantity.JacobianDiagonal, Value = Math.Round(bound.Value + 1.6, 1) }),

        // One product, correctly rounded, and 1 - p and a product.
        .. OfAll(Quantity.JacobianFromSoftmaxOffDiagonal, 0.5, 0.5),
        .. OfAll(Quantity.JacobianFromSoftmaxDiagonal, 1.5001, 1.5001),

        // A product goes through eight additions of a chunk, four of the fold of the lanes and that of the totals; then a difference and a product.
        .. OfAll(Quantity.VectorProduct, 16, 16),
    ];

    /// <summary>What is promised of members that are compositions of others, by the tests: the search does not look for inputs that break it.</summary>
    private static readonly Bound[] OfCompositions =
    [
        // The logarithm of the sum, and a sum of products of floats in double precision; of doubles eight roundings in a chunk, four in the fold of the lanes, and those of a product.
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.TargetLoss, accuracy, (1, 1), (17, 5))),
        .. Of(Quantity.TargetLoss, Precise, (1, 1)),
        .. OfDouble(Quantity.TargetLoss, Default, (1, 10)),
        .. OfDouble(Quantity.TargetLoss, Fast, (1, 10)),
        .. OfDouble(Quantity.TargetLoss, Precise, (1, 10)),

        // 1 over the number of rows is rounded, and the product.
        .. Probabilities.Select(bound => bound with { Quantity = Quantity.MeanGradient, Value = bound.Value + ErrorOfMean }),
        .. All.Where(bound => bound.Quantity == Quantity.LabelGradient).Select(bound => bound with { Quantity = Quantity.MeanGradientAtLabel, Value = bound.Value + ErrorOfMean }),

        // The difference rounds once more, and nothing where both are close.
        .. Probabilities.Select(bound => bound with { Quantity = Quantity.TargetGradient, Value = Math.Round(bound.Value + 0.6, 4) }),

        // As without a temperature, of which the term of the maximum is rounded too, and the distance from it is multiplied by its rounded reciprocal.
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.TemperedLogarithm, accuracy, (1, 1), (17, 7))),
        .. new[] { Default, Fast }.SelectMany(accuracy => OfDouble(Quantity.TemperedLogarithm, accuracy, (1, 10))),
        .. Of(Quantity.TemperedLogarithm, Precise, (1, 0.6)),
        .. OfDouble(Quantity.TemperedLogarithm, Precise, (1, 3)),

        // A quotient by T may have half as large an ulp.
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.TemperedGradient, accuracy, (1, 15), (5, 19), (17, 25), (129, 15))),
        .. Of(Quantity.TemperedGradient, Precise, (1, 1.6)),
        .. OfDouble(Quantity.TemperedGradient, Default, (1, 17)),
        .. OfDouble(Quantity.TemperedGradient, Fast, (1, 17), (17, 21)),
        .. OfDouble(Quantity.TemperedGradient, Precise, (1, 5)),

        .. OfAll(Quantity.TemperatureDerivative, 2, 10),
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.TemperatureDerivative, accuracy, (17, 6)).Concat(OfDouble(Quantity.TemperatureDerivative, accuracy, (1, 12)))),

        // A factor p_i and a mean are off by B ulp each, 2 B units roundoff, and the rest rounds a few times.
        .. Probabilities.Select(bound => bound with { Quantity = Quantity.EntropyGradient, Value = Math.Round((4 * bound.Value) + 10, 1) }),
        .. Probabilities.Select(bound => bound with { Quantity = Quantity.HessianProduct, Value = Math.Round((4 * bound.Value) + 16, 1) }),

        // In double precision whatever is asked for, where the logarithms of two sums cancel, and sums are of terms one after the other; but for the difference of two probabilities,
        // of which each has the bound of one.
        .. OfAll(Quantity.Divergence, 1, 64),
        .. OfAll(Quantity.DivergenceGradient, 1, 64),

        // Of longer rows of floats a term and the sum of all (1.66 each), its reciprocal, two products and two additions; and the mean, of which the terms are a part.
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.DivergenceGradient, accuracy, (17, 11.2))),
        .. Of(Quantity.DivergenceGradientByY, Precise, (1, 1)),
        .. OfDouble(Quantity.DivergenceGradientByY, Precise, (1, 32)),
        .. Probabilities.Where(bound => bound.Accuracy != Precise).Select(bound => bound with { Quantity = Quantity.DivergenceGradientByY, Value = Math.Round((2 * bound.Value) + (bound.Type == SoftmaxElementTypes.Double ? 1.6 : 0.6), 4) }),

        // Of longer rows of floats the sum of four, twice, that of all, the product where it is not fused, and the difference.
        .. OfAll(Quantity.LogSoftmaxProduct, 0.6, 16),
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.LogSoftmaxProduct, accuracy, (17, 4.6))),

        // As the gradient at the label, and the label's term, a quotient and a logarithm.
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.MeanLoss, accuracy, (1, 15), (5, 17), (17, 20), (129, 14))),
        .. Of(Quantity.MeanLoss, Precise, (1, 8.6)),
        .. OfDouble(Quantity.MeanLoss, Default, (1, 16), (17, 19)),
        .. OfDouble(Quantity.MeanLoss, Fast, (1, 16), (17, 19)),
        .. OfDouble(Quantity.MeanLoss, Precise, (1, 10)),

        // A term, the sum of all, block after block, and their quotient. A term of a float is off by an ulp or so, and is added twice in single precision.
        .. OfAll(Quantity.TopProbability, 0.5001, 10),
        .. OfAll(Quantity.Margin, 0.5001, 10),
        .. new[] { Default, Fast }.SelectMany(accuracy => Of(Quantity.TopProbability, accuracy, (32, 3.5)).Concat(Of(Quantity.Margin, accuracy, (32, 3)))),
    ];

    /// <summary>LogSoftmax, LogSumExp and CrossEntropy in ulp, next to zero too.</summary>
    public static double Logarithm<T>(SoftmaxAccuracy accuracy, int length) => For<T>(Quantity.Logarithm, accuracy, length);

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

    /// <summary>What a result of 16 bits is off by, in its ulp, where that of a float is off by so many of its own: it is that float, rounded once.</summary>
    public static double RoundedTo(SoftmaxElementTypes type, double bound) => 0.5 + (bound / (type == SoftmaxElementTypes.Half ? 1 << 13 : 1 << 16));

    /// <summary>The promise for rows of one length.</summary>
    public static Bound Of<T>(Quantity quantity, SoftmaxAccuracy accuracy, int length)
    {
        SoftmaxElementTypes type = typeof(T) == typeof(float) ? SoftmaxElementTypes.Single : SoftmaxElementTypes.Double;
        return All.Concat(OfCompositions).Last(it => it.Quantity == quantity && it.Type == type && it.Accuracy == accuracy && it.From <= length);
    }

    private static IEnumerable<Bound> Of(Quantity quantity, SoftmaxAccuracy accuracy, params (int From, double Value)[] bounds) =>
        bounds.Select(bound => new Bound(quantity, SoftmaxElementTypes.Single, accuracy, bound.From, bound.Value));

    private static IEnumerable<Bound> OfDouble(Quantity quantity, SoftmaxAccuracy accuracy, params (int From, double Value)[] bounds) =>
        bounds.Select(bound => new Bound(quantity, SoftmaxElementTypes.Double, accuracy, bound.From, bound.Value));

    // The same code at every accuracy, or the same promise.
    private static IEnumerable<Bound> OfAll(Quantity quantity, double single, double @double) =>
        Enum.GetValues<SoftmaxAccuracy>().SelectMany(accuracy => Of(quantity, accuracy, (1, single)).Concat(OfDouble(quantity, accuracy, (1, @double))));
}

/// <summary>What there are bounds of.</summary>
public sealed partial record Quantity
{
    public static readonly Quantity Probability = new("Softmax, with and without temperature; CrossEntropyGradient beside the label", Ulp);

    public static readonly Quantity SubnormalProbability = new("The same where the result is subnormal", "its spacing");

    /// <summary>p - 1 is computed as minus the sum of the others, and so has an error relative to itself.</summary>
    public static readonly Quantity LabelGradient = new("CrossEntropyGradient at the label", Ulp);

    public static readonly Quantity Logarithm = new("LogSoftmax, LogSumExp, CrossEntropy", Ulp);

    public static readonly Quantity Entropy = new("Entropy", Ulp);

    public static readonly Quantity TargetLoss = new("CrossEntropy with a target", Ulp);

    /// <summary>p_i - t_i, where the difference may cancel.</summary>
    public static readonly Quantity MeanGradient = new("CrossEntropyWithGradientRows: gradient beside the label", "ulp");
    public static readonly Quantity MeanGradientAtLabel = new("CrossEntropyWithGradientRows: gradient at the label", "ulp");
    public static readonly Quantity TargetGradient = new("CrossEntropyGradient with a target", "ulp of the larger of p_i and target_i");

    public static readonly Quantity TemperedLogarithm = new("LogSoftmax and CrossEntropy with a temperature", Ulp);

    public static readonly Quantity TemperedGradient = new("CrossEntropyGradient with a temperature", Ulp);

    /// <summary>The mean distance from the maximum less that of the label, which may cancel.</summary>
    public static readonly Quantity TemperatureDerivative = new("CrossEntropyTemperatureDerivative", "ulp of (max - x_label + Σ_k p_k (max - x_k)) / T²");

    /// <summary>p_i times a distance less the mean of all, where the difference may cancel.</summary>
    public static readonly Quantity EntropyGradient = new("EntropyGradient", "ulp of p_i (max - x_i + Σ_k p_k (max - x_k))");

    public static readonly Quantity Divergence = new("KullbackLeibler", "ulp of Σ_k p_k \\|log p_k - log q_k\\|");

    public static readonly Quantity DivergenceGradient = new("KullbackLeiblerGradientByX", "ulp of p_i (\\|log p_i - log q_i\\| + Σ_k p_k \\|log p_k - log q_k\\|)");

    public static readonly Quantity DivergenceGradientByY = new("KullbackLeiblerGradientByY", "ulp of the larger of p_i and q_i");

    public static readonly Quantity HessianProduct = new("LogSumExpHessianVectorProduct", "ulp of p_i (\\|g_i\\| + Σ_k \\|g_k\\| p_k)");

    public static readonly Quantity LogSoftmaxProduct = new("LogSoftmaxVectorJacobianProduct", "ulp of \\|g_i\\| + p_i Σ_k \\|g_k\\|");

    public static readonly Quantity MeanLoss = new("The loss that CrossEntropyWithGradientRows returns", Ulp);

    public static readonly Quantity TopProbability = new("ArgMax and TopK", Ulp);

    public static readonly Quantity Margin = new("The margin of ArgMax", Ulp);

    /// <summary>-p_i p_j.</summary>
    public static readonly Quantity JacobianOffDiagonal = new("Jacobian, off the diagonal", Ulp);

    /// <summary>p_i (1 - p_i), where the difference may cancel.</summary>
    public static readonly Quantity JacobianDiagonal = new("Jacobian, on the diagonal", UlpOfProbability);

    public static readonly Quantity JacobianFromSoftmaxOffDiagonal = new("JacobianFromSoftmax, off the diagonal", Ulp);

    public static readonly Quantity JacobianFromSoftmaxDiagonal = new("JacobianFromSoftmax, on the diagonal", Ulp);

    /// <summary>p_i (g_i - sum_k g_k p_k), where the difference and the sum may cancel.</summary>
    public static readonly Quantity VectorProduct = new("VectorJacobianProduct, JacobianVectorProduct", "ulp of p_i (\\|g_i\\| + Σ_k \\|g_k\\| p_k)");
}
