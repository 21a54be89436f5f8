using System.Reflection;

namespace SoftmaxGen.Package.Tests.Infrastructure;

/// <summary>The package that the build of this project made.</summary>
internal static class TestedPackage
{
    public static string Version { get; } = Metadata("PackageVersion");

    public static string FeedFolder { get; } = Metadata("FeedFolder");

    /// <summary>The sources of the consumers.</summary>
    public static string ConsumersFolder { get; } = Metadata("ConsumersFolder");

    /// <summary>The sources of the sample that is wrong on purpose.</summary>
    public static string FixMeFolder { get; } = Metadata("FixMeFolder");

    public static string File => Path.Combine(FeedFolder, $"SoftmaxGen.{Version}.nupkg");

    private static string Metadata(string key) => typeof(TestedPackage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
