using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Shift;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Stability;

/// <summary>Subtracts the maximum from every exponent of a softmax or a log-sum-exp.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SubtractMaximumFix)), Shared]
public sealed class SubtractMaximumFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UnstableSoftmax, RuleIds.UnstableLogSumExp);

    protected override string Title => "Subtract the maximum";

    protected override string EquivalenceKey => EquivalenceKeys.SubtractMaximum;

    private protected override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (MemberAnalysis.At(node, document.Model, cancellationToken) is not { } analysis)
            return null;

        var plan = ShiftPlan.Create(analysis.Member, analysis.PatternsOf(node), document.Model, cancellationToken);
        return plan is null ? null : document.With(plan.Apply(document, cancellationToken));
    }
}
