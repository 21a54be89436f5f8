using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Logarithm;

/// <summary>An exponential, and the sum that it is divided by, as they can be written where the logarithm is taken of their quotient.</summary>
/// <param name="Exponent">What the exponential is taken of.</param>
/// <param name="Sum">What it is divided by; null while it is not divided.</param>
/// <param name="Source">Whose elements the exponent is about, where it is not one number.</param>
internal sealed record LogRatio(ExpressionSyntax Exponent, ExpressionSyntax? Sum = null, ElementSource? Source = null);

/// <summary>A collection, and the name that an expression has for one of its elements; without a collection it is the name of an index.</summary>
internal sealed record ElementSource(ExpressionSyntax? Collection, string Name, bool HasIndexer)
{
    public static ElementSource Index(string name) => new(null, name, HasIndexer: false);
}
