using Microsoft.CodeAnalysis;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>What the shift would change.</summary>
/// <param name="Exponentials">The exponentials, each of which is multiplied by the factor e^-maximum.</param>
/// <param name="Logarithms">The logarithms that the maximum is added to.</param>
/// <param name="Place">Where the maximum is computed: each time that control gets there, the factor is another one.</param>
/// <param name="Counted">The exponentials whose exponents the maximum is taken of.</param>
internal sealed record ShiftedCode(HashSet<SyntaxNode> Exponentials, HashSet<SyntaxNode> Logarithms, SyntaxNode Place, Dictionary<SyntaxNode, CountedExponential> Counted)
{
    /// <summary>All that the maximum is taken of, by bits.</summary>
    public uint All { get; } = Counted.Values.Aggregate(0u, static (all, one) => all | one.Group);
}

/// <summary>An exponential whose exponents the maximum is taken of.</summary>
/// <param name="Group">A bit, which exponentials of the same exponents have in common.</param>
/// <param name="Range">The outermost loop or call that repeats it.</param>
internal sealed record CountedExponential(uint Group, SyntaxNode Range);
