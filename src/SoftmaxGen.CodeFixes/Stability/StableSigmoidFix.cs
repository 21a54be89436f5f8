using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Descriptors;

namespace SoftmaxGen.CodeFixes.Stability;

/// <summary>e^x / (1 + e^x) is 1 / (1 + e^-x), where infinity is only ever below the fraction bar.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StableSigmoidFix)), Shared]
public sealed class StableSigmoidFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.OverflowingSigmoid);

    protected override string Title => "Use 1 / (1 + e^-x)";

    protected override string EquivalenceKey => EquivalenceKeys.UseStableSigmoid;

    private protected override Document? Fix(OpenDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var quotient = node.AncestorsAndSelf().OfType<BinaryExpressionSyntax>().FirstOrDefault(static candidate => candidate.IsKind(SyntaxKind.DivideExpression));
        if (quotient?.Left.WithoutParentheses() is IdentifierNameSyntax variable)
            return FixVariable(document, quotient, variable, cancellationToken);
        if (quotient?.Left.WithoutParentheses() is not InvocationExpressionSyntax { ArgumentList.Arguments: [var exponent] } exp || OneBeside(exp, quotient.Right) is not { } one)
            return null;

        var sum = (BinaryExpressionSyntax)one.Parent!;
        var below = sum.ReplaceNode(one == sum.Right ? sum.Left : sum.Right, exp.ReplaceNode(exponent.Expression, Negated(exponent.Expression)).WithTriviaFrom(one == sum.Right ? sum.Left : sum.Right));
        var stable = quotient.ReplaceNodes([quotient.Left, (SyntaxNode)sum], (old, _) => old == quotient.Left ? one.WithoutTrivia().WithTriviaFrom(quotient.Left) : below);
        return document.With(document.Root.ReplaceNode(quotient, stable));
    }

    // var e = Math.Exp(x); return e / (1 + e);   where nothing else is done with e.
    private static Document? FixVariable(OpenDocument document, BinaryExpressionSyntax quotient, IdentifierNameSyntax variable, CancellationToken cancellationToken)
    {
        var model = document.Model;
        if (OneBeside(variable, quotient.Right) is not { } one || model.GetSymbolInfo(variable, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } local
            || declaration.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } }
            || value.Bare() is not InvocationExpressionSyntax { ArgumentList.Arguments: [var exponent] }
            || Writes.References(local, block, model, cancellationToken).Any(use => !quotient.Span.Contains(use.Span)))
            return null;
        return document.With(document.Root.ReplaceNodes(
            [exponent.Expression, (SyntaxNode)quotient.Left],
            (old, _) => old == quotient.Left ? one.WithoutTrivia().WithTriviaFrom(quotient.Left) : Negated(exponent.Expression)));
    }

    /// <summary>The one in 1 + e or e + 1.</summary>
    private static ExpressionSyntax? OneBeside(ExpressionSyntax exponential, ExpressionSyntax divisor)
    {
        if (divisor.WithoutParentheses() is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
            return null;
        var one = SyntaxFactory.AreEquivalent(sum.Left.WithoutParentheses(), exponential) ? sum.Right : SyntaxFactory.AreEquivalent(sum.Right.WithoutParentheses(), exponential) ? sum.Left : null;
        return one is LiteralExpressionSyntax { Token.Value: 1 or 1f or 1d } ? one : null;
    }

    private static ExpressionSyntax Negated(ExpressionSyntax expression)
    {
        var bare = expression.WithoutParentheses();
        return bare is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus ? minus.Operand.WithoutTrivia()
            : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, IsPrimary(bare) ? bare.WithoutTrivia() : SyntaxFactory.ParenthesizedExpression(bare.WithoutTrivia()));
    }

    private static bool IsPrimary(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or LiteralExpressionSyntax;
}
