using System.Diagnostics;
using System.Reflection;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Emitted.Tests.CallSites;

/// <summary>
/// What the run-time makes of a call, from the machine code that it lists: checks and the choice of a pass are inlined into the caller, the
/// pass is not and is what they call, and everything that the pass is made of is inlined into it.
/// </summary>
public class CallSiteTests
{
    private const string Generated = "SoftmaxGen.Generated.";

    private static readonly Lazy<byte[]> Program = new(() => CallerProgram.Compile("CallSites"));

    [Fact]
    public void A_call_is_one_call_of_one_compiled_method() => Check(dotnet: null);

    /// <summary>The same by the other runtimes that can be had as packages; set SOFTMAXGEN_SLOW=1.</summary>
    [Theory]
    [InlineData("8.0.31")]
    [InlineData("9.0.20")]
    [InlineData("11.0.0")]
    public void By_other_runtimes_too(string version)
    {
        if (Environment.GetEnvironmentVariable("SOFTMAXGEN_SLOW") == "1" && RuntimeFolder.TryFind(version) is { } dotnet)
            Check(dotnet);
    }

    private static void Check(string? dotnet)
    {
        IReadOnlyList<JitListing> compiled = Run(dotnet);
        HashSet<string> cold = ColdMethods();

        // Compiled once and for good, whoever called first.
        JitListing[] passes = [.. compiled.Where(listing => IsPass(listing.Method))];
        Assert.NotEmpty(passes);
        AssertNone(passes.SelectMany(OddCalls).Distinct());

        JitListing[] callers = [.. compiled
            .Where(listing => CallerProgram.IsCaller(listing.Method) && listing.Tier.StartsWith("Tier1", StringComparison.Ordinal))
            .GroupBy(listing => listing.Method)
            .Select(group => group.Last())];
        Assert.Equal(CallerProgram.Count, callers.Length);
        AssertNone(callers.Where(caller => !caller.Calls.Any(IsPass)).Select(caller => $"{caller.Method} calls no pass"));
        AssertNone(callers.SelectMany(OddCalls));

        IEnumerable<string> OddCalls(JitListing listing) => listing.Calls
            .Where(call => call.StartsWith(Generated, StringComparison.Ordinal) && !IsPass(call) && !cold.Contains(call))
            .Select(call => $"{listing.Method} calls {call}");
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        string all = string.Join('\n', faults);
        Assert.True(all.Length == 0, all);
    }

    // For_A:SoftmaxVector256
    private static bool IsPass(string method) =>
        method.StartsWith(Generated + "For_", StringComparison.Ordinal) && method[..^3].EndsWith("Vector", StringComparison.Ordinal);

    /// <summary>What is meant to be a method of its own: marked so, or throws.</summary>
    private static HashSet<string> ColdMethods() =>
    [
        .. from type in Assembly.Load(Program.Value).GetTypes()
           where type.Namespace == Generated.TrimEnd('.')
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where method.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoInlining) || method.Name.StartsWith("Throw", StringComparison.Ordinal)
           select $"{type.FullName}:{method.Name}",
    ];

    private static IReadOnlyList<JitListing> Run(string? dotnet)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("SoftmaxGen.CallSites.");
        try
        {
            string program = Path.Combine(folder.FullName, "CallSites.dll"), listing = Path.Combine(folder.FullName, "jit.txt");
            File.WriteAllBytes(program, Program.Value);
            File.WriteAllText(Path.ChangeExtension(program, ".runtimeconfig.json"), """{ "runtimeOptions": { "tfm": "net8.0", "framework": { "name": "Microsoft.NETCore.App", "version": "8.0.0" } } }""");

            ProcessStartInfo start = RuntimeFolder.Start(dotnet, program);
            start.RedirectStandardError = true;
            foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("DOTNET_", StringComparison.Ordinal) && name != "DOTNET_ROOT").ToArray())
                start.Environment.Remove(name);
            start.Environment["DOTNET_JitStdOutFile"] = listing;
            start.Environment["DOTNET_JitDisasm"] = string.Join(' ', [.. CallerProgram.Kinds.Select(kind => $"{kind}*:*"), "*Vector128", "*Vector256", "*Vector512"]);
            // Methods that are hot are compiled again at once, not after a tenth of a second without new ones.
            start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
            using Process process = Process.Start(start)!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors);
            return JitListing.Parse(File.ReadLines(listing));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
