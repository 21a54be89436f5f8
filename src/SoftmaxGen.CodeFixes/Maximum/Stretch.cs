using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.CodeFixes.Maximum;

/// <summary>The statements of a block in which all exponentials are taken and divided by their sum: a part of a method that may be long.</summary>
/// <param name="Block">The block.</param>
/// <param name="Span">From the first of the statements to the last.</param>
/// <param name="IsRepeated">Whether a loop or a function around the block comes back to it.</param>
internal sealed record Stretch(BlockSyntax Block, TextSpan Span, bool IsRepeated)
{
    public static Stretch? Around(IReadOnlyCollection<SyntaxNode> nodes, SyntaxNode member)
    {
        if (nodes.First().Ancestors().FirstOrDefault(node => nodes.All(other => node.Span.Contains(other.Span) && node != other)) is not { } common
            || common.FirstAncestorOrSelf<BlockSyntax>() is not { } block || !member.Span.Contains(block.Span))
            return null;
        var statements = block.Statements.Where(statement => nodes.Any(node => statement.Span.Contains(node.Span))).ToList();
        var isRepeated = block.Ancestors().TakeWhile(node => node != member && member.Span.Contains(node.Span))
            .Any(static node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        return new(block, TextSpan.FromBounds(statements[0].SpanStart, statements[statements.Count - 1].Span.End), isRepeated);
    }
}
