using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SoftmaxGen.Tests;

/// <summary>Another .NET runtime, put together from its package: nothing is installed. Linux on x64.</summary>
internal static class RuntimeFolder
{
    private const string Identifier = "linux-x64";
    private const string Package = "Microsoft.NETCore.App.Runtime." + Identifier;

    /// <summary>The versions that are measured and tested beside the installed one.</summary>
    public static string[] Versions { get; } = ["8.0.31", "9.0.20", "11.0.0"];

    /// <summary>The path of a <c>dotnet</c> that runs programs by this version; null where it cannot be had.</summary>
    public static string? TryFind(string version)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 || RestoredPackage.TryFind(Package, version) is not { } package)
            return null;

        string root = Path.Combine(Path.GetTempPath(), "SoftmaxGen.Runtimes", version);
        if (Directory.Exists(root))
            return Path.Combine(root, "dotnet");

        // Complete, or not there: another process may be about it, too.
        string fresh = Directory.CreateDirectory($"{root}.{Environment.ProcessId}").FullName;
        string files = Path.Combine(package, "runtimes", Identifier), native = Path.Combine(files, "native");
        string shared = Directory.CreateDirectory(Path.Combine(fresh, "shared", "Microsoft.NETCore.App", version)).FullName;
        foreach (string file in Directory.EnumerateFiles(Directory.GetDirectories(Path.Combine(files, "lib")).Single()).Concat(Directory.EnumerateFiles(native)))
            File.Copy(file, Path.Combine(shared, Path.GetFileName(file)), overwrite: true);
        string resolver = Directory.CreateDirectory(Path.Combine(fresh, "host", "fxr", version)).FullName;
        File.Copy(Path.Combine(native, "libhostfxr.so"), Path.Combine(resolver, "libhostfxr.so"));
        File.Copy(InstalledHost(), Path.Combine(fresh, "dotnet"));
        try
        {
            Directory.Move(fresh, root);
        }
        catch (IOException) when (Directory.Exists(root))
        {
            Directory.Delete(fresh, recursive: true);
        }

        return Path.Combine(root, "dotnet");
    }

    /// <summary>A start of a program by a runtime: <paramref name="dotnet"/>, or the one that runs this process where it is null.</summary>
    public static ProcessStartInfo Start(string? dotnet, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(dotnet ?? InstalledHost(), ["exec", "--roll-forward", "Major", .. arguments]);
        if (dotnet is not null)
            start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(dotnet);
        return start;
    }

    // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
    private static string InstalledHost()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }
}
