using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>Kinds of syntax and operations that compilers after Roslyn 4.3 have. The numbers are a part of Roslyn's public interface; a test compares them.</summary>
internal static class LaterKinds
{
    public const SyntaxKind CollectionExpression = (SyntaxKind)9076;

    public const SyntaxKind ExpressionElement = (SyntaxKind)9077;

    public const SyntaxKind SpreadElement = (SyntaxKind)9078;

    public const OperationKind InlineArrayAccess = (OperationKind)0x7e;

    /// <summary>The elements of a collection expression; null for one that is not a single expression.</summary>
    public static ImmutableArray<ExpressionSyntax?> Elements(ExpressionSyntax collection) => ImmutableArray.CreateRange(
        collection.ChildNodes().Select(static element => element.IsKind(ExpressionElement) ? element.ChildNodes().FirstOrDefault() as ExpressionSyntax : null));
}
