using System.Runtime.Intrinsics;

namespace SoftmaxGen.Benchmarks.Peers;

/// <summary>The processor, as far as its system tells.</summary>
internal static class CpuName
{
    private const string CpuInfo = "/proc/cpuinfo";

    public static string Value { get; } = Read();

    /// <summary>The widest vectors that .NET uses in this process.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    private static string Read()
    {
        if (!File.Exists(CpuInfo))
            return System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString();
        ILookup<string, string> fields = File.ReadLines(CpuInfo)
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2))
            .Where(field => field.Length == 2)
            .ToLookup(field => field[0].Trim(), field => field[1].Trim());
        string? name = fields["model name"].FirstOrDefault();
        string family = fields["cpu family"].FirstOrDefault() ?? "?", model = fields["model"].FirstOrDefault() ?? "?";
        return name is null ? "unknown" : $"{name} (family {family}, model {model})";
    }
}
