using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;
using SoftmaxGen.Stability;

namespace SoftmaxGen.Usage;

/// <summary>SMX2001: a softmax, stable or not, whose length is a constant.</summary>
internal static class UseGeneratedRule
{
    public static IEnumerable<Diagnostic> Diagnose(ImmutableArray<SoftmaxPattern> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Kind == PatternKind.Softmax && LengthOf(pattern) is >= 2 and var length)
            {
                yield return Diagnostic.Create(
                    UsageDescriptors.UseGenerated,
                    pattern.End.Syntax.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(DiagnosticKeys.Length, length.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                    length);
            }
        }
    }

    /// <summary>The constant bound of the loop that divides; where there is no loop, the number of exponentials written out.</summary>
    private static int? LengthOf(SoftmaxPattern pattern)
    {
        for (var operation = pattern.End; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation)
                return null;
            if (operation is ILoopOperation loop)
                return loop is IForLoopOperation { Condition: IBinaryOperation condition } ? BoundOf(condition) : null;
        }

        return pattern.Sites.Length >= 2 && pattern.Sites.All(static site => !IsInLoop(site.Operation) && site.Exp == site.Operation) ? pattern.Sites.Length : null;
    }

    private static int? BoundOf(IBinaryOperation condition) => condition switch
    {
        { OperatorKind: BinaryOperatorKind.LessThan, RightOperand.ConstantValue: { HasValue: true, Value: int bound } } => bound,
        { OperatorKind: BinaryOperatorKind.LessThanOrEqual, RightOperand.ConstantValue: { HasValue: true, Value: int bound and < int.MaxValue } } => bound + 1,
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
