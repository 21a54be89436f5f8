using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>The members of a file that are worth binding: those that take an exponential, or call one in the file that does.</summary>
internal static class CandidateMembers
{
    private const int MaxRounds = 3;

    public static IReadOnlyCollection<SyntaxNode> Find(SyntaxNode root, CancellationToken cancellationToken)
    {
        var members = new List<(SyntaxNode Node, string Name, HashSet<string> Names, bool IsCandidate)>();
        foreach (var node in root.DescendantNodes(static node => node is not (BaseMethodDeclarationSyntax or StatementSyntax or ExpressionSyntax)))
        {
            if (Executable(node) is { } part)
                members.Add((part, NameOf(node), NamesIn(part, cancellationToken), false));
        }

        var names = new HashSet<string>();
        for (var round = 0; round < MaxRounds; round++)
        {
            var found = false;
            for (var i = 0; i < members.Count; i++)
            {
                var (node, name, used, isCandidate) = members[i];
                if (isCandidate || !(round == 0 ? used.Any(static word => ExponentialText.IsIn(word.AsSpan())) : used.Overlaps(names)))
                    continue;
                members[i] = (node, name, used, true);
                found = true;
            }

            if (!found)
                break;
            names.UnionWith(members.Where(static member => member.IsCandidate && member.Name.Length > 1).Select(static member => member.Name));
        }

        return members.Where(static member => member.IsCandidate).Select(static member => member.Node).ToList();
    }

    private static SyntaxNode? Executable(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => MethodBodies.ExecutablePart(node),
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

    private static HashSet<string> NamesIn(SyntaxNode node, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var names = new HashSet<string>();
        foreach (var token in node.DescendantTokens(static child => child is not BaseTypeDeclarationSyntax))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                names.Add(token.ValueText);
        }

        return names;
    }
}
