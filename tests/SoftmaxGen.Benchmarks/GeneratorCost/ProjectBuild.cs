using System.Diagnostics;
using SoftmaxGen.Target;

namespace SoftmaxGen.Benchmarks.GeneratorCost;

/// <summary>A console program with some hosts in a folder of its own, built as a user builds it: <c>dotnet build --no-restore</c>.</summary>
internal sealed class ProjectBuild : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("SoftmaxGen.Build").FullName;
    private int edits;

    /// <param name="hosts">The declarations of the hosts.</param>
    public ProjectBuild(string hosts)
    {
        Hosts = hosts;
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project/>");
        File.WriteAllText(Path.Combine(folder, "Program.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(SoftmaxAttribute).Assembly.Location}" />
                <Analyzer Include="{typeof(SoftmaxGenerator).Assembly.Location};{typeof(SoftmaxTargetAnalyzer).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        Edit();
        Run("restore");
    }

    public string Hosts { get; }

    /// <summary>The time of a build after an edit.</summary>
    /// <param name="server">Whether the compiler stays in memory from one build to the next.</param>
    /// <param name="profile">Whether the runtime optimizes the compiler with a profile, which is its default.</param>
    public TimeSpan Measure(bool server, bool profile)
    {
        Edit();
        long start = Stopwatch.GetTimestamp();
        Run("build", "--no-restore", $"-p:UseSharedCompilation={server}", $"-p:CscEnvironment=DOTNET_TieredPGO={(profile ? 1 : 0)}");
        return Stopwatch.GetElapsedTime(start);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Edit() => File.WriteAllText(Path.Combine(folder, "Program.cs"), $"using SoftmaxGen;\nConsole.WriteLine({edits++});\n{Hosts}\n");

    private void Run(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
    }
}
