using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>What the loops of a softmax look like.</summary>
internal static class LoopShapes
{
    // for (int i = 0; i < n; i++)
    public static (string Variable, ElementCount Count)? Range(ForStatementSyntax loop, ElementCounts counts, SemanticModel model, CancellationToken cancellationToken)
    {
        if (loop is not { Declaration.Variables: [{ Identifier.ValueText: var name, Initializer.Value: var start }], Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression } condition, Incrementors: [var step] }
            || model.GetConstantValue(start, cancellationToken) is not { HasValue: true, Value: 0 }
            || condition.Left.ToString() != name || step.ToString() != $"{name}++" && step.ToString() != $"++{name}"
            || counts.OfBound(condition.Right) is not { } count)
            return null;
        return (name, count);
    }

    // p[i] = e; sum += p[i];   or   sum += p[i] = e;   where e is an exponential, or a variable for it.
    public static (IdentifierNameSyntax Output, string Sum, InvocationExpressionSyntax Exponential)? Accumulation(ForStatementSyntax loop, string i)
    {
        var statements = Statements(loop);
        var variable = (statements[0] as LocalDeclarationStatementSyntax)?.Declaration.Variables is [{ Initializer: not null } only] ? only : null;
        if (Assignments(variable is null ? statements : statements.Skip(1)) is not { } assignments)
            return null;
        AssignmentExpressionSyntax? store = null, addition = null;
        foreach (var assignment in assignments)
        {
            if (assignment.IsKind(SyntaxKind.AddAssignmentExpression) && addition is null)
                addition = assignment;
            else if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && store is null)
                store = assignment;
            else
                return null;
        }

        // What is added has to be what was stored: read after it, or the same variable.
        if (addition is not { Left: IdentifierNameSyntax sum, Right: var added })
            return null;
        if (store is null && added.Bare() is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } chained)
            store = chained;
        else if (store is null || !(IsVariable(added.Bare()) && IsVariable(store.Right.Bare()) || store.SpanStart < addition.SpanStart && SyntaxFactory.AreEquivalent(added.Bare(), store.Left)))
            return null;

        var value = IsVariable(store.Right.Bare()) ? variable!.Initializer!.Value.Bare() : store.Right.Bare();
        return Element(store.Left, i) is { } output && value is InvocationExpressionSyntax exponential ? (output, sum.Identifier.ValueText, exponential) : null;

        bool IsVariable(ExpressionSyntax expression) => variable is not null && expression is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Identifier.ValueText;
    }

    // p[i] /= sum;   or   p[i] = p[i] / sum;   or   p[i] *= inverse;
    public static (IdentifierNameSyntax Output, string Divisor, bool IsReciprocal)? Quotient(ForStatementSyntax loop, string i) => Assignments(Statements(loop)) switch
    {
        [{ RawKind: (int)SyntaxKind.DivideAssignmentExpression, Left: var target, Right: IdentifierNameSyntax sum }] when Element(target, i) is { } output =>
            (output, sum.Identifier.ValueText, false),
        [{ RawKind: (int)SyntaxKind.MultiplyAssignmentExpression, Left: var target, Right: IdentifierNameSyntax inverse }] when Element(target, i) is { } output =>
            (output, inverse.Identifier.ValueText, true),
        [{ RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: var target, Right: BinaryExpressionSyntax { Left: var term, Right: IdentifierNameSyntax divisor } quotient }]
            when Element(target, i) is { } output && SyntaxFactory.AreEquivalent(target, term) && quotient.Kind() is SyntaxKind.DivideExpression or SyntaxKind.MultiplyExpression =>
            (output, divisor.Identifier.ValueText, quotient.IsKind(SyntaxKind.MultiplyExpression)),
        _ => null,
    };

    /// <summary>The collection, of <c>x[i]</c>.</summary>
    public static IdentifierNameSyntax? Element(ExpressionSyntax expression, string i) =>
        expression is ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax index }] } && index.Identifier.ValueText == i ? array : null;

    /// <summary>The collection and the first index, of <c>x[start + i]</c>; of <c>x[i]</c> there is no such index.</summary>
    public static (IdentifierNameSyntax Collection, ExpressionSyntax? Start)? ElementFrom(ExpressionSyntax expression, string i, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Element(expression, i) is { } whole)
            return (whole, null);
        if (expression is not ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array, ArgumentList.Arguments: [{ Expression: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } index }] })
            return null;
        var start = IsIndex(index.Right) ? index.Left : IsIndex(index.Left) ? index.Right : null;
        return start is not null && start.DescendantNodesAndSelf().All(IsInvariant) ? (array, start.WithoutTrivia()) : null;

        bool IsIndex(ExpressionSyntax part) => part is IdentifierNameSyntax name && name.Identifier.ValueText == i;

        // The loops write to nothing but elements and numbers that are no indices.
        bool IsInvariant(SyntaxNode part) => part is LiteralExpressionSyntax or ParenthesizedExpressionSyntax or BinaryExpressionSyntax
            || part is IdentifierNameSyntax name && !IsIndex(name) && model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 }
                or IParameterSymbol { Type.SpecialType: SpecialType.System_Int32 } or IFieldSymbol { Type.SpecialType: SpecialType.System_Int32 };
    }

    private static SyntaxList<StatementSyntax> Statements(ForStatementSyntax loop) => loop.Statement is BlockSyntax { Statements: { Count: > 0 } statements } ? statements : SyntaxFactory.SingletonList(loop.Statement);

    private static List<AssignmentExpressionSyntax>? Assignments(IEnumerable<StatementSyntax> statements)
    {
        var all = statements.ToList();
        var assignments = all.Select(static statement => (statement as ExpressionStatementSyntax)?.Expression).OfType<AssignmentExpressionSyntax>().ToList();
        return assignments.Count == all.Count ? assignments : null;
    }
}
