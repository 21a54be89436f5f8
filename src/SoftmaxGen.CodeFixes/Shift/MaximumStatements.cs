using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Shift;

/// <summary>The statements that compute the maximum.</summary>
internal sealed class MaximumStatements(string name, ITypeSymbol type, string typeName, string max, bool prefersVar, bool isLogarithmic)
{
    /// <summary>The function that the code at hand would use: that of the class whose exp it calls.</summary>
    public static string MaxFunction(ShiftableExponential exponent, ITypeSymbol type, string typeName)
    {
        var isSingle = type.SpecialType == SpecialType.System_Single;
        if (type.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single))
            return $"{typeName}.Max";
        var receiver = (exponent.Exponential as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax access ? access.Expression.WithoutTrivia().ToString() : "";
        return receiver.Split('.').Last() is "Math" || isSingle && receiver.Split('.').Last() is "MathF" or "Mathf" ? $"{receiver}.Max" : "global::System.Math.Max";
    }

    public string Of(IReadOnlyList<IterationSpace> ranges)
    {
        if (!ranges[0].IsRepeated)
            return $"{Declare(ranges[0].ElementType)} = {ranges.Select(static range => range.Element).Reverse().Aggregate((rest, element) => $"{max}({element}, {rest})")};";

        // No exception for an empty sequence where there was none before. The logarithm of nothing, and of nothing but e^-infinity, is -infinity still.
        var start = isLogarithmic && type.TypeKind != TypeKind.TypeParameter ? "MinValue" : "NegativeInfinity";
        var lines = new List<string>();
        foreach (var range in ranges)
        {
            if (range is { Sequence: { } span, MaxOfSpan: { } maxOfSpan })
            {
                // A function of spans throws where there is no element.
                var largest = isLogarithmic ? $"{max}({typeName}.MinValue, {maxOfSpan}({span}))" : $"{maxOfSpan}({span})";
                lines.Add(lines.Count == 0
                    ? $"{Declare(range.ElementType)} = {span}.Length == 0 ? {typeName}.MinValue : {largest};"
                    : $"if ({span}.Length > 0)\n{name} = {max}({name}, {largest});");
            }
            else if (range.Sequence is { } sequence)
            {
                var rest = isLogarithmic ? $"Append({Name(range.ElementType)}.MinValue)" : "DefaultIfEmpty()";
                lines.Add(lines.Count == 0 ? $"{Declare(range.ElementType)} = {sequence}.{rest}.Max();" : $"{name} = {max}({name}, {sequence}.{rest}.Max());");
            }
            else
            {
                if (lines.Count == 0)
                    lines.Add($"{Declare(type)} = {typeName}.{start};");
                lines.Add(range.Loop(element => $"{name} = {max}({name}, {element});"));
            }
        }

        return string.Join("\n", lines);
    }

    private string Declare(ITypeSymbol? initializer) =>
        $"{(prefersVar && SymbolEqualityComparer.Default.Equals(initializer, type) ? "var" : typeName)} {name}";

    private string Name(ITypeSymbol? elementType) => elementType is { SpecialType: not SpecialType.None } ? elementType.ToDisplayString() : typeName;
}
