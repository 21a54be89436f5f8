using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Usage;

/// <summary>
/// A softmax as two loops over the same constant range, one behind the other: the first takes exponentials and adds them up, the second divides.
/// Anything else in them, or any other use of the sum or the maximum, and it is none.
/// </summary>
internal sealed record SoftmaxLoops(ForStatementSyntax First, ForStatementSyntax Second, string Input, string Output, int Length, IReadOnlyList<VariableDeclaratorSyntax> Helpers)
{
    public static SoftmaxLoops? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ForStatementSyntax>() is not { Parent: BlockSyntax block } loop)
            return null;
        var at = block.Statements.IndexOf(loop);
        return Match(at, at + 1) ?? Match(at - 1, at);

        SoftmaxLoops? Match(int first, int second) =>
            first >= 0 && second < block.Statements.Count && block.Statements[first] is ForStatementSyntax one && block.Statements[second] is ForStatementSyntax two
                ? Of(block, one, two, model, cancellationToken)
                : null;
    }

    private static SoftmaxLoops? Of(BlockSyntax block, ForStatementSyntax first, ForStatementSyntax second, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Range(first, model, cancellationToken) is not var (i, length) || Range(second, model, cancellationToken) is not var (j, other) || length != other
            || Accumulation(first, i) is not var (output, sum, exponential) || Quotient(second, j) != (output, sum)
            || exponential is not { ArgumentList.Arguments: [var exponent] } || !IsExp(model.GetSymbolInfo(exponential, cancellationToken).Symbol))
            return null;

        var shift = exponent.Expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Right: IdentifierNameSyntax max } ? max.Identifier.ValueText : null;
        var shifted = shift is null ? exponent.Expression : ((BinaryExpressionSyntax)exponent.Expression).Left;
        if (Element(shifted, i) is not { } input || !HasSameElements(input, output, first, model))
            return null;

        var helpers = new List<VariableDeclaratorSyntax>();
        if (!AddHelper(sum, initial => model.GetConstantValue(initial, cancellationToken) is { HasValue: true, Value: 0 or 0f or 0d })
            || shift is not null && !AddHelper(shift, initial => initial.ToString() == $"{input}.Max()"))
            return null;
        return new(first, second, input, output, length, helpers);

        // A variable of the same block, which nothing but its start and the two loops uses.
        bool AddHelper(string name, Func<ExpressionSyntax, bool> isStart)
        {
            var declarator = block.Statements.TakeWhile(statement => statement != first).OfType<LocalDeclarationStatementSyntax>()
                .SelectMany(static statement => statement.Declaration.Variables).FirstOrDefault(variable => variable.Identifier.ValueText == name);
            if (declarator?.Initializer?.Value is not { } start || !isStart(start)
                || block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && !first.Span.Contains(use.Span) && !second.Span.Contains(use.Span)))
                return false;
            helpers.Add(declarator);
            return true;
        }
    }

    // for (int i = 0; i < 10; i++)
    private static (string Variable, int Length)? Range(ForStatementSyntax loop, SemanticModel model, CancellationToken cancellationToken)
    {
        if (loop is not { Declaration.Variables: [{ Identifier.ValueText: var name, Initializer.Value: var start }], Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression } condition, Incrementors: [var step] }
            || model.GetConstantValue(start, cancellationToken) is not { HasValue: true, Value: 0 }
            || model.GetConstantValue(condition.Right, cancellationToken) is not { HasValue: true, Value: int length and >= 2 }
            || condition.Left.ToString() != name || step.ToString() != $"{name}++" && step.ToString() != $"++{name}")
            return null;
        return (name, length);
    }

    // p[i] = e; sum += p[i];   or   sum += p[i] = e;
    private static (string Output, string Sum, InvocationExpressionSyntax Exponential)? Accumulation(ForStatementSyntax loop, string i)
    {
        var assignments = Assignments(loop.Statement);
        AssignmentExpressionSyntax? store = null;
        if (assignments is [{ RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: AssignmentExpressionSyntax chained }])
            store = chained;
        else if (assignments is [var separate, { RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: var added }] && Element(added, i) is { } summed && summed == Element(separate.Left, i))
            store = separate;
        if (store is not { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } || assignments!.Last().Left is not IdentifierNameSyntax sum || Element(store.Left, i) is not { } output)
            return null;
        var value = store.Right is CastExpressionSyntax cast ? cast.Expression : store.Right;
        return value is InvocationExpressionSyntax exponential ? (output, sum.Identifier.ValueText, exponential) : null;
    }

    // p[i] /= sum;   or   p[i] = p[i] / sum;
    private static (string Output, string Sum)? Quotient(ForStatementSyntax loop, string i) => Assignments(loop.Statement) switch
    {
        [{ RawKind: (int)SyntaxKind.DivideAssignmentExpression, Left: var target, Right: IdentifierNameSyntax sum }] when Element(target, i) is { } output =>
            (output, sum.Identifier.ValueText),
        [{ RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: var target, Right: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression, Left: var term, Right: IdentifierNameSyntax sum } }]
            when Element(target, i) is { } output && Element(term, i) == output => (output, sum.Identifier.ValueText),
        _ => null,
    };

    private static List<AssignmentExpressionSyntax>? Assignments(StatementSyntax body)
    {
        var statements = body is BlockSyntax block ? block.Statements.ToList() : [body];
        var assignments = statements.Select(static statement => (statement as ExpressionStatementSyntax)?.Expression).OfType<AssignmentExpressionSyntax>().ToList();
        return assignments.Count == statements.Count ? assignments : null;
    }

    private static string? Element(ExpressionSyntax expression, string i) =>
        expression is ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax index }] } && index.Identifier.ValueText == i
            ? array.Identifier.ValueText
            : null;

    private static bool IsExp(ISymbol? symbol) => symbol is IMethodSymbol { Name: "Exp", ContainingType: { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    // Arrays of one type, as what is called takes spans of them.
    private static bool HasSameElements(string input, string output, ForStatementSyntax loop, SemanticModel model)
    {
        var types = new[] { input, output }.Select(name => loop.DescendantNodes().OfType<IdentifierNameSyntax>().First(use => use.Identifier.ValueText == name))
            .Select(use => (model.GetTypeInfo(use).Type as IArrayTypeSymbol)?.ElementType).ToList();
        return types[0] is { SpecialType: SpecialType.System_Single or SpecialType.System_Double } && SymbolEqualityComparer.Default.Equals(types[0], types[1]);
    }

    /// <summary>The call that does the same.</summary>
    public StatementSyntax Call(string host)
    {
        var length = Length.ToString(CultureInfo.InvariantCulture);
        return SyntaxFactory.ParseStatement($"{host}.Softmax(System.MemoryExtensions.AsSpan({Input}, 0, {length}), System.MemoryExtensions.AsSpan({Output}, 0, {length}));");
    }
}
