using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Maximum;

/// <summary>The member that a diagnostic is in, and what the recognition finds there.</summary>
internal sealed record Member(SyntaxNode Body, ImmutableArray<SoftmaxPattern> Patterns)
{
    public static Member? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var body = CandidateMembers.Find(model.SyntaxTree.GetRoot(cancellationToken), cancellationToken)
            .Select(static candidate => candidate.Member)
            .Where(candidate => candidate.Span.Contains(node.Span))
            .OrderBy(candidate => candidate.Span.Length)
            .FirstOrDefault();
        if (body is null || model.GetOperation(body, cancellationToken) is not { } operation || model.GetEnclosingSymbol(body.SpanStart, cancellationToken) is not { } symbol)
            return null;
        return new(body, Interpreter.Analyze(operation, symbol, new MethodBodies(model.Compilation), cancellationToken));
    }

    /// <summary>The patterns around an exponential; with those that have an exponential in common.</summary>
    public ImmutableArray<SoftmaxPattern> PatternsOf(SyntaxNode node) =>
        Related(pattern => pattern.Unbounded.Any(site => site.Syntax.Span == node.Span));

    /// <summary>The patterns of a kind that end in a node; with those that have an exponential in common.</summary>
    public ImmutableArray<SoftmaxPattern> PatternsEndingAt(SyntaxNode node, PatternKind kind) =>
        Related(pattern => pattern.Kind == kind && pattern.Ends.Any(end => end.Syntax.Span == node.Span));

    private ImmutableArray<SoftmaxPattern> Related(Func<SoftmaxPattern, bool> isFirst)
    {
        var found = Patterns.Where(isFirst).ToList();
        return ImmutableArray.CreateRange(Patterns.Where(pattern => found.Any(first => first.Sites.Intersect(pattern.Sites).Any())));
    }
}
