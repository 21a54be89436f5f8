using Microsoft.CodeAnalysis;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>What the shift would change.</summary>
/// <param name="Exponentials">The exponentials, each of which is multiplied by the factor e^-maximum.</param>
/// <param name="Logarithms">The logarithms that the maximum is added to.</param>
/// <param name="Place">Where the maximum is computed: each time that control gets there, the factor is another one.</param>
internal sealed record ShiftedCode(HashSet<SyntaxNode> Exponentials, HashSet<SyntaxNode> Logarithms, SyntaxNode Place);
