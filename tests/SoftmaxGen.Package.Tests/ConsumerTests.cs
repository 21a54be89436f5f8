using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SoftmaxGen.Package.Tests.Infrastructure;

namespace SoftmaxGen.Package.Tests;

[Collection(nameof(ConsumerBuild))]
public class ConsumerTests(ConsumerBuild build)
{
    [Fact]
    public void All_build_and_only_the_unstable_one_is_warned()
    {
        Assert.True(build.Good.ExitCode == 0, build.Good.Output);
        string warning = Assert.Single(build.Good.Lines("warning"));
        Assert.Contains("Softmax.cs(11,20): warning SMX1001", warning);
    }

    [Theory]
    [InlineData("Frameworks", "net8.0")]
    [InlineData("Frameworks", "net9.0")]
    [InlineData("Frameworks", "net10.0")]
    [InlineData("OldestLanguage", "net8.0")]
    [InlineData("NewestLanguage", "net10.0")]
    [InlineData("Friend.App", "net10.0")]
    [InlineData("Transitive.App", "net10.0")]
    [InlineData("SystemNamespace", "net10.0")]
    [InlineData("SameNames", "net10.0")]
    [InlineData("OldFrameworks.App", "net10.0")]
    [InlineData("Global", "net10.0")]
    public async Task Each_program_prints_the_softmax_of_1000_1001_1002(string consumer, string framework)
    {
        ProcessResult run = await DotNet.RunAsync(ConsumerBuild.GoodFolder, ConsumerBuild.Assembly(consumer, framework));
        Assert.Equal((0, "0.0900 0.2447 0.6652"), (run.ExitCode, run.Output.Trim()));
    }

    [Theory]
    [InlineData("Transitive.Library", "net10.0")]
    [InlineData("Frameworks", "net8.0")]
    [InlineData("Strict", "net10.0")]
    [InlineData("Global", "net10.0")]
    [InlineData("OldStyle", "net472")]
    [InlineData("Arrays", "net472")]
    [InlineData("Arrays", "netstandard2.0")]
    [InlineData("Spans", "net6.0")]
    [InlineData("Unity", "netstandard2.1")]
    public void What_is_compiled_refers_to_nothing_of_the_package(string consumer, string framework)
    {
        using PEReader assembly = new(File.OpenRead(ConsumerBuild.Assembly(consumer, framework)));
        MetadataReader metadata = assembly.GetMetadataReader();
        Assert.DoesNotContain(
            metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name)),
            name => name.StartsWith("SoftmaxGen"));
    }

    [Fact]
    public async Task A_program_of_one_file_prints_the_same()
    {
        ProcessResult run = await DotNet.RunAsync(ConsumerBuild.GoodFolder, "run", "--file", Path.Combine("FileBased", "Weather.cs"));
        Assert.Equal((0, "0.0900 0.2447 0.6652"), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public void A_reference_without_runtime_assets_deploys_nothing() => Assert.Equal(
        ["NewestLanguage.deps.json", "NewestLanguage.dll", "NewestLanguage.pdb", "NewestLanguage.runtimeconfig.json"],
        Directory.GetFiles(Path.GetDirectoryName(ConsumerBuild.Assembly("NewestLanguage", "net10.0"))!).Select(Path.GetFileName).Order());

    [Fact]
    public void Hosts_of_the_same_name_have_files_of_their_own()
    {
        string folder = Path.Combine(ConsumerBuild.GoodFolder, "SameNames", "Generated", "SoftmaxGen.Generator", "SoftmaxGen.SoftmaxGenerator");
        Assert.Collection(
            Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
            file => Assert.Matches("^First_P_[0-9a-f]{8}\\.g\\.cs$", file),
            file => Assert.Matches("^Second_P_[0-9a-f]{8}\\.g\\.cs$", file),
            file => Assert.Equal("SoftmaxGen.Kernels.g.cs", file));
    }

    [Fact]
    public void Compilers_and_languages_that_are_too_old_are_told_so()
    {
        Assert.NotEqual(0, build.Refused.ExitCode);
        Assert.Collection(
            build.Refused.Lines("error").Where(line => !line.Contains("Union.cs")).Order(StringComparer.Ordinal).OrderBy(line => line.Contains("SMX0010")),
            error => Assert.Contains("error SMX0011: SoftmaxGen needs the C# compiler of the .NET SDK 6.0.400 or Visual Studio 17.3, or a later one; this is Roslyn 4.2", error),
            error => Assert.Contains("P.cs(1,2): error SMX0010", error));
    }

    /// <summary>A kind of declaration that the generator does not know: it says so, and nothing that is emitted takes it for another.</summary>
    [Fact]
    public async Task A_type_in_a_union_is_refused()
    {
        string[] errors = [.. build.Refused.Lines("error").Where(line => line.Contains("Union"))];
        Assert.DoesNotContain(errors, line => line.Contains(".g.cs"));

        // To earlier compilers it is no declaration at all.
        ProcessResult sdk = await DotNet.RunAsync(ConsumerBuild.GoodFolder, "--version");
        if (Version.Parse(sdk.Output.Trim().Split('-')[0]) >= new Version(10, 0, 400))
            Assert.Contains("Union.cs(6,33): error SMX0008", Assert.Single(errors));
    }
}
