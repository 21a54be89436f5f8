using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>
/// A softmax as two loops over the same range of arrays or spans, from their first element on: the first takes exponentials and adds them up, the second divides.
/// Anything else in them, or any other use of the sum or the maximum, and it is none.
/// </summary>
internal sealed record SoftmaxLoops(ElementCount Count, ForStatementSyntax First, ForStatementSyntax Second, string Input, string Output, IReadOnlyList<SyntaxNode> Helpers) : GeneratedCall(Count)
{
    public override SyntaxNode Place => First;

    public static SoftmaxLoops? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ForStatementSyntax>() is not { Parent: BlockSyntax block } loop)
            return null;
        var at = block.Statements.IndexOf(loop);
        return Match(loop, block.Statements.Skip(at + 1)) ?? Match(block.Statements.Take(at).OfType<ForStatementSyntax>().LastOrDefault(), block.Statements.Skip(at));

        SoftmaxLoops? Match(ForStatementSyntax? one, IEnumerable<StatementSyntax> following) =>
            one is not null && following.SkipWhile(static statement => statement is LocalDeclarationStatementSyntax).FirstOrDefault() is ForStatementSyntax two ? Of(block, one, two, model, cancellationToken) : null;
    }

    public override void Apply(SyntaxEditor editor, string host, SemanticModel model, CancellationToken cancellationToken)
    {
        editor.ReplaceNode(First, Insertion.Parse(Statement(host, Input, Output), Insertion.NewLineOf(editor.OriginalRoot))[0].WithTriviaFrom(First));
        editor.RemoveNode(Second, SyntaxRemoveOptions.KeepNoTrivia);
        editor.RemoveAll(Helpers);
    }

    private static SoftmaxLoops? Of(BlockSyntax block, ForStatementSyntax first, ForStatementSyntax second, SemanticModel model, CancellationToken cancellationToken)
    {
        var counts = new ElementCounts(model, cancellationToken);
        if (LoopShapes.Range(first, counts, model, cancellationToken) is not var (i, count) || LoopShapes.Range(second, counts, model, cancellationToken) is not var (j, other) || count != other
            || LoopShapes.Accumulation(first, i) is not var (output, sum, exponential) || LoopShapes.Quotient(second, j) is not var (normalised, divisor, isReciprocal) || !SyntaxFactory.AreEquivalent(output, normalised)
            || exponential is not { ArgumentList.Arguments: [{ Expression: var exponent }] } || !IsExp(model.GetSymbolInfo(exponential, cancellationToken).Symbol))
            return null;

        var shift = exponent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Right: IdentifierNameSyntax max } ? max.Identifier.ValueText : null;
        if (LoopShapes.ElementFrom(shift is null ? exponent : ((BinaryExpressionSyntax)exponent).Left, i, model, cancellationToken) is not var (input, start)
            || start is not null && SyntaxFactory.AreEquivalent(input, output) || ElementType(model.GetTypeInfo(input, cancellationToken).Type) is not { } type
            || !SymbolEqualityComparer.Default.Equals(type, ElementType(model.GetTypeInfo(output, cancellationToken).Type)))
            return null;

        var helpers = new LoopHelpers(block, first, second, model, cancellationToken);
        return (isReciprocal ? helpers.AddReciprocal(divisor, sum) : divisor == sum) && helpers.AddSum(sum) && (shift is null || helpers.AddShift(shift)) && helpers.AreAllBetweenLoops()
            ? new(count, first, second, start is null ? Argument(input, count, isDestination: false, counts, model) : Part(input, start, count, model), Argument(output, count, isDestination: true, counts, model), helpers.Found)
            : null;
    }

    private static bool IsExp(ISymbol? symbol) => symbol is IMethodSymbol { Name: "Exp", ContainingType: { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
