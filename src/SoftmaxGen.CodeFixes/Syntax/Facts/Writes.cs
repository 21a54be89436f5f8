using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Where variables are written to.</summary>
internal static class Writes
{
    /// <summary>Whether the variable itself gets another value; writing to an element does not count.</summary>
    public static bool Change(ISymbol variable, SyntaxNode code, SemanticModel model, CancellationToken cancellationToken) =>
        References(variable, code, model, cancellationToken).Any(IsChanged);

    /// <summary>Whether the variable that a name stands for gets another value there.</summary>
    public static bool IsChanged(IdentifierNameSyntax reference) => IsTarget(Whole(reference));

    /// <summary>Whether something else is put where a name leads, or may be by reference: into the variable, an element or a member.</summary>
    public static bool IsWritten(ExpressionSyntax reference) => Reached(reference) is var reached && (IsTarget(reached) || reached.Parent is ForEachStatementSyntax { Type: RefTypeSyntax });

    public static IEnumerable<IdentifierNameSyntax> References(ISymbol variable, SyntaxNode code, SemanticModel model, CancellationToken cancellationToken) =>
        code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, variable));

    private static SyntaxNode Whole(SyntaxNode reference) =>
        reference.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name == reference ? access : reference;

    private static SyntaxNode Reached(SyntaxNode reference)
    {
        while (reference.Parent is MemberAccessExpressionSyntax access && (access.Expression == reference || access.Expression is ThisExpressionSyntax)
            || reference.Parent is ElementAccessExpressionSyntax element && element.Expression == reference
            || reference.Parent is PrefixUnaryExpressionSyntax prefix && prefix.IsKind(SyntaxKind.PointerIndirectionExpression)
            || reference.Parent is ParenthesizedExpressionSyntax)
            reference = reference.Parent;
        return reference;
    }

    private static bool IsTarget(SyntaxNode node) => node.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == node,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression),
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left == tuple,
        RefExpressionSyntax => true,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword),
        _ => false,
    };
}
