using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Stability.Library;

/// <summary>
/// SMX1010: LogP1 of exponentials, and ExpM1 inside a logarithm. Those of .NET add 1 and subtract 1 in the arithmetic of the type,
/// so that what they are used for is lost. By names that hold exponentials, as few files have either function.
/// </summary>
internal static class LogP1Rule
{
    private const int MaxRounds = 4;

    public static IEnumerable<Diagnostic> Diagnose(SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!ExponentialText.Contains(text, "LogP1") && !ExponentialText.Contains(text, "ExpM1"))
            yield break;

        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (InvocationName.Of(call) is not ("LogP1" or "ExpM1") || call.Member() is not { } member
                || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method || !IsOfFramework(method))
                continue;
            if (method.Name == "LogP1" ? call.ArgumentList.Arguments is [var argument, ..] && HoldsExponential(argument, ExponentialNames(member)) : IsInsideLogarithm(call, member))
                yield return Diagnostic.Create(StabilityDescriptors.LogP1OfExponential, call.GetLocation(), method.Name, method.Name == "LogP1" ? "Log(x + 1)" : "Exp(x) - 1");
        }
    }

    // double.LogP1, T.LogP1 of a generic number, TensorPrimitives.LogP1; a library's own function may be exact.
    private static bool IsOfFramework(IMethodSymbol method) => method.ContainingType is { } type
        && (type.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            || type.ContainingNamespace?.ToDisplayString() is var space && (type.Name == "Half" && space == "System"
                || space == "System.Numerics" && type.Name is "ILogarithmicFunctions" or "IExponentialFunctions" or "BFloat16"
                || space == "System.Numerics.Tensors" && type.Name == "TensorPrimitives"));

    private static HashSet<string> ExponentialNames(SyntaxNode member)
    {
        var names = new HashSet<string>();
        var stores = member.DescendantNodes().Select(static node => node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } declarator => (Name: declarator.Identifier.ValueText, Value: value),
            AssignmentExpressionSyntax assignment => (Name: NameOf(assignment.Left), Value: assignment.Right),
            InvocationExpressionSyntax { ArgumentList.Arguments: [.., _, { Expression: var destination }] } call when IsExponential(call) => (Name: NameOf(destination), Value: (ExpressionSyntax)call),
            _ => default,
        }).Where(static store => !string.IsNullOrEmpty(store.Name)).ToList();
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = names.Count;
            names.UnionWith(stores.Where(store => HoldsExponential(store.Value, names)).Select(static store => store.Name!));
            if (names.Count == before)
                break;
        }

        return names;
    }

    private static bool HoldsExponential(SyntaxNode expression, HashSet<string> names) => expression.DescendantNodesAndSelf().Any(node => node switch
    {
        InvocationExpressionSyntax call => IsExponential(call),
        IdentifierNameSyntax name => names.Contains(name.Identifier.ValueText),
        _ => false,
    });

    private static bool IsExponential(InvocationExpressionSyntax call) => InvocationName.Of(call) is { } name && (KnownFunctions.Find(name) == KnownFunction.Exp || name == "ExpM1");

    // Math.Log(-double.ExpM1(d)), with or without a variable between the two.
    private static bool IsInsideLogarithm(InvocationExpressionSyntax call, SyntaxNode member)
    {
        if (call.Ancestors().TakeWhile(static node => node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax).Any(IsLogarithm))
            return true;
        var variable = call.FirstAncestorOrSelf<EqualsValueClauseSyntax>() is { Parent: VariableDeclaratorSyntax declarator } ? declarator.Identifier.ValueText
            : call.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment ? NameOf(assignment.Left)
            : null;
        return variable is not null && member.DescendantNodes().Any(node => IsLogarithm(node)
            && ((InvocationExpressionSyntax)node).ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable));
    }

    private static bool IsLogarithm(SyntaxNode node) => node is InvocationExpressionSyntax call && InvocationName.Of(call) is { } name && (KnownFunctions.Find(name) is KnownFunction.Log or KnownFunction.Log1P || name == "LogP1");

    private static string? NameOf(ExpressionSyntax target) => target.Bare() switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => null,
    };
}
