using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Tests;

/// <summary>What the compilations of tests refer to; see ReferenceAssemblies.props.</summary>
internal static class ReferenceAssemblies
{
    /// <summary>.NET 8, the oldest framework that the emitted code runs on.</summary>
    public static ImmutableArray<MetadataReference> Net80 { get; } = Load();

    /// <summary>.NET 8 and the attributes of SoftmaxGen: what a consumer refers to.</summary>
    public static ImmutableArray<MetadataReference> Net80WithAttributes { get; } =
        Net80.Add(MetadataReference.CreateFromFile(typeof(SoftmaxAttribute).Assembly.Location));

    private static ImmutableArray<MetadataReference> Load()
    {
        string folder = typeof(ReferenceAssemblies).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "ReferencePackFolder").Value!;
        return [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
