using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Logarithm;
using SoftmaxGen.CodeFixes.Maximum;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Stability;

/// <summary>Replaces the logarithm of a softmax by x - max - log(sum). Where the maximum was not subtracted, that comes first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogSoftmaxFix)), Shared]
public sealed class LogSoftmaxFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SMX1004");

    protected override string Title => "Compute the log-softmax directly";

    protected override string EquivalenceKey => EquivalenceKeys.UseLogSoftmax;

    protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || node is not ExpressionSyntax)
            return null;

        // The shift changes the text around the logarithm, which a mark finds again.
        var mark = new SyntaxAnnotation();
        document = document.WithSyntaxRoot(root.ReplaceNode(node, node.WithAdditionalAnnotations(mark)));
        var shifted = await ShiftAsync(document, mark, cancellationToken).ConfigureAwait(false);
        return shifted is null ? null : await ReplaceAsync(shifted, mark, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Document?> ShiftAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        if (await FindAsync(document, mark, cancellationToken).ConfigureAwait(false) is not var (root, model, analysis, logarithm))
            return null;
        var patterns = analysis.PatternsEndingAt(logarithm, PatternKind.LogSoftmax);
        if (!patterns.Any(static pattern => pattern.IsUnstable))
            return document;
        return ShiftPlan.Create(analysis.Member, patterns, model, cancellationToken) is { } plan ? document.WithSyntaxRoot(plan.Apply(document, root, model, cancellationToken)) : null;
    }

    private static async Task<Document?> ReplaceAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        if (await FindAsync(document, mark, cancellationToken).ConfigureAwait(false) is not var (root, model, analysis, logarithm))
            return null;
        var exponents = analysis.PatternsEndingAt(logarithm, PatternKind.LogSoftmax).SelectMany(static pattern => pattern.Sites).Distinct()
            .Select(site => Exponent.Of(site, analysis.Member, model, cancellationToken)).OfType<Exponent>();
        return LogPlan.Create(analysis.Member, exponents, logarithm, model, cancellationToken) is { } plan ? document.WithSyntaxRoot(plan.Apply(document, root)) : null;
    }

    private static async Task<(SyntaxNode Root, SemanticModel Model, MemberAnalysis Analysis, ExpressionSyntax Logarithm)?> FindAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root?.GetAnnotatedNodes(mark).FirstOrDefault() is ExpressionSyntax logarithm && model is not null && MemberAnalysis.At(logarithm, model, cancellationToken) is { } analysis
            ? (root, model, analysis, logarithm)
            : null;
    }
}
