using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Stability.Library;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Descriptors;

namespace SoftmaxGen.CodeFixes.Stability;

/// <summary>Subtracts the maximum before <c>TensorPrimitives.SoftMax</c>, by way of its destination.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShiftTensorSoftMaxFix)), Shared]
public sealed class ShiftTensorSoftMaxFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TensorSoftMax);

    protected override string Title => "Subtract the maximum first";

    protected override string EquivalenceKey => EquivalenceKeys.ShiftTensorSoftMax;

    private protected override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax access, Parent: ExpressionStatementSyntax statement, ArgumentList.Arguments: [var first, var second] }
            || first.NameColon is not null || second.NameColon is not null
            || !model.IsSpanOrArray(first.Expression, cancellationToken) || !model.IsSpanOrArray(second.Expression, cancellationToken)
            || !Purity.IsPure(first.Expression, model, cancellationToken) || !Purity.IsPure(second.Expression, model, cancellationToken))
            return null;

        var (x, destination) = (first.Expression.WithoutTrivia(), second.Expression.WithoutTrivia());
        var call = (InvocationExpressionSyntax)access.Parent!;
        var shift = Insertion.Parse($"{call.SiblingFunction("Subtract")}({x}, {call.SiblingFunction("Max")}({x}), {destination});", Insertion.NewLineOf(root));
        var editor = new SyntaxEditor(root, document.Services);
        foreach (var argument in (ExpressionSyntax[])[first.Expression, second.Expression])
            editor.ReplaceNode(argument, (current, generator) => ShiftedPart(first.Expression, second.Expression, model, cancellationToken).WithTriviaFrom(current));
        editor.InsertBefore(statement, shift, model, cancellationToken);
        return document.With(editor.GetChangedRoot());
    }

    // The destination may be longer than the input; what stands in the rest of it must neither count nor be divided.
    private static ExpressionSyntax ShiftedPart(ExpressionSyntax x, ExpressionSyntax destination, SemanticModel model, CancellationToken cancellationToken)
    {
        var target = destination.WithoutTrivia().ToString();
        if (target == x.WithoutTrivia().ToString())
            return destination;
        var slice = model.GetTypeInfo(destination, cancellationToken).Type is IArrayTypeSymbol ? "AsSpan" : "Slice";
        return Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression($"{target}.{slice}(0, {x.WithoutTrivia()}.Length)");
    }
}
