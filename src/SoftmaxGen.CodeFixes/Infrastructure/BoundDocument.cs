using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host;

namespace SoftmaxGen.CodeFixes.Infrastructure;

/// <summary>A document of C# with its syntax and its semantics, as every fix starts from them.</summary>
internal sealed record BoundDocument(Document Document, SyntaxNode Root, SemanticModel Model)
{
    public SolutionServices Services => Document.Project.Solution.Services;

    public static async Task<BoundDocument> OfAsync(Document document, CancellationToken cancellationToken) => new(
        document,
        (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!,
        (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!);

    public Document With(SyntaxNode root) => Document.WithSyntaxRoot(root);
}
