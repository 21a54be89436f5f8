using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.InteropServices;
using SoftmaxGen.Benchmarks.Peers;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>What a result depends on and does not show.</summary>
internal static class MachineFacts
{
    public static string Line { get; } = string.Join(
        ", ",
        $"{CpuName.Value}, vectors of {CpuName.VectorBits} bits",
        $"{RuntimeInformation.OSDescription}",
        RuntimeInformation.FrameworkDescription,
        $"System.Numerics.Tensors {VersionOf(typeof(TensorPrimitives).Assembly)}",
        NativeCompiler.Version is null ? "no C++ compiler" : $"{NativeCompiler.Version} {NativeCompiler.Flags}");

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?";
}
