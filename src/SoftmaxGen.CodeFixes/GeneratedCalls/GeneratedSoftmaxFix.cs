using System.Globalization;
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

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>Replaces a softmax by a call of a generated one, whose host is added next to the type.</summary>
public abstract class GeneratedSoftmaxFix : SoftmaxCodeFixProvider
{
    private const string Attribute = "SoftmaxGen.SoftmaxAttribute";

    /// <summary>Whether it is for rows of any length, or for a constant one.</summary>
    private protected abstract bool IsOfAnyLength { get; }

    private protected sealed override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        if (model.Compilation.GetTypeByMetadataName(Attribute) is not { } attribute
            || Find(node, diagnostic, model, cancellationToken) is not { } call || call.Count.Constant is null != IsOfAnyLength
            || call.Place.Ancestors().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() is not { } type)
            return null;

        var host = $"{type.Identifier.ValueText}Softmax{call.Count.Constant?.ToString(CultureInfo.InvariantCulture)}";
        var existing = model.LookupNamespacesAndTypes(type.SpanStart, name: host).FirstOrDefault();
        if (existing is not null && !IsHost(existing, attribute, call.Count.Constant))
            return null;

        var editor = new SyntaxEditor(root, document.Services);
        call.Apply(editor, host, model, cancellationToken);
        if (existing is null)
            editor.InsertAfter(type, Host(host, call.Count, Insertion.NewLineOf(root)));
        return document.With(editor.GetChangedRoot());
    }

    private static GeneratedCall? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken) => diagnostic.Id == RuleIds.TensorSoftMax
        ? TensorSoftMaxCall.Around(node, model, cancellationToken)
        : SoftmaxLoops.Around(node, model, cancellationToken) ?? (GeneratedCall?)SoftmaxQuery.Around(node, model, cancellationToken);

    private static bool IsHost(ISymbol symbol, INamedTypeSymbol attribute, int? length) => symbol.GetAttributes().Any(candidate =>
        SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute)
        && (length is null ? candidate.ConstructorArguments.IsEmpty : candidate.ConstructorArguments is [{ Value: int value }] && value == length));

    // All members for rows of any length would be much text for the one that is called.
    private static MemberDeclarationSyntax Host(string name, ElementCount count, string newLine) =>
        SyntaxFactory.ParseMemberDeclaration($"{newLine}[SoftmaxGen.Softmax({(count.Constant is null ? "Methods = SoftmaxGen.SoftmaxMethods.Softmax" : count.Text)})]{newLine}internal static partial class {name}{newLine}{{{newLine}}}{newLine}")!
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
}
