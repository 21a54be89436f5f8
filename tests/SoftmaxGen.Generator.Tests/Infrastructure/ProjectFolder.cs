using System.Reflection;

namespace SoftmaxGen.Generator.Tests.Infrastructure;

/// <summary>Where the sources of this project are; the path of a source file would not tell in a deterministic build.</summary>
internal static class ProjectFolder
{
    public static string Path { get; } = typeof(ProjectFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "ProjectFolder").Value!;
}
