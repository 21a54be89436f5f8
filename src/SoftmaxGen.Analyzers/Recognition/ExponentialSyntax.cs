using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>Tells from the syntax whether a name stands for an exponential. A power is one only where its base may be e.</summary>
internal static class ExponentialSyntax
{
    public static bool IsIn(SyntaxNode member, bool hasConstant) =>
        member.DescendantNodes().Any(node => node is SimpleNameSyntax name && IsExponential(name, hasConstant));

    /// <param name="hasConstant">Whether the file has the digits of e, so that any name may be that constant.</param>
    public static bool IsExponential(SimpleNameSyntax name, bool hasConstant) =>
        ExponentialText.IsIn(name.Identifier.ValueText.AsSpan()) && (!IsPower(name.Identifier.ValueText) || IsPowerOfE(name, hasConstant));

    private static bool IsPower(string name) => FunctionNames.Find(name) == Function.Pow;

    private static bool IsPowerOfE(SimpleNameSyntax name, bool hasConstant)
    {
        var called = name.Parent is MemberAccessExpressionSyntax access ? access : (ExpressionSyntax)name;
        return called.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: >= 2 } arguments } && MayBeE(arguments[0].Expression, hasConstant);
    }

    private static bool MayBeE(ExpressionSyntax expression, bool hasConstant) => expression switch
    {
        CastExpressionSyntax cast => MayBeE(cast.Expression, hasConstant),
        ParenthesizedExpressionSyntax parenthesized => MayBeE(parenthesized.Expression, hasConstant),
        LiteralExpressionSyntax literal => literal.Token.Text.StartsWith("2.7", StringComparison.Ordinal),
        MemberAccessExpressionSyntax access => MayBeE(access.Name, hasConstant),
        SimpleNameSyntax { Identifier.ValueText: var name } => hasConstant || name is "E" or "e" || name.IndexOf("uler", StringComparison.Ordinal) >= 0,
        InvocationExpressionSyntax { ArgumentList.Arguments: [var only] } => MayBeE(only.Expression, hasConstant),
        _ => false,
    };
}
