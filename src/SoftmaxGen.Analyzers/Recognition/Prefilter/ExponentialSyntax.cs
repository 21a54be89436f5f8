using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.Recognition;

/// <summary>Tells from the syntax whether a name stands for an exponential. A power is one only where its base may be e.</summary>
internal static class ExponentialSyntax
{
    /// <summary>Where in a file the names of exponentials are.</summary>
    public static IEnumerable<int> Positions(SyntaxNode root, SourceText text, bool hasConstant) =>
        ExponentialText.Positions(text).Where(position =>
            root.FindToken(position) is { Parent: SimpleNameSyntax name } token && token.Span.Contains(position) && IsExponential(name, hasConstant));

    /// <param name="hasConstant">Whether the file has the digits of e, so that any name may be that constant.</param>
    public static bool IsExponential(SimpleNameSyntax name, bool hasConstant) =>
        ExponentialText.IsIn(name.Identifier.ValueText.AsSpan()) && IsFunction(name) && (!IsPower(name.Identifier.ValueText) || IsPowerOfE(name, hasConstant));

    // Called, or handed on as a method group; a variable of that name is one only if it is given an exponential.
    private static bool IsFunction(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax => true,
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax => true,
        ArgumentSyntax or EqualsValueClauseSyntax => char.IsUpper(name.Identifier.ValueText[0]),
        _ => false,
    };

    private static bool IsPower(string name) => KnownFunctions.Find(name) == KnownFunction.Pow;

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
        SimpleNameSyntax => hasConstant,
        InvocationExpressionSyntax { ArgumentList.Arguments: [var only] } => MayBeE(only.Expression, hasConstant),
        _ => false,
    };
}
