using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;

namespace SoftmaxGen.Benchmarks.Peers;

/// <summary>Compiles the C++ peer with the compiler of the machine, once for each source, compiler and set of flags.</summary>
internal sealed class NativeCompiler
{
    private const string Compiler = "g++";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Native");

    private static readonly string Source = Path.Combine(Folder, "softmax_peer.cpp");

    private readonly string[] lengths;

    /// <param name="lengths">The lengths for each macro of the source.</param>
    public NativeCompiler(IEnumerable<(string Macro, IEnumerable<int> Lengths)> lengths) =>
        this.lengths = [.. lengths.Select(macro => $"-D{macro.Macro}={Macro(macro.Lengths)}")];

    /// <summary>What stands in tables for how the peer was compiled. It may use the vectors that .NET may use here, no wider ones.</summary>
    public static string Flags => "-O3 -march=native -ffast-math" + (Vector512.IsHardwareAccelerated ? "" : " -mno-avx512f");

    /// <summary>The first line that the compiler says about itself; null when there is none.</summary>
    public static string? Version { get; } = TryRun("--version")?.Split('\n')[0];

    /// <summary>The path of the library; null when it could not be built.</summary>
    public string? TryCompile()
    {
        if (Version is null || OperatingSystem.IsWindows())
            return null;

        string[] flags = [.. Flags.Split(' '), "-fPIC", .. lengths];
        string identity = string.Join('\n', [.. Directory.GetFiles(Folder).Order().Select(File.ReadAllText), Version, CpuName.Value, .. flags]);
        string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16];
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "SoftmaxGen.Benchmarks", hash)).FullName;
        string library = Path.Combine(folder, "softmax_peer.so");
        if (File.Exists(library))
            return library;

        // In two steps: linked with -ffast-math, a library of gcc before 13 makes the whole process flush denormal numbers to zero.
        string objects = Path.Combine(folder, $"{Environment.ProcessId}.o");
        string linked = Path.Combine(folder, $"{Environment.ProcessId}.so");
        if (TryRun([.. flags, "-c", Source, "-o", objects]) is null || TryRun("-shared", objects, "-lmvec", "-lm", "-o", linked) is null)
            return null;

        File.Move(linked, library, overwrite: true);
        return library;
    }

    private static string Macro(IEnumerable<int> lengths) => string.Join(' ', lengths.Distinct().Order().Select(n => $"F({n})"));

    private static string? TryRun(params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(Compiler, arguments) { RedirectStandardOutput = true })!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
