using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Generator.Tests.Infrastructure;

/// <summary>Projects for frameworks without vectors, with the language that these have where nothing else is said.</summary>
internal static class ScalarConsumers
{
    /// <summary>With System.Memory.</summary>
    public static Consumer Spans { get; } = Arrays() with { References = ReferenceAssemblies.Standard20WithSpans };

    public static Consumer Of(string form) => form == "Spans" ? Spans : Arrays();

    public static Consumer Arrays() => new()
    {
        References = ReferenceAssemblies.Standard20WithAttributes,
        Language = LanguageVersion.CSharp7_3,
        Nullable = NullableContextOptions.Disable,
    };
}
