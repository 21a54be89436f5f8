using System.Diagnostics;

namespace SoftmaxGen.Tests;

/// <summary>A package that is restored when it is asked for, since few runs need it and it is large.</summary>
internal static class RestoredPackage
{
    /// <summary>The folder of the package, from the local folder of packages or from where those come from; null where it cannot be had.</summary>
    public static string? TryFind(string id, string version)
    {
        string folder = Path.Combine(Root, id.ToLowerInvariant(), version);
        if (Directory.Exists(folder))
            return folder;

        DirectoryInfo scratch = Directory.CreateTempSubdirectory("SoftmaxGen.Package.");
        string project = Path.Combine(scratch.FullName, "Download.csproj");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
              </PropertyGroup>
              <ItemGroup>
                <PackageDownload Include="{id}" Version="[{version}]" />
              </ItemGroup>
            </Project>
            """);
        using (Process restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", project, "-v", "q"]) { RedirectStandardOutput = true, RedirectStandardError = true })!)
        {
            Task<string> output = restore.StandardOutput.ReadToEndAsync();
            restore.StandardError.ReadToEnd();
            output.Wait();
            restore.WaitForExit();
        }

        scratch.Delete(recursive: true);
        return Directory.Exists(folder) ? folder : null;
    }

    private static string Root => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
