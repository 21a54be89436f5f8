using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Maximum;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Stability;

/// <summary>Subtracts the maximum from every exponent of a softmax or a log-sum-exp.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SubtractMaximumFix)), Shared]
public sealed class SubtractMaximumFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SMX1001", "SMX1003");

    protected override string Title => "Subtract the maximum";

    protected override string EquivalenceKey => EquivalenceKeys.SubtractMaximum;

    protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || MemberAnalysis.At(node, model, cancellationToken) is not { } analysis)
            return null;

        var plan = ShiftPlan.Create(analysis.Member, analysis.PatternsOf(node), model, cancellationToken);
        return plan is null ? null : document.WithSyntaxRoot(plan.Apply(document, root, model, cancellationToken));
    }
}
