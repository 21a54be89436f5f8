using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SoftmaxGen.CodeFixes.Usage;

/// <summary>Uses the generated softmax of any length, where none is known.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseGeneratedOfAnyLengthFix)), Shared]
public sealed class UseGeneratedOfAnyLengthFix : GeneratedSoftmaxFix
{
    protected override string Title => "Use [Softmax]";

    protected override string EquivalenceKey => EquivalenceKeys.UseGeneratedOfAnyLength;

    private protected override bool IsOfAnyLength => true;
}
