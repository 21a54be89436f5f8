using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Usage;

/// <summary>SMX2001: a softmax, stable or not, whose length is a constant; or a stable one of any length.</summary>
internal static class UseGeneratedRule
{
    public static IEnumerable<Diagnostic> Diagnose(ImmutableArray<SoftmaxPattern> patterns, CancellationToken cancellationToken)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Kind != PatternKind.Softmax)
                continue;
            var length = LengthOf(pattern, cancellationToken);
            if (length >= 2)
                yield return Diagnostic.Create(UsageDescriptors.UseGenerated, pattern.End.Syntax.GetLocation(), $"{length} elements", $"[Softmax({length})]");
            else if (length is null && IsOfAnyLength(pattern))
                yield return Diagnostic.Create(UsageDescriptors.UseGenerated, pattern.End.Syntax.GetLocation(), "any length", "[Softmax]");
        }
    }

    // One that is not shifted is reported as such, with the same fix. The terms have to be divided one by one, by a loop or a query over a collection.
    private static bool IsOfAnyLength(SoftmaxPattern pattern)
    {
        if (!pattern.Sites.All(static site => site.IsShifted) || !pattern.Ends.All(IsTerm))
            return false;
        for (var operation = pattern.End; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation)
                return SourceOf(operation.Syntax) is IdentifierNameSyntax;
            if (operation is ILoopOperation loop)
                return loop is IForLoopOperation { Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, RightOperand.Syntax: IdentifierNameSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: IdentifierNameSyntax } } };
        }

        return false;
    }

    private static bool IsTerm(IOperation end) => end is ICompoundAssignmentOperation || IsComponent(end);

    /// <summary>The constant bound of the loop that divides, or the constant length of the sequence; where there is neither, the number of exponentials written out.</summary>
    private static int? LengthOf(SoftmaxPattern pattern, CancellationToken cancellationToken)
    {
        if (pattern.End.SemanticModel is not { } model)
            return null;
        var lengths = new ConstantLength(model, cancellationToken);
        for (var operation = pattern.End; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation)
                return SourceOf(operation.Syntax) is { } source ? lengths.Of(source) : null;
            if (operation is ILoopOperation loop)
                return loop is IForLoopOperation { Condition: IBinaryOperation condition } ? BoundOf(condition, lengths) : null;
        }

        return pattern.Sites.All(static site => !IsInLoop(site.Operation) && site.Exp == site.Operation && site.ArgumentOperation is not null) && pattern.Ends.All(IsComponent)
            ? pattern.Sites.Where((site, index) => !pattern.Sites.Take(index).Any(site.HasSameArgumentAs)).Count()
            : null;
    }

    // A weighted mean, with a sum over the sum of the weights, is no component of a softmax.
    private static bool IsComponent(IOperation end)
    {
        var dividend = (end as IBinaryOperation)?.LeftOperand;
        while (dividend is IConversionOperation or IParenthesizedOperation)
            dividend = dividend.ChildOperations.First();
        return dividend is not (IBinaryOperation or IUnaryOperation);
    }

    private static int? BoundOf(IBinaryOperation condition, ConstantLength lengths) => condition switch
    {
        { OperatorKind: BinaryOperatorKind.LessThan, RightOperand.Syntax: ExpressionSyntax bound } => lengths.OfBound(bound),
        { OperatorKind: BinaryOperatorKind.LessThanOrEqual, RightOperand.ConstantValue: { HasValue: true, Value: int bound and < int.MaxValue } } => bound + 1,
        _ => null,
    };

    // x.Select(v => ...), Array.ConvertAll(x, v => ...), from v in x select ...
    private static ExpressionSyntax? SourceOf(SyntaxNode function) => function.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: var arguments } } => access.Name.Identifier.ValueText switch
        {
            "Select" when arguments.Count == 1 => access.Expression,
            "ConvertAll" when arguments.Count == 2 => arguments[0].Expression,
            _ => null,
        },
        SelectClauseSyntax { Parent: QueryBodySyntax { Clauses.Count: 0, Parent: QueryExpressionSyntax query } } => query.FromClause.Expression,
        _ => null,
    };

    private static bool IsInLoop(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation or IAnonymousFunctionOperation)
                return true;
        }

        return false;
    }
}
