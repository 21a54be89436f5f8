using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Stability;

/// <summary>
/// Whether code is reached only after a test of what it works on, which may be there to keep zeros away. Read off the syntax, by names:
/// a test of something else that has the same name in it keeps a rule silent as well.
/// </summary>
internal static class ZeroGuard
{
    public static bool IsBefore(SyntaxNode code)
    {
        var names = new HashSet<string>(code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(static name => name.Parent is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax) || name.Parent is MemberAccessExpressionSyntax access && access.Expression == name)
            .Select(static name => name.Identifier.ValueText));
        for (var node = code; node.Parent is { } parent and not (BaseMethodDeclarationSyntax or TypeDeclarationSyntax); node = parent)
        {
            if (parent switch
            {
                IfStatementSyntax @if => node != @if.Condition && Tests(@if.Condition, names),
                ConditionalExpressionSyntax conditional => node != conditional.Condition && Tests(conditional.Condition, names),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } logical => node == logical.Right && Tests(logical.Left, names),
                WhileStatementSyntax @while => Tests(@while.Condition, names),
                SwitchExpressionArmSyntax or SwitchSectionSyntax => true,
                BlockSyntax block => block.Statements.TakeWhile(statement => statement != node).Any(statement => Leaves(statement, names)),
                LambdaExpressionSyntax lambda => IsFiltered(lambda),
                QueryBodySyntax query => query.Clauses.Any(static clause => clause is WhereClauseSyntax),
                QueryExpressionSyntax query => query.Body.Clauses.Any(static clause => clause is WhereClauseSyntax),
                _ => false,
            })
                return true;
        }

        return false;
    }

    // A comparison, or a call such as IsZero or TryGet.
    private static bool Tests(ExpressionSyntax condition, HashSet<string> names) =>
        condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText) && !IsCounter(name));

    // i < n tests no probability, and neither does i == label.
    private static bool IsCounter(IdentifierNameSyntax name) => name.Parent is BinaryExpressionSyntax comparison
        && comparison.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } member
        && member.DescendantNodes().OfType<ForStatementSyntax>().Any(loop => loop.Declaration?.Variables.Any(variable => variable.Identifier.ValueText == name.Identifier.ValueText) == true);

    private static bool Leaves(StatementSyntax statement, HashSet<string> names) =>
        statement is IfStatementSyntax @if && Tests(@if.Condition, names) && @if.Statement.DescendantNodesAndSelf().Any(static node => node is ContinueStatementSyntax or BreakStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or AssignmentExpressionSyntax);

    // p.Where(v => v > 0).Sum(v => v * Math.Log(v))
    private static bool IsFiltered(LambdaExpressionSyntax lambda) =>
        lambda.Parent?.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
        && access.Expression.DescendantNodesAndSelf().Any(static node => node is SimpleNameSyntax { Identifier.ValueText: "Where" or "TakeWhile" or "SkipWhile" });
}
