using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>What the exponentials of a pattern end in.</summary>
internal enum PatternKind
{
    /// <summary>Exponentials over their own sum.</summary>
    Softmax,

    /// <summary>The logarithm of such a sum.</summary>
    LogSumExp,

    /// <summary>The logarithm of a softmax.</summary>
    LogSoftmax,

    /// <summary>e^x / (1 + e^x).</summary>
    Sigmoid,

    /// <summary>A probability that may be 0, times its logarithm.</summary>
    Entropy,
}

/// <summary>A computation found in a member: its exponentials in the order of the text, and where they come together.</summary>
internal sealed record SoftmaxPattern(PatternKind Kind, ImmutableArray<ExponentialSite> Sites, ImmutableArray<IOperation> Ends)
{
    /// <summary>Where a maximum is subtracted outside the exponential.</summary>
    public ImmutableArray<IOperation> ShiftsOutside { get; init; } = ImmutableArray<IOperation>.Empty;

    /// <summary>The exponentials that nothing keeps from overflowing.</summary>
    public IEnumerable<ExponentialSite> Unbounded => Sites.Where(site => Kind switch
    {
        PatternKind.LogSumExp => site.IsUnboundedInLogarithm,
        PatternKind.Sigmoid => site.IsUnboundedInSigmoid,
        _ => site.IsUnbounded,
    });

    public bool IsUnstable => Unbounded.Any();

    /// <summary>The division, the product with the reciprocal, or the logarithm.</summary>
    public IOperation End => Ends[0];
}
