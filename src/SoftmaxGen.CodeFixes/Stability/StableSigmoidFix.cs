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
        if (quotient is null || quotient.Left.WithoutParentheses() is not InvocationExpressionSyntax { ArgumentList.Arguments: [var exponent] } exp
            || quotient.Right.WithoutParentheses() is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
            return null;
        var one = SyntaxFactory.AreEquivalent(sum.Left.WithoutParentheses(), exp) ? sum.Right : SyntaxFactory.AreEquivalent(sum.Right.WithoutParentheses(), exp) ? sum.Left : null;
        if (one is not LiteralExpressionSyntax { Token.Value: 1 or 1f or 1d })
            return null;

        var argument = exponent.Expression.WithoutParentheses();
        var negated = argument is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus ? minus.Operand
            : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, IsPrimary(argument) ? argument.WithoutTrivia() : SyntaxFactory.ParenthesizedExpression(argument.WithoutTrivia()));
        var below = sum.ReplaceNode(one == sum.Right ? sum.Left : sum.Right, exp.ReplaceNode(exponent.Expression, negated.WithoutTrivia()).WithTriviaFrom(one == sum.Right ? sum.Left : sum.Right));
        var stable = quotient.ReplaceNodes([quotient.Left, (SyntaxNode)sum], (old, _) => old == quotient.Left ? one.WithoutTrivia().WithTriviaFrom(quotient.Left) : below);
        return document.With(document.Root.ReplaceNode(quotient, stable));
    }

    private static bool IsPrimary(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or LiteralExpressionSyntax;
}
