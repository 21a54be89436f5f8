
namespace SoftmaxGen.Emission;

/// <summary>A public method of the generated type.</summary>
/// <param name="Returns">The return type.</param>
/// <param name="Name">The name.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Documentation">The XML documentation, without the slashes.</param>
internal sealed record Method(string Returns, string Name, IReadOnlyList<Parameter> Parameters, string Documentation)
{
    /// <summary>The parameter list; types in full where <paramref name="qualified"/> is set.</summary>
    public string Signature(bool qualified) =>
        $"{Name}({string.Join(", ", Parameters.Select(p => $"{(qualified ? p.QualifiedType : p.Type)} {p.Name}"))})";

    /// <summary>A call that passes the parameters on.</summary>
    public string Call => $"{Name}({string.Join(", ", Parameters.Select(p => p.Name))})";
}

/// <summary>A parameter: <c>ReadOnlySpan&lt;float&gt;</c> <c>x</c>.</summary>
internal sealed record Parameter(string Type, string Name)
{
    public string QualifiedType => Type == "ParallelOptions" ? "global::System.Threading.Tasks." + Type
        : Type.Contains("Span<") || Type.Contains("Memory<") ? "global::System." + Type
        : Type;
}
