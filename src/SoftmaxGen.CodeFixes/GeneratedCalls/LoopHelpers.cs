using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>The variables of a block that only the loops of a softmax use: the sum, one over it, the maximum with the loop that finds it.</summary>
internal sealed class LoopHelpers(BlockSyntax block, ForStatementSyntax first, ForStatementSyntax second, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly List<SyntaxNode> _found = [];

    public IReadOnlyList<SyntaxNode> Found => _found;

    public bool AddSum(string name) =>
        Declarator(name) is { Initializer.Value: { } start } sum && sum.SpanStart < first.SpanStart
        && model.GetConstantValue(start, cancellationToken) is { HasValue: true, Value: 0 or 0f or 0d } && Add(sum, name, [first, second, .. _found]);

    // double inverse = 1 / sum;
    public bool AddReciprocal(string name, string sum) =>
        Declarator(name) is { Initializer.Value: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression, Left: LiteralExpressionSyntax { Token.Value: 1 or 1f or 1d }, Right: IdentifierNameSyntax divisor } } inverse
        && inverse.SpanStart > first.SpanStart && divisor.Identifier.ValueText == sum && Add(inverse, name, [second]);

    // Whatever is subtracted from all exponents alike, the softmax is the same.
    public bool AddShift(string name)
    {
        if (Declarator(name) is not { Initializer.Value: { } start } shift || shift.SpanStart > first.SpanStart || !Purity.IsPure(start, model, cancellationToken))
            return false;
        var loops = block.Statements.TakeWhile(statement => statement != first).Where(statement => statement is ForStatementSyntax or ForEachStatementSyntax && statement.Mentions(name)).ToList();
        if (loops.Any(loop => !FindsOnly(loop, name)) || !Add(shift, name, [first, .. loops]))
            return false;
        _found.AddRange(loops);
        return true;
    }

    /// <summary>Whether there is nothing else between the loops, which would see the exponentials.</summary>
    public bool AreAllBetweenLoops() => block.Statements.SkipWhile(statement => statement != first).Skip(1).TakeWhile(statement => statement != second)
        .All(statement => statement is LocalDeclarationStatementSyntax { Declaration.Variables: var variables } && variables.All(_found.Contains));

    private VariableDeclaratorSyntax? Declarator(string name) => block.Statements.OfType<LocalDeclarationStatementSyntax>()
        .SelectMany(static statement => statement.Declaration.Variables).FirstOrDefault(variable => variable.Identifier.ValueText == name);

    private bool Add(VariableDeclaratorSyntax declarator, string name, IReadOnlyList<SyntaxNode> users)
    {
        if (block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && !users.Any(user => user.Span.Contains(use.Span))))
            return false;
        _found.Add(declarator);
        return true;
    }

    // A loop that does nothing but set one variable, and ends by itself.
    private bool FindsOnly(StatementSyntax loop, string name) =>
        (loop is ForStatementSyntax { Declaration: not null } @for ? @for.Statement : (loop as ForEachStatementSyntax)?.Statement)?.DescendantNodesAndSelf().All(node => node switch
        {
            AssignmentExpressionSyntax assignment => assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax target } && target.Identifier.ValueText == name,
            InvocationExpressionSyntax call => Purity.IsPureCall(call, model, cancellationToken),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => false,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => false,
            StatementSyntax statement => statement is BlockSyntax or IfStatementSyntax or ExpressionStatementSyntax,
            AwaitExpressionSyntax or ThrowExpressionSyntax or AnonymousFunctionExpressionSyntax => false,
            _ => true,
        }) == true;
}
