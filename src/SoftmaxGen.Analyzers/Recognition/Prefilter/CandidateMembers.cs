using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.Recognition;

/// <summary>The members of a file that are worth binding: where exponentials may meet a sum of exponentials.</summary>
internal static class CandidateMembers
{
    private const int WrapperLength = 500;
    private const int FieldWriterLength = 2500;

    private readonly record struct Member(SyntaxNode Node, string Name);

    /// <summary>A member, and those of its type that put exponentials into fields before it runs, as far as it does not call them itself.</summary>
    public readonly record struct Candidate(SyntaxNode Member, IReadOnlyList<SyntaxNode> FieldWriters);

    public static IReadOnlyCollection<Candidate> Find(SyntaxNode root, CancellationToken cancellationToken)
    {
        var text = root.SyntaxTree.GetText(cancellationToken);
        var hasConstant = ExponentialText.HasConstant(text);
        var positions = ExponentialSyntax.Positions(root, text, hasConstant).ToList();
        positions.Sort();
        if (positions.Count == 0)
            return [];

        // Those that take exponentials, and those that call them by name.
        var direct = new List<Member>();
        var indirect = new List<Member>();
        foreach (var node in root.DescendantNodesAndSelf(static node => node is not (BaseMethodDeclarationSyntax or StatementSyntax or ExpressionSyntax)))
        {
            if (Executable(node) is { } part)
                (positions.IsAnyIn(part.Span) ? direct : indirect).Add(new(part, NameOf(node)));
        }

        if (direct.Count == 0)
            return [];
        var exponential = new HashSet<string>(direct.Where(static member => member.Node.Span.Length < WrapperLength && member.Name.Length > 0).Select(static member => member.Name));
        var wrappers = direct.Where(static member => member.Node.Span.Length < WrapperLength && member.Name.Length > 0 && !ExponentialText.IsIn(member.Name.AsSpan()))
            .Select(static member => member.Name).ToList();
        var whole = wrappers.Count == 0 ? "" : text.ToString();
        var callers = wrappers.Count == 0 ? [] : indirect.Where(member => IsNamed(whole, member.Node.Span, wrappers));
        var names = new MemberIndex(direct.Concat(indirect).Where(static member => member.Name.Length > 0).ToLookup(static member => member.Name, static member => member.Node), exponential);
        var helpers = new HelperSummaries(names, hasConstant);

        // What one member puts into a field another may divide by.
        var found = new List<Candidate>();
        var rest = new List<(Member Member, NameFlow Flow)>();
        var fieldWriters = new List<(SyntaxNode Member, IReadOnlyCollection<string> Fields)>();
        var seen = new HashSet<SyntaxNode>();
        foreach (var member in direct.Concat(callers))
        {
            cancellationToken.ThrowIfCancellationRequested();
            seen.Add(member.Node);
            var flow = new NameFlow(member.Node, names, helpers, hasConstant);
            if (flow.MayMeet())
                found.Add(new(member.Node, []));
            else
                rest.Add((member, flow));
            if (member.Name.Length > 0 && member.Node.Span.Length < FieldWriterLength && flow.Fields() is { Count: > 0 } filled)
                fieldWriters.Add((member.Node, filled));
        }

        if (fieldWriters.Count == 0)
            return found;
        var fields = new HashSet<string>(fieldWriters.SelectMany(static fieldWriter => fieldWriter.Fields));
        whole = whole.Length == 0 ? text.ToString() : whole;
        var others = indirect.Where(member => !seen.Contains(member.Node) && IsNamed(whole, member.Node.Span, fields))
            .Select(member => (Member: member, Flow: new NameFlow(member.Node, names, helpers, hasConstant)));
        foreach (var (member, flow) in rest.Concat(others))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (flow.MayMeet(fields))
                found.Add(new(member.Node, fieldWriters.Where(fieldWriter => fieldWriter.Member != member.Node && TypeOf(fieldWriter.Member) == TypeOf(member.Node)).Select(static fieldWriter => fieldWriter.Member).ToList()));
        }

        return found;
    }

    private static SyntaxNode? Executable(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => MemberDeclarations.ExecutablePart(node),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax } => node,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } or PropertyDeclarationSyntax } => node,
        CompilationUnitSyntax { Members: var members } when members.Any(SyntaxKind.GlobalStatement) => node,
        _ => null,
    };

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        { Parent: VariableDeclaratorSyntax field } => field.Identifier.ValueText,
        _ => "",
    };

    private static TypeDeclarationSyntax? TypeOf(SyntaxNode member) => member.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static bool IsNamed(string text, TextSpan span, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            for (var at = Next(span.Start); at >= 0; at = Next(at + 1))
            {
                if ((at == 0 || !SyntaxFacts.IsIdentifierPartCharacter(text[at - 1]))
                    && (at + name.Length == text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[at + name.Length])))
                    return true;
            }

            int Next(int from) => from < span.End ? text.IndexOf(name, from, span.End - from, StringComparison.Ordinal) : -1;
        }

        return false;
    }
}
