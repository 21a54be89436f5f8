namespace SoftmaxGen.Package.Tests.Infrastructure;

/// <summary>
/// Copies of the consumers, built once against the package from a folder feed. They get a folder of packages that has never seen this package;
/// what else they need comes from the sources that the machine is set up with.
/// </summary>
public sealed class ConsumerBuild : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(TestedPackage.FeedFolder))!, "consumers");

    public static string PackagesFolder { get; } = Path.Combine(Path.GetDirectoryName(Folder)!, "packages");

    /// <summary>The build of those that must succeed.</summary>
    internal ProcessResult Good { get; private set; } = null!;

    /// <summary>The build of those that must not.</summary>
    internal ProcessResult Refused { get; private set; } = null!;

    public static string GoodFolder => Path.Combine(Folder, "Good");

    /// <summary>What is wrong at first and repaired by the fixes.</summary>
    public static string RepairedFolder => Path.Combine(Folder, "Repaired");

    public static string Assembly(string consumer, string framework) =>
        Path.Combine(GoodFolder, consumer, "bin", "Release", framework, $"{consumer}.dll");

    public async Task InitializeAsync()
    {
        Delete(Folder);
        Delete(Path.Combine(PackagesFolder, "softmaxgen"));
        Copy(TestedPackage.ConsumersFolder, Folder);
        Copy(TestedPackage.FixMeFolder, Path.Combine(RepairedFolder, "FixMe"));
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "NuGet.config"),
            $"""<configuration><packageSources><add key="tested" value="{TestedPackage.FeedFolder}" /></packageSources></configuration>""");
        Good = await BuildAsync(Path.Combine("Good", "Good.slnx"));
        Refused = await BuildAsync(Path.Combine("Refused", "Refused.slnx"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static Task<ProcessResult> BuildAsync(string solution) => DotNet.RunAsync(
        Folder, "build", solution, "-c", "Release", "-nologo", "-v", "q", $"-p:TestedPackageVersion={TestedPackage.Version}");

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static void Copy(string source, string target)
    {
        foreach (string file in Directory.GetFiles(source, "*", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

/// <summary>The tests that share the build.</summary>
[CollectionDefinition(nameof(ConsumerBuild))]
public sealed class ConsumerBuildUsers : ICollectionFixture<ConsumerBuild>;
