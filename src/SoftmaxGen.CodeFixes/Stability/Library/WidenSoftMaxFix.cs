using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Stability;

namespace SoftmaxGen.CodeFixes.Stability.Library;

/// <summary>Computes a softmax of 16-bit numbers in <c>float</c>, less its maximum, and converts the result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WidenSoftMaxFix)), Shared]
public sealed class WidenSoftMaxFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SixteenBitSum);

    protected override string Title => "Compute it in float";

    protected override string EquivalenceKey => EquivalenceKeys.WidenSoftMax;

    private protected override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        if (!diagnostic.Properties.TryGetValue(DiagnosticKeys.Element, out var element)
            || node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax access, Parent: ExpressionStatementSyntax statement, ArgumentList.Arguments: [{ NameColon: null, Expression: var x }, { NameColon: null, Expression: var destination }] }
            || !model.IsSpanOrArray(x, cancellationToken) || !model.IsSpanOrArray(destination, cancellationToken)
            || !Purity.IsPure(x, model, cancellationToken) || !Purity.IsPure(destination, model, cancellationToken))
            return null;

        var type = access.Expression.WithoutTrivia();
        var widened = UniqueNames.Unused(["widened", "single"], statement, model);
        var (widen, narrow) = element == "Half"
            ? ("ConvertToSingle", "ConvertToHalf")
            : ("ConvertTruncating<System.Numerics.BFloat16, float>", "ConvertTruncating<float, System.Numerics.BFloat16>");
        var before = Insertion.Parse(
            $"""
            float[] {widened} = new float[{x.AsOperand()}.Length];
            {type}.{widen}({x.WithoutTrivia()}, {widened});
            {type}.Subtract({widened}, {type}.Max<float>({widened}), {widened});
            {type}.SoftMax<float>({widened}, {widened});
            """,
            Insertion.NewLineOf(root));
        var editor = new SyntaxEditor(root, document.Services);
        editor.ReplaceNode(statement.Expression, (current, _) => SyntaxFactory.ParseExpression($"{type}.{narrow}({widened}, {destination.WithoutTrivia()})").WithTriviaFrom(current));
        editor.InsertBefore(statement, before, model, cancellationToken);
        return document.With(editor.GetChangedRoot());
    }
}
