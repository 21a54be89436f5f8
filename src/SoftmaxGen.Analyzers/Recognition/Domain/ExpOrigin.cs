namespace SoftmaxGen.Recognition;

/// <summary>How an exponential went into a value.</summary>
internal enum OriginRole
{
    /// <summary>The exponential itself, or a multiple of it.</summary>
    Term,

    /// <summary>One exponential and a constant: 1 + e^x.</summary>
    Offset,

    /// <summary>One exponential and something else.</summary>
    Mixed,

    /// <summary>A sum of exponentials over a collection, or of several written out.</summary>
    Sum,

    /// <summary>One over such a sum.</summary>
    Reciprocal,

    /// <summary>A random part of such a sum, as a roulette draw compares with.</summary>
    Threshold,

    /// <summary>An exponential over the sum: a probability.</summary>
    Quotient,

    /// <summary>The logarithm of a probability that may be 0.</summary>
    Logarithm,

    /// <summary>One exponential over another of the same collection.</summary>
    Ratio,

    /// <summary>A sum of such ratios: one over a probability.</summary>
    RatioSum,
}

/// <summary>An exponential in a value. <paramref name="IsWeighted"/>: it was multiplied with other data on the way.</summary>
internal readonly record struct ExpOrigin(ExponentialSite Site, OriginRole Role, bool IsWeighted)
{
    /// <summary>Whether a quotient is of a sum of several exponentials, such as all but one: the sum of their probabilities.</summary>
    public bool IsOfSeveral { get; init; }
}
