using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.Descriptors;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>Uses the generated softmax of a constant length.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseGeneratedFix)), Shared]
public sealed class UseGeneratedFix : GeneratedSoftmaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UseGenerated, RuleIds.UnstableSoftmax, RuleIds.TensorSoftMax);

    protected override string Title => "Use [Softmax(N)]";

    protected override string EquivalenceKey => EquivalenceKeys.UseGenerated;

    private protected override bool IsOfAnyLength => false;
}
