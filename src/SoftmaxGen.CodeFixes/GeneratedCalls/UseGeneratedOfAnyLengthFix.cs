using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.Descriptors;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>Uses the generated softmax of any length, where none is known.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseGeneratedOfAnyLengthFix)), Shared]
public sealed class UseGeneratedOfAnyLengthFix : GeneratedSoftmaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UseGenerated, RuleIds.UnstableSoftmax, RuleIds.TensorSoftMax);

    protected override string Title => "Use [Softmax]";

    protected override string EquivalenceKey => EquivalenceKeys.UseGeneratedOfAnyLength;

    private protected override bool IsOfAnyLength => true;
}
