using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.Logarithm;

/// <summary>What only the logarithm has used: variables, and loops that divide the elements of an array.</summary>
internal static class Leftovers
{
    public static List<SyntaxNode> Of(SyntaxNode member, Unfolding unfolding, IReadOnlyList<(SyntaxNode Old, SyntaxNode New)> replacements, SemanticModel model, CancellationToken cancellationToken)
    {
        var gone = replacements.Select(static replacement => replacement.Old).ToList();
        var removals = new List<SyntaxNode>();
        foreach (var local in unfolding.Passed.Distinct<ILocalSymbol>(SymbolEqualityComparer.Default))
        {
            var uses = Writes.References(local, member, model, cancellationToken).Where(use => !gone.Any(node => node.Span.Contains(use.Span))).ToList();
            if (replacements.Any(replacement => replacement.New.Mentions(local.Name)))
                continue;
            foreach (var (_, loop) in unfolding.Divisions.Where(division => SymbolEqualityComparer.Default.Equals(division.Array, local)).Distinct())
            {
                if (IsLast(loop, uses, local, cancellationToken))
                    Remove(loop);
            }

            uses.RemoveAll(use => gone.Any(node => node.Span.Contains(use.Span)));
            if (uses.Count == 0
                && local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value, Parent: VariableDeclarationSyntax { Variables: var together, Parent: LocalDeclarationStatementSyntax statement } } declarator
                && (Purity.IsPure(value, model, cancellationToken) || value is ArrayCreationExpressionSyntax))
                Remove(together.Count == 1 ? statement : declarator);
        }

        return removals;

        void Remove(SyntaxNode node)
        {
            gone.Add(node);
            removals.Add(node);
        }
    }

    // Nothing looks at the array any more, and no outer loop comes back to it.
    private static bool IsLast(ForStatementSyntax loop, List<IdentifierNameSyntax> uses, ILocalSymbol array, CancellationToken cancellationToken) =>
        uses.All(use => use.SpanStart < loop.Span.End)
        && array.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken).FirstAncestorOrSelf<BlockSyntax>() == loop.Parent;
}
