using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.LogSoftmax;
using SoftmaxGen.CodeFixes.Shift;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Stability;

/// <summary>Replaces the logarithm of a softmax by x - max - log(sum). Where the maximum was not subtracted, that comes first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogSoftmaxFix)), Shared]
public sealed class LogSoftmaxFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.LogOfSoftmax);

    protected override string Title => "Compute the log-softmax directly";

    protected override string EquivalenceKey => EquivalenceKeys.UseLogSoftmax;

    private protected override async Task<Document?> FixAsync(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax)
            return null;

        // The shift changes the text around the logarithm, which a mark finds again.
        var mark = new SyntaxAnnotation();
        var marked = document.With(document.Root.ReplaceNode(node, node.WithAdditionalAnnotations(mark)));
        var shifted = Shift(await BoundDocument.OfAsync(marked, cancellationToken).ConfigureAwait(false), mark, cancellationToken);
        return shifted is null ? null : Replace(await BoundDocument.OfAsync(shifted, cancellationToken).ConfigureAwait(false), mark, cancellationToken);
    }

    private static Document? Shift(BoundDocument document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        if (Find(document, mark, cancellationToken) is not var (logarithm, analysis))
            return null;
        var patterns = analysis.PatternsEndingAt(logarithm, PatternKind.LogSoftmax);
        if (!patterns.Any(static pattern => pattern.IsUnstable))
            return document.Document;
        return ShiftPlan.Create(analysis.Member, patterns, document.Model, cancellationToken) is { } plan ? document.With(plan.Apply(document, cancellationToken)) : null;
    }

    private static Document? Replace(BoundDocument document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        if (Find(document, mark, cancellationToken) is not var (logarithm, analysis))
            return null;
        var exponents = analysis.PatternsEndingAt(logarithm, PatternKind.LogSoftmax).SelectMany(static pattern => pattern.Sites).Distinct()
            .Select(site => ShiftableExponential.Of(site, analysis.Member, document.Model, cancellationToken)).OfType<ShiftableExponential>();
        return LogSoftmaxPlan.Create(analysis.Member, exponents, logarithm, document.Model, cancellationToken) is { } plan ? document.With(plan.Apply(document)) : null;
    }

    private static (ExpressionSyntax Logarithm, MemberAnalysis Analysis)? Find(BoundDocument document, SyntaxAnnotation mark, CancellationToken cancellationToken) =>
        document.Root.GetAnnotatedNodes(mark).FirstOrDefault() is ExpressionSyntax logarithm && MemberAnalysis.At(logarithm, document.Model, cancellationToken) is { } analysis
            ? (logarithm, analysis)
            : null;
}
