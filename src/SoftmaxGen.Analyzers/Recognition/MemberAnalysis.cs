using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>A member, and the patterns that are recognised in it. Rules and fixes come to the recognition this way alone.</summary>
internal sealed record MemberAnalysis(SyntaxNode Member, ImmutableArray<SoftmaxPattern> Patterns)
{
    /// <summary>The members of a file in which exponentials may meet their sum.</summary>
    public static IEnumerable<MemberAnalysis> In(SemanticModel model, MethodBodies bodies, CancellationToken cancellationToken)
    {
        var shared = bodies.Share(model);
        return CandidateMembers.Find(model.SyntaxTree.GetRoot(cancellationToken), cancellationToken)
            .Select(candidate => Run(candidate, shared, bodies, cancellationToken));
    }

    /// <summary>The innermost of these members around a node.</summary>
    public static MemberAnalysis? At(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var candidates = CandidateMembers.Find(model.SyntaxTree.GetRoot(cancellationToken), cancellationToken)
            .Where(candidate => candidate.Member.Span.Contains(node.Span))
            .OrderBy(static candidate => candidate.Member.Span.Length)
            .ToList();
        return candidates.Count == 0 ? null : Run(candidates[0], model, new MethodBodies(model.Compilation), cancellationToken);
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

    private static MemberAnalysis Run(CandidateMembers.Candidate candidate, SemanticModel model, MethodBodies bodies, CancellationToken cancellationToken) =>
        new(candidate.Member, Recognise(candidate.Member, candidate.FieldWriters, model, bodies, cancellationToken));

    // Nothing that can be found is worth stopping a build for.
    private static ImmutableArray<SoftmaxPattern> Recognise(SyntaxNode member, IReadOnlyList<SyntaxNode> fieldWriters, SemanticModel model, MethodBodies bodies, CancellationToken cancellationToken)
    {
        try
        {
            return model.GetOperation(member, cancellationToken) is { } body && model.GetEnclosingSymbol(StartOf(member), cancellationToken) is { } symbol
                ? AbstractInterpreter.Analyze(body, symbol, bodies, cancellationToken, fieldWriters.Select(fieldWriter => model.GetOperation(fieldWriter, cancellationToken)).OfType<IOperation>().ToList())
                : ImmutableArray<SoftmaxPattern>.Empty;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return ImmutableArray<SoftmaxPattern>.Empty;
        }
    }

    // Statements of a program without a class stand behind its usings.
    private static int StartOf(SyntaxNode member) =>
        member is CompilationUnitSyntax unit ? unit.Members.First(static part => part.IsKind(SyntaxKind.GlobalStatement)).SpanStart : member.SpanStart;
}
