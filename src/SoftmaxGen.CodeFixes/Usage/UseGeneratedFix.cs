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

namespace SoftmaxGen.CodeFixes.Usage;

/// <summary>Replaces the loops of a softmax by a call of a generated one, whose host is added next to the type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseGeneratedFix)), Shared]
public sealed class UseGeneratedFix : SoftmaxCodeFixProvider
{
    private const string Attribute = "SoftmaxGen.SoftmaxAttribute";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SMX2001", "SMX1001");

    protected override string Title => "Use [Softmax(N)]";

    protected override string EquivalenceKey => EquivalenceKeys.UseGenerated;

    protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model?.Compilation.GetTypeByMetadataName(Attribute) is not { } attribute
            || SoftmaxLoops.Around(node, model, cancellationToken) is not { } loops
            || loops.First.Ancestors().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() is not { } type)
            return null;

        var host = $"{type.Identifier.ValueText}Softmax{loops.Length}";
        var existing = model.LookupNamespacesAndTypes(type.SpanStart, name: host).FirstOrDefault();
        if (existing is not null && !IsHost(existing, attribute, loops.Length))
            return null;

        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        editor.ReplaceNode(loops.First, loops.Call(host).WithTriviaFrom(loops.First).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation));
        editor.RemoveNode(loops.Second, SyntaxRemoveOptions.KeepNoTrivia);
        foreach (var statement in loops.Helpers.GroupBy(static helper => (VariableDeclarationSyntax)helper.Parent!))
            Remove(editor, statement.Key, statement.ToList());
        if (existing is null)
            editor.InsertAfter(type, Host(host, loops.Length, Insertion.NewLineOf(root)));
        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }

    private static bool IsHost(ISymbol symbol, INamedTypeSymbol attribute, int length) => symbol.GetAttributes().Any(candidate =>
        SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute) && candidate.ConstructorArguments is [{ Value: int value }] && value == length);

    private static void Remove(SyntaxEditor editor, VariableDeclarationSyntax declaration, List<VariableDeclaratorSyntax> helpers)
    {
        if (declaration.Variables.All(helpers.Contains))
            editor.RemoveNode(declaration.Parent!, SyntaxRemoveOptions.KeepNoTrivia);
        else
            helpers.ForEach(editor.RemoveNode);
    }

    private static MemberDeclarationSyntax Host(string name, int length, string newLine) =>
        SyntaxFactory.ParseMemberDeclaration($"{newLine}[SoftmaxGen.Softmax({length.ToString(System.Globalization.CultureInfo.InvariantCulture)})]{newLine}internal static partial class {name}{newLine}{{{newLine}}}{newLine}")!
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
}
