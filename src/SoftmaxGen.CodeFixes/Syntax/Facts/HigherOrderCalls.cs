using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Calls that run a function on every element.</summary>
internal static class HigherOrderCalls
{
    /// <summary>The collection whose elements a function is given that is passed to a call.</summary>
    public static ExpressionSyntax? Source(InvocationExpressionSyntax call, ArgumentSyntax function)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver })
            return null;
        var arguments = call.ArgumentList.Arguments;
        var isStatic = receiver is IdentifierNameSyntax { Identifier.ValueText: "Array" or "Enumerable" or "Parallel" };
        if (isStatic && (arguments.Count < 2 || arguments[0] == function))
            return null;
        return InvocationName.Of(call) switch
        {
            "Select" or "Sum" or "ToDictionary" or "ForEach" or "Aggregate" or "ConvertAll" or "Zip" or "ToList" or "ToArray" => isStatic ? arguments[0].Expression : receiver,
            _ => null,
        };
    }

    public static bool IsParallelFor(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Parallel" }, Name.Identifier.ValueText: "For" }, ArgumentList.Arguments.Count: 3 };
}
