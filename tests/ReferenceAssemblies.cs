using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Tests;

/// <summary>What the compilations of tests refer to; see ReferenceAssemblies.props.</summary>
internal static class ReferenceAssemblies
{
    /// <summary>.NET 8, the oldest framework that the emitted code has vectors on.</summary>
    public static ImmutableArray<MetadataReference> Net80 { get; } = Load("ReferencePackFolder");

    /// <summary>.NET 8 and the attributes of SoftmaxGen: what a consumer refers to.</summary>
    public static ImmutableArray<MetadataReference> Net80WithAttributes { get; } =
        Net80.Add(Attributes);

    /// <summary>.NET Standard 2.0, which has no spans, and the attributes.</summary>
    public static ImmutableArray<MetadataReference> Standard20WithAttributes { get; } = Load("StandardFolder").Add(Attributes);

    /// <summary>The same with System.Memory, which has them.</summary>
    public static ImmutableArray<MetadataReference> Standard20WithSpans { get; } = Standard20WithAttributes.AddRange(Load("MemoryFolder"));

    private static MetadataReference Attributes => MetadataReference.CreateFromFile(typeof(SoftmaxAttribute).Assembly.Location);

    private static ImmutableArray<MetadataReference> Load(string key)
    {
        string folder = typeof(ReferenceAssemblies).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == key).Value!;
        return [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
