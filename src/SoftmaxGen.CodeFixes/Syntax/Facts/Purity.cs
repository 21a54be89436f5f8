using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Whether code can be evaluated once more without anyone noticing.</summary>
internal static class Purity
{
    private static readonly HashSet<string> PureTypes =
    [
        "System.Math", "System.MathF", "double", "float", "System.Half", "System.Convert", "System.Linq.Enumerable", "System.Linq.ParallelEnumerable", "System.Array", "System.MemoryExtensions",
        "System.Span<T>", "System.ReadOnlySpan<T>", "System.Memory<T>", "System.ReadOnlyMemory<T>", "System.Collections.Generic.List<T>",
    ];

    private static readonly HashSet<string> ImpureNames = ["Fill", "Clear", "Sort", "Reverse", "ForEach", "CopyTo", "Copy", "Add", "Remove", "Resize"];

    public static bool IsPure(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        !node.ContainsDirectives && node.DescendantNodesAndSelf().All(part => part switch
        {
            AssignmentExpressionSyntax or AwaitExpressionSyntax or ThrowExpressionSyntax or BaseObjectCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax
                or DeclarationExpressionSyntax or StatementSyntax => false,
            PrefixUnaryExpressionSyntax prefix => !prefix.IsKind(SyntaxKind.PreIncrementExpression) && !prefix.IsKind(SyntaxKind.PreDecrementExpression),
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
            InvocationExpressionSyntax invocation => IsPureCall(invocation, model, cancellationToken),
            _ => true,
        });

    public static bool IsPureCall(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { OriginalDefinition: { ContainingType: { } type, Name: var name } }
        && !ImpureNames.Contains(name)
        && (PureTypes.Contains(type.OriginalDefinition.ToDisplayString()) || type.TypeKind == TypeKind.TypeParameter || type.ContainingNamespace?.ToDisplayString() == "System.Numerics");
}
