using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Stability;

/// <summary>SMX1002: TensorPrimitives.SoftMax on inputs from which nothing was subtracted.</summary>
internal static class TensorSoftMaxRule
{
    private const string Type = "TensorPrimitives";

    public static IEnumerable<Diagnostic> Diagnose(SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!ExponentialText.Contains(text, "SoftMax("))
            yield break;

        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (IsCall(call, "SoftMax") && call.ArgumentList.Arguments is [var input, ..]
                && IsLibrary(call, model.GetSymbolInfo(call, cancellationToken))
                && !IsShifted(input.Expression, call))
                yield return Diagnostic.Create(StabilityDescriptors.TensorSoftMax, call.GetLocation());
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

    // TensorPrimitives.Subtract(x, max, shifted), and then SoftMax(shifted, ...).
    private static bool IsShifted(ExpressionSyntax input, InvocationExpressionSyntax call)
    {
        var name = NameOf(input);
        var member = call.FirstAncestorOrSelf<MemberDeclarationSyntax>();
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
