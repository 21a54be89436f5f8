using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NuGet.Packaging;
using SoftmaxGen.Package.Tests.Infrastructure;

namespace SoftmaxGen.Package.Tests;

public sealed class PackageContentTests : IDisposable
{
    private readonly PackageArchiveReader package = new(TestedPackage.File);

    public void Dispose() => package.Dispose();

    [Fact]
    public void The_package_holds_what_it_needs_and_nothing_else() => Assert.Equal(
        [
            "README.md",
            "SoftmaxGen.nuspec",
            "analyzers/dotnet/roslyn4.3/cs/SoftmaxGen.Analyzers.dll",
            "analyzers/dotnet/roslyn4.3/cs/SoftmaxGen.Generator.dll",
            "analyzers/dotnet/roslyn4.8/cs/SoftmaxGen.Analyzers.dll",
            "analyzers/dotnet/roslyn4.8/cs/SoftmaxGen.CodeFixes.dll",
            "analyzers/dotnet/roslyn4.8/cs/SoftmaxGen.Generator.dll",
            "build/SoftmaxGen.targets",
            "buildTransitive/SoftmaxGen.targets",
            "icon.png",
            "lib/netstandard2.0/SoftmaxGen.Attributes.dll",
            "lib/netstandard2.0/SoftmaxGen.Attributes.xml",
        ],
        package.GetFiles().Where(file => !file.StartsWith("_rels/") && !file.StartsWith("package/") && file != "[Content_Types].xml").Order(StringComparer.Ordinal));

    [Fact]
    public void The_package_says_what_it_is()
    {
        NuspecReader nuspec = package.NuspecReader;
        Assert.Equal(("SoftmaxGen", TestedPackage.Version), (nuspec.GetId(), nuspec.GetVersion().ToString()));
        Assert.Equal("MIT", nuspec.GetLicenseMetadata()!.License);
        Assert.Equal(("README.md", "icon.png"), (nuspec.GetReadme(), nuspec.GetIcon()));
        Assert.Equal("git", nuspec.GetRepositoryMetadata()!.Type);
        Assert.NotEmpty(nuspec.GetRepositoryMetadata()!.Commit);
        Assert.False(nuspec.GetDevelopmentDependency());
        Assert.All(nuspec.GetDependencyGroups(), group => Assert.Empty(group.Packages));
    }

    [Fact]
    public void Readme_leads_out_of_the_package_and_needs_no_clone()
    {
        using StreamReader reader = new(package.GetStream("README.md"));
        string readme = reader.ReadToEnd();
        Assert.Contains("](https://", readme);
        Assert.DoesNotMatch(@"\]\((?!https://|#)", readme);
        Assert.Contains("## Limits", readme);
        Assert.DoesNotMatch("repository -->|dotnet run|dotnet test", readme);
    }

    [Theory]
    [InlineData("4.3", "Generator", 4, 3)]
    [InlineData("4.3", "Analyzers", 4, 3)]
    [InlineData("4.8", "Generator", 4, 3)]
    [InlineData("4.8", "Analyzers", 4, 3)]
    [InlineData("4.8", "CodeFixes", 4, 8)]
    public void The_first_compiler_of_a_folder_loads_each_of_its_assemblies(string folder, string project, int major, int minor)
    {
        using PEReader assembly = Read($"analyzers/dotnet/roslyn{folder}/cs/SoftmaxGen.{project}.dll");
        MetadataReader metadata = assembly.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Select(reference => (Name: metadata.GetString(reference.Name), reference.Version)).ToList();

        Assert.Contains("netstandard", references.Select(reference => reference.Name));
        Assert.All(
            references.Where(reference => reference.Name.StartsWith("Microsoft.CodeAnalysis")),
            reference => Assert.Equal(new Version(major, minor, 0, 0), reference.Version));
        if (project != "CodeFixes")
            Assert.DoesNotContain(references, reference => reference.Name.Contains("Workspaces"));
    }

    [Theory]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/SoftmaxGen.Generator.dll")]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/SoftmaxGen.Analyzers.dll")]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/SoftmaxGen.CodeFixes.dll")]
    [InlineData("lib/netstandard2.0/SoftmaxGen.Attributes.dll")]
    public void Symbols_are_embedded_and_the_build_is_deterministic(string file)
    {
        using PEReader assembly = Read(file);
        var entries = assembly.ReadDebugDirectory().Select(entry => entry.Type).ToList();
        Assert.Contains(DebugDirectoryEntryType.EmbeddedPortablePdb, entries);
        Assert.Contains(DebugDirectoryEntryType.Reproducible, entries);
    }

    [Fact]
    public void The_library_has_public_types_only()
    {
        using PEReader assembly = Read("lib/netstandard2.0/SoftmaxGen.Attributes.dll");
        MetadataReader metadata = assembly.GetMetadataReader();
        string[] types = [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Select(type => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name))
            .Where(name => name.StartsWith("SoftmaxGen"))];
        Assert.Equal(["SoftmaxGen.SoftmaxAccuracy", "SoftmaxGen.SoftmaxAttribute", "SoftmaxGen.SoftmaxElementTypes", "SoftmaxGen.SoftmaxMethods"], types.Order());
    }

    private PEReader Read(string file)
    {
        MemoryStream copy = new();
        using (Stream stream = package.GetStream(file))
            stream.CopyTo(copy);
        copy.Position = 0;
        return new PEReader(copy);
    }
}
