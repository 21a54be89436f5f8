using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Descriptors;

namespace SoftmaxGen.CodeFixes.Usage;

/// <summary>Replaces a softmax of constant length by a call of a generated one, whose host is added next to the type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseGeneratedFix)), Shared]
public sealed class UseGeneratedFix : SoftmaxCodeFixProvider
{
    private const string Attribute = "SoftmaxGen.SoftmaxAttribute";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UseGenerated, RuleIds.UnstableSoftmax, RuleIds.TensorSoftMax);

    protected override string Title => "Use [Softmax(N)]";

    protected override string EquivalenceKey => EquivalenceKeys.UseGenerated;

    private protected override Document? Fix(OpenDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        if (model.Compilation.GetTypeByMetadataName(Attribute) is not { } attribute
            || Find(node, diagnostic, model, cancellationToken) is not { } call
            || call.Place.Ancestors().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() is not { } type)
            return null;

        var host = $"{type.Identifier.ValueText}Softmax{call.Length}";
        var existing = model.LookupNamespacesAndTypes(type.SpanStart, name: host).FirstOrDefault();
        if (existing is not null && !IsHost(existing, attribute, call.Length))
            return null;

        var editor = new SyntaxEditor(root, document.Services);
        call.Apply(editor, host, model, cancellationToken);
        if (existing is null)
            editor.InsertAfter(type, Host(host, call.Length, Insertion.NewLineOf(root)));
        return document.With(editor.GetChangedRoot());
    }

    private static GeneratedCall? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken) => diagnostic.Id == RuleIds.TensorSoftMax
        ? TensorSoftMaxCall.Around(node, model, cancellationToken)
        : SoftmaxLoops.Around(node, model, cancellationToken) ?? (GeneratedCall?)SoftmaxQuery.Around(node, model, cancellationToken);

    private static bool IsHost(ISymbol symbol, INamedTypeSymbol attribute, int length) => symbol.GetAttributes().Any(candidate =>
        SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute) && candidate.ConstructorArguments is [{ Value: int value }] && value == length);

    private static MemberDeclarationSyntax Host(string name, int length, string newLine) =>
        SyntaxFactory.ParseMemberDeclaration($"{newLine}[SoftmaxGen.Softmax({length.ToString(System.Globalization.CultureInfo.InvariantCulture)})]{newLine}internal static partial class {name}{newLine}{{{newLine}}}{newLine}")!
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
}
