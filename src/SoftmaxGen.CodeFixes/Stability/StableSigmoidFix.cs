using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
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

    private protected override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var quotient = node.AncestorsAndSelf().OfType<BinaryExpressionSyntax>().FirstOrDefault(static candidate => candidate.IsKind(SyntaxKind.DivideExpression));
        if (quotient is null)
            return null;
        if (quotient.Left.WithoutParentheses() is IdentifierNameSyntax variable && FixVariable(document, quotient, variable, cancellationToken) is { } changed)
            return changed;

        // The exponential in the numerator, with other factors or without; below the fraction bar its reciprocal takes its place.
        if (Factors(quotient.Left).Select(factor => (Factor: factor, One: OneBeside(factor, quotient.Right))).FirstOrDefault(static pair => pair.One is not null) is not (var exponential, { } one)
            || Reciprocal(exponential, one, document.Model, cancellationToken) is not { } reciprocal)
            return null;
        var sum = (BinaryExpressionSyntax)one.Parent!;
        var other = one == sum.Right ? sum.Left : sum.Right;
        var below = sum.ReplaceNode(other, reciprocal.WithTriviaFrom(other));
        var above = Without(exponential, quotient.Left) ?? one.WithoutTrivia();
        var stable = quotient.ReplaceNodes([quotient.Left, (SyntaxNode)sum], (old, _) => old == quotient.Left ? above.WithTriviaFrom(quotient.Left) : below);
        return document.With(document.Root.ReplaceNode(quotient, stable));
    }

    // e^-x of e^x; of a variable, which may be used elsewhere too, one over it: 1 / infinity is 0, and 1 / 0 infinity.
    private static ExpressionSyntax? Reciprocal(ExpressionSyntax exponential, ExpressionSyntax one, SemanticModel model, CancellationToken cancellationToken) => exponential switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: [var exponent] } call => call.ReplaceNode(exponent.Expression, Negated(exponent.Expression)),
        IdentifierNameSyntax when model.GetTypeInfo(exponential, cancellationToken).Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single =>
            SyntaxFactory.BinaryExpression(SyntaxKind.DivideExpression, one.WithoutTrivia(), exponential.WithoutTrivia()).WithAdditionalAnnotations(Formatter.Annotation),
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Factors(ExpressionSyntax product) => product.WithoutParentheses() is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } binary
        ? Factors(binary.Left).Concat(Factors(binary.Right))
        : [product.WithoutParentheses()];

    /// <summary>The other factors of a product; null where there are none.</summary>
    private static ExpressionSyntax? Without(ExpressionSyntax factor, ExpressionSyntax product)
    {
        if (product.WithoutParentheses() is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } binary)
            return null;
        if (binary.Left.Span.Contains(factor.Span))
            return Without(factor, binary.Left) is { } left ? binary.WithLeft(left.WithTriviaFrom(binary.Left)) : binary.Right.WithoutTrivia();
        return Without(factor, binary.Right) is { } right ? binary.WithRight(right.WithTriviaFrom(binary.Right)) : binary.Left.WithoutTrivia();
    }

    // var e = Math.Exp(x); return e / (1 + e);   where nothing else is done with e.
    private static Document? FixVariable(BoundDocument document, BinaryExpressionSyntax quotient, IdentifierNameSyntax variable, CancellationToken cancellationToken)
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
