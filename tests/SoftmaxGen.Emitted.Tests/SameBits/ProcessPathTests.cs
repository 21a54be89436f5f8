using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoftmaxGen.Emitted.Tests.SameBits;

/// <summary>
/// The same inputs in processes with parts of the processor switched off: the hashes of all results that SoftmaxGen.PathProbe prints.
/// With fused multiply-adds they are all the same; without, those of Precise still are.
/// </summary>
public class ProcessPathTests
{
    private static readonly Lazy<string[]> AsItIs = new(() => Probe(null));

    private static bool HasFma => Vector256.IsHardwareAccelerated && Avx2.IsSupported && Fma.IsSupported;

    /// <summary>Optimised at once or not at all is a path, too. Which features are left is part of what is tested: a knob that the runtime ignores would test nothing.</summary>
    [Theory]
    [InlineData("EnableAVX512", "0", "Vector512=False", true)]
    [InlineData("PreferredVectorBitWidth", "512", "Vector256=True", true)]
    [InlineData("PreferredVectorBitWidth", "128", "Vector256=False", true)]
    [InlineData("TieredCompilation", "0", "Fma=True", true)]
    [InlineData("JITMinOpts", "1", "Fma=True", true)]
    [InlineData("EnableAVX2", "0", "Fma=False", false)]
    [InlineData("EnableAVX", "0", "Fma=False", false)]
    [InlineData("EnableHWIntrinsic", "0", "Vector128=False", false)]
    public void Results_do_not_depend_on_the_path(string knob, string value, string consequence, bool fused)
    {
        if (!HasFma)
            return; // the knobs are x86's; elsewhere there is one path

        string[] expected = AsItIs.Value, actual = Probe((knob, value));
        Assert.Contains(consequence, actual[0].Split(' '));
        Assert.Equal(Guaranteed(expected, fused), Guaranteed(actual, fused));
    }

    [Fact]
    public void The_probe_covers_every_group_of_members()
    {
        Assert.Equal((3 * 2 * 5) + 3, AsItIs.Value.Length - 1);
        Assert.Contains($"Vector512={Vector512.IsHardwareAccelerated}", AsItIs.Value[0], StringComparison.Ordinal);
        Assert.Equal((3 * 2 * 5) + 3, Guaranteed(AsItIs.Value, fused: true).Length);
        Assert.Equal((2 * 5) + 1, Guaranteed(AsItIs.Value, fused: false).Length);
    }

    private static string[] Guaranteed(string[] lines, bool fused) =>
        [.. lines.Skip(1).Where(line => fused || line.StartsWith("Precise", StringComparison.Ordinal) || line.StartsWith("Half Precise", StringComparison.Ordinal))];

    private static string[] Probe((string Name, string Value)? knob)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "SoftmaxGen.PathProbe.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("DOTNET_Enable", StringComparison.Ordinal) || name.StartsWith("DOTNET_Preferred", StringComparison.Ordinal)
            || name.StartsWith("DOTNET_Tiered", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        if (knob is var (variable, setting))
            start.Environment[$"DOTNET_{variable}"] = setting;

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
