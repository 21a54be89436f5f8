using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Names that nothing near has.</summary>
internal static class UniqueNames
{
    /// <summary>A name for a parameter of a lambda, which may recur elsewhere in the member.</summary>
    public static string UnusedParameter(SyntaxNode place, SemanticModel model) =>
        Unused(["v", "value", "item"], new HashSet<string>(model.LookupSymbols(place.SpanStart).Select(static symbol => symbol.Name)));

    public static string Unused(IEnumerable<string> wishes, SyntaxNode member, SemanticModel model)
    {
        var declaration = member.FirstAncestorOrSelf<SyntaxNode>(static node => node is Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax) ?? member;
        var taken = new HashSet<string>(declaration.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        taken.UnionWith(model.LookupSymbols(member.SpanStart).Select(static symbol => symbol.Name));
        return Unused(wishes, taken);
    }

    private static string Unused(IEnumerable<string> wishes, HashSet<string> taken)
    {
        var last = "";
        foreach (var wish in wishes)
        {
            if (!taken.Contains(last = wish))
                return wish;
        }

        for (var number = 2; ; number++)
        {
            if (!taken.Contains($"{last}{number}"))
                return $"{last}{number}";
        }
    }
}
