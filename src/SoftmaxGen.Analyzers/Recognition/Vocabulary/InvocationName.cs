using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>The simple name of what is called, in code that need not be bound.</summary>
internal static class InvocationName
{
    /// <summary>Name of x.Name(), x?.Name() and Name(); null where the called expression has none.</summary>
    public static string? Of(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
