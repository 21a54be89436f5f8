using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.LogSoftmax;

/// <summary>What only replaced code has used: variables, and loops that divide the elements of an array.</summary>
internal static class DeadCode
{
    /// <param name="member">The member that changes.</param>
    /// <param name="candidates">The variables that may not be needed any more.</param>
    /// <param name="divisions">The loops that may not be needed any more, with their arrays.</param>
    /// <param name="replacements">What changes.</param>
    /// <param name="model">The model of the old code.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static List<SyntaxNode> Of(
        SyntaxNode member, IReadOnlyList<ILocalSymbol> candidates, IReadOnlyList<(ILocalSymbol Array, ForStatementSyntax Loop)> divisions,
        IReadOnlyList<(SyntaxNode Old, SyntaxNode New)> replacements, SemanticModel model, CancellationToken cancellationToken)
    {
        var gone = replacements.Select(static replacement => replacement.Old).ToList();
        var removals = new List<SyntaxNode>();
        var locals = candidates.Distinct<ILocalSymbol>(SymbolEqualityComparer.Default).Where(local => !replacements.Any(replacement => replacement.New.Mentions(local.Name))).ToList();

        // What one of them was computed from may be needed no more either.
        while (locals.RemoveAll(IsUnused) > 0)
            cancellationToken.ThrowIfCancellationRequested();
        return removals;

        bool IsUnused(ILocalSymbol local)
        {
            foreach (var (_, loop) in divisions.Where(division => SymbolEqualityComparer.Default.Equals(division.Array, local) && !removals.Contains(division.Loop)).Distinct())
            {
                if (IsLast(loop, Uses(local), local, cancellationToken))
                    Remove(loop);
            }

            if (Uses(local).Count > 0
                || local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } } declarator
                || !Purity.IsPure(value, model, cancellationToken) && value is not ArrayCreationExpressionSyntax)
                return false;
            Remove(declarator);
            return true;
        }

        List<IdentifierNameSyntax> Uses(ILocalSymbol local) =>
            Writes.References(local, member, model, cancellationToken).Where(use => !gone.Any(node => node.Span.Contains(use.Span))).ToList();

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
