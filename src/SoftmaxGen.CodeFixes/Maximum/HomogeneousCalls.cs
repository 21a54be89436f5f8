using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Maximum;

/// <summary>Calls that move, add up or look at exponentials, and tell nobody their size.</summary>
internal static class HomogeneousCalls
{
    private static readonly HashSet<string> Names =
    [
        "Sum", "Select", "Zip", "Aggregate", "Add", "Append", "Enqueue", "Push", "ForEach", "For", "Where", "Any", "All", "Max", "Abs",
        "IsNaN", "IsInfinity", "IsPositiveInfinity", "IsFinite", "ToSingle", "ToDouble", "ToDecimal", "ConvertAll", "ToDictionary",
        "ToArray", "ToList", "AsSpan", "Slice", "Divide", "Multiply", "Exp",
    ];

    public static bool Contains(InvocationExpressionSyntax call) => Names.Contains(Place.NameOf(call));

    public static bool IsConversion(string name) => name is "ToArray" or "ToList" or "AsSpan" or "Slice" or "AsReadOnly" or "AsEnumerable";
}
