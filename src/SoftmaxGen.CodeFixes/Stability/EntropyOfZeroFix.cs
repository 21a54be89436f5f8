using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Stability;

/// <summary>Counts p log p as 0 where p is 0. A NaN stays one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EntropyOfZeroFix)), Shared]
public sealed class EntropyOfZeroFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.EntropyOfZero);

    protected override string Title => "Count 0 log 0 as 0";

    protected override string EquivalenceKey => EquivalenceKeys.EntropyOfZero;

    private protected override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        if (node.FirstAncestorOrSelf<BinaryExpressionSyntax>() is not { RawKind: (int)SyntaxKind.MultiplyExpression } product
            || Probability(product) is not { } probability || !Purity.IsPure(product, model, cancellationToken))
            return null;

        ExpressionSyntax guarded = SyntaxFactory.ParseExpression($"{probability.AsOperand()} == 0 ? 0 : {product.WithoutTrivia()}");
        if (product.Parent is not (EqualsValueClauseSyntax or AssignmentExpressionSyntax or ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or ParenthesizedExpressionSyntax or SelectClauseSyntax))
            guarded = SyntaxFactory.ParenthesizedExpression(guarded);
        return document.With(root.ReplaceNode(product, guarded.WithTriviaFrom(product)));
    }

    // What the logarithm is taken of, where that is written out; otherwise the other factor.
    private static ExpressionSyntax? Probability(BinaryExpressionSyntax product)
    {
        var logarithm = product.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(static call => call.ArgumentList.Arguments.Count > 0
            && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && KnownFunctions.Find(name) == KnownFunction.Log);
        if (logarithm is not null)
            return logarithm.ArgumentList.Arguments[0].Expression;
        var factor = product.Left.WithoutParentheses();
        while (factor is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus)
            factor = minus.Operand.WithoutParentheses();
        return factor is IdentifierNameSyntax or ElementAccessExpressionSyntax ? factor : null;
    }
}
