using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.LogSoftmax;

/// <summary>An exponential, and the sum that it is divided by, as they can be written where the probability is used.</summary>
/// <param name="Exponent">What the exponential is taken of.</param>
/// <param name="Source">Whose elements the exponent is about, where it is not one number.</param>
internal sealed record SoftmaxFormula(ExpressionSyntax Exponent, ElementSource? Source = null)
{
    /// <summary>What the exponential is divided by; null while it is not divided.</summary>
    public ExpressionSyntax? Sum { get; init; }

    /// <summary>The sum as it stands in the code.</summary>
    public ExpressionSyntax? OriginalSum { get; init; }
}

/// <summary>A collection, and the name that an expression has for one of its elements; without a collection it is the name of an index.</summary>
internal sealed record ElementSource(string Name, ExpressionSyntax? Collection, ExpressionSyntax? Original, ITypeSymbol? Type)
{
    public bool HasIndexer => Type is IArrayTypeSymbol { Rank: 1 }
        || Type?.GetMembers("this[]").OfType<IPropertySymbol>().Any(static property => property.Parameters is [{ Type.SpecialType: SpecialType.System_Int32 }]) == true;

    public static ElementSource Index(string name) => new(name, null, null, null);
}
