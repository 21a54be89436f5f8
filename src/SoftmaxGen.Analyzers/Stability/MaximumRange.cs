using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Stability;

/// <summary>
/// A maximum that is not taken over the elements it is subtracted from: over the first few of them, without the first or the last, or over another parameter.
/// Read off the syntax, as an interpretation that holds a collection in one place does not tell its elements apart.
/// </summary>
internal static class MaximumRange
{
    /// <summary>Where the maximum in the exponent x - max is taken, and what is wrong with it.</summary>
    public static (SyntaxNode Place, string Message)? Fault(ExponentialSite site)
    {
        if (Shift(site.ArgumentOperation?.Syntax) is not var (exponent, maximum) || site.Exp.Syntax.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } member)
            return null;
        var declarator = member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(node => node.Identifier.ValueText == maximum).ToList();
        if (declarator is not [{ Initializer.Value: var start }])
            return null;
        var assignments = member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(node => node.Left is IdentifierNameSyntax name && name.Identifier.ValueText == maximum).ToList();
        return assignments.Count switch
        {
            0 => FaultOfCall(start, exponent, member),
            1 => FaultOfLoop(start, assignments[0], exponent, site.Exp.Syntax),
            _ => null,
        };
    }

    // x.Take(3).Max() where all of x is exponentiated, or y.Max().
    private static (SyntaxNode, string)? FaultOfCall(ExpressionSyntax start, ExpressionSyntax exponent, SyntaxNode member)
    {
        if (start.Bare() is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Max", Expression: var source }, ArgumentList.Arguments.Count: 0 })
            return null;
        if (ElementRange.Of(exponent) is not { IsWhole: true } elements)
            return null;

        if (source is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Take" or "Skip", Expression: var whole }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: > 0 } }] })
            return SyntaxFactory.AreEquivalent(whole, elements.Collection) ? (start, $"The maximum is taken over {source} only, and subtracted from every element of {whole}") : null;
        return source is IdentifierNameSyntax other && elements.Collection is IdentifierNameSyntax used && other.Identifier.ValueText != used.Identifier.ValueText
            && IsReadOnly(other, member) && IsReadOnly(used, member)
            ? (start, $"The maximum is taken over {other}, and subtracted from the elements of {used}")
            : null;
    }

    // for (int i = 2; ...) if (x[i] > max) max = x[i];
    private static (SyntaxNode, string)? FaultOfLoop(ExpressionSyntax start, AssignmentExpressionSyntax assignment, ExpressionSyntax exponent, SyntaxNode exp)
    {
        var compared = assignment.Right is InvocationExpressionSyntax { ArgumentList.Arguments: [var first, var second] }
            ? first.Expression is ElementAccessExpressionSyntax ? first.Expression : second.Expression
            : assignment.Right;
        if (ElementRange.Of(compared) is not { } seen || ElementRange.Of(exponent) is not { } used || !SyntaxFactory.AreEquivalent(seen.Collection, used.Collection) || seen.Loop.Contains(exp) || seen.Loop == used.Loop)
            return null;

        var startIndex = start.Bare() is ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: int index } }] } ? index : -1;
        var leftOut = Enumerable.Range(used.First, Math.Max(0, Math.Min(seen.First, used.First + 2) - used.First)).Where(i => i != startIndex).ToList();
        if (leftOut.Count > 0)
            return (seen.Loop.Declaration!, $"The maximum leaves out {seen.Collection}[{leftOut[0]}], which it is subtracted from all the same");
        return seen.EndsBefore(used) ? (seen.Loop.Condition!, $"The maximum is taken while {seen.Loop.Condition}, and subtracted while {used.Loop.Condition}") : null;
    }

    // The exponent x[i] - max; what it is scaled with changes nothing.
    private static (ExpressionSyntax Exponent, string Maximum)? Shift(SyntaxNode? argument)
    {
        while (true)
        {
            switch (argument is ExpressionSyntax expression ? expression.Bare() : null)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression or (int)SyntaxKind.MultiplyExpression, Left: var left }:
                    argument = left;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Left: var left, Right: IdentifierNameSyntax maximum }:
                    return (left, maximum.Identifier.ValueText);
                default:
                    return null;
            }
        }
    }

    // A parameter that nothing is written to, nor handed on: what it holds is what it was given.
    private static bool IsReadOnly(IdentifierNameSyntax name, SyntaxNode member) =>
        member.ChildNodes().OfType<ParameterListSyntax>().SelectMany(static list => list.Parameters).Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText)
        && member.DescendantNodes().OfType<IdentifierNameSyntax>().Where(other => other.Identifier.ValueText == name.Identifier.ValueText).All(static use => use.Parent switch
        {
            ElementAccessExpressionSyntax element => element.Parent is not AssignmentExpressionSyntax assignment || assignment.Left != element,
            MemberAccessExpressionSyntax access => access.Expression == use,
            ForEachStatementSyntax => true,
            _ => false,
        });
}
