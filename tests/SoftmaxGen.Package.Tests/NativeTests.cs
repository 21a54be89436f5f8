using System.Runtime.InteropServices;
using SoftmaxGen.Package.Tests.Infrastructure;

namespace SoftmaxGen.Package.Tests;

/// <summary>Ahead of time, trimmed, for other instruction sets: minutes each, so only when asked for.</summary>
[Collection(nameof(ConsumerBuild))]
public class NativeTests
{
    private const long LargestBinary = 1_500_000;

    [SlowFact("clang")]
    public Task The_default_instruction_set_has_no_256_bits() => RunAsync($"linux-{HostArchitecture}", null);

    [SlowFact("clang")]
    public Task X64_v3_has_256_bits_and_fused_operations() => RunAsync("linux-x64", null, "-p:IlcInstructionSet=x86-64-v3");

    [SlowFact("clang", "ld.lld", "aarch64-linux-gnu-gcc", "qemu-aarch64-static")]
    public Task Arm64_has_128_bits() =>
        RunAsync("linux-arm64", ["qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu"], "-p:LinkerFlavor=lld");

    private static string HostArchitecture => RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    private static async Task RunAsync(string runtime, string[]? emulator, params string[] properties)
    {
        string folder = Path.Combine(ConsumerBuild.GoodFolder, "NewestLanguage");
        string output = Path.Combine(folder, "native", $"{runtime}{properties.Length}");
        ProcessResult publish = await DotNet.RunAsync(
            folder,
            ["publish", "-c", "Release", "-f", "net10.0", "-r", runtime, "-o", output, "-nologo", "-v", "q",
                "-p:PublishAot=true", "-p:UseAppHost=true", "-p:InvariantGlobalization=true", $"-p:TestedPackageVersion={TestedPackage.Version}", .. properties]);
        Assert.True(publish.ExitCode == 0, publish.Output);
        Assert.Empty(publish.Lines("warning"));

        string program = Path.Combine(output, "NewestLanguage");
        Assert.InRange(new FileInfo(program).Length, 1, LargestBinary);
        string[] command = [.. emulator ?? [], program];
        ProcessResult run = await DotNet.RunAsync(command[0], folder, command[1..]);
        Assert.Equal((0, "0.0900 0.2447 0.6652"), (run.ExitCode, run.Output.Trim()));
    }
}
