using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SoftmaxGen.CodeFixes.Usage;

/// <summary>Uses the generated softmax of a constant length.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseGeneratedFix)), Shared]
public sealed class UseGeneratedFix : GeneratedSoftmaxFix
{
    protected override string Title => "Use [Softmax(N)]";

    protected override string EquivalenceKey => EquivalenceKeys.UseGenerated;

    private protected override bool IsOfAnyLength => false;
}
