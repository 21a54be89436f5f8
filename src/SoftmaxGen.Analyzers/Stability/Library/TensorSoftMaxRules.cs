using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Stability.Library;

/// <summary>
/// What can be wrong with a call of TensorPrimitives.SoftMax: nothing was subtracted from its inputs (SMX1002), its destination is longer
/// than they are (SMX1008), or it computes in 16 bits (SMX1009).
/// </summary>
internal static class TensorSoftMaxRules
{
    private const string Type = "TensorPrimitives";

    public static IEnumerable<Diagnostic> Diagnose(SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!ExponentialText.Contains(text, "SoftMax"))
            yield break;

        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (!IsCall(call, "SoftMax") || call.ArgumentList.Arguments is not [var input, ..] || model.GetSymbolInfo(call, cancellationToken) is var info && !IsLibrary(call, info))
                continue;
            if (!IsShifted(input.Expression, call))
                yield return Diagnostic.Create(StabilityDescriptors.TensorSoftMax, call.GetLocation());
            if (LongerDestination.Find(call, model, cancellationToken) is { } destination)
                yield return Diagnostic.Create(StabilityDescriptors.LongerDestination, destination.Destination.GetLocation(), destination.Destination.ToString(), destination.Input.ToString());
            if (SixteenBitElement(info.Symbol) is { } element)
                yield return Diagnostic.Create(StabilityDescriptors.SixteenBitSum, call.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(DiagnosticKeys.Element, element), element);
        }
    }

    private static bool IsCall(InvocationExpressionSyntax call, string method) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: var type } access =>
            access.Name.Identifier.ValueText == method && type is SimpleNameSyntax { Identifier.ValueText: Type } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: Type },
        SimpleNameSyntax name => name.Identifier.ValueText == method,
        _ => false,
    };

    // Where the package is not restored the name has to do, but a bare SoftMax has to be the library's.
    private static bool IsLibrary(InvocationExpressionSyntax call, SymbolInfo info) =>
        info.Symbol is { } symbol ? IsLibrary(symbol)
        : info.CandidateSymbols.IsEmpty ? call.Expression is MemberAccessExpressionSyntax || IsImported(call.SyntaxTree.GetRoot())
        : info.CandidateSymbols.All(IsLibrary);

    private static bool IsLibrary(ISymbol symbol) => symbol.ContainingType?.Name == Type;

    // using static System.Numerics.Tensors.TensorPrimitives
    private static bool IsImported(SyntaxNode root) => root is CompilationUnitSyntax unit
        && unit.Usings.Any(static directive => directive is { StaticKeyword.RawKind: not 0, Name: QualifiedNameSyntax { Right.Identifier.ValueText: Type } });

    private static string? SixteenBitElement(ISymbol? method) =>
        method is IMethodSymbol { TypeArguments: [{ Name: "Half" or "BFloat16" } element] } && element.ContainingNamespace?.ToDisplayString() is "System" or "System.Numerics"
            ? element.Name
            : null;

    // TensorPrimitives.Subtract(x, max, shifted), and then SoftMax(shifted, ...).
    private static bool IsShifted(ExpressionSyntax input, InvocationExpressionSyntax call)
    {
        var name = NameOf(input);
        var member = call.Member();
        return name is not null && member is not null && member.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .TakeWhile(other => other != call)
            .Any(other => IsCall(other, "Subtract") && other.ArgumentList.Arguments is [_, _, var destination] && NameOf(destination.Expression) == name);
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } => NameOf(receiver),
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
