using SoftmaxGen.Package.Tests.Infrastructure;

namespace SoftmaxGen.Package.Tests;

/// <summary>The code fixes on the command line, as the pages of the rules tell it: `dotnet format analyzers`.</summary>
[Collection(nameof(ConsumerBuild))]
public class RepairTests
{
    private const string Before =
        """
        attention  NaN NaN
        topics     NaN NaN NaN
        evidence   -Infinity
        clicks     NaN NaN NaN
        win        NaN
        policy     NaN NaN NaN
        """;

    private const string After =
        """
        attention  1.0000 0.0000
        topics     0.0759 0.9241 0.0000
        evidence   -2298.9211
        clicks     0.1478 0.8506 0.0016
        win        1.0000
        policy     0.7054 0.2595 0.0351
        """;

    private static readonly string[] Rules = ["SMX0001", "SMX0002", "SMX0004", "SMX1001", "SMX1002", "SMX1003", "SMX1005", "SMX1006"];

    [Fact]
    public async Task Everything_that_has_a_fix_is_repaired()
    {
        ProcessResult broken = await BuildAsync("Repaired.slnx");
        Assert.Equal(Rules, broken.Lines("warning").Concat(broken.Lines("error")).Select(RuleOf).Where(rule => rule.StartsWith("SMX")).Distinct().Order());
        Assert.Equal(Before, await RunAsync());

        ProcessResult format = await DotNet.RunAsync(
            ConsumerBuild.RepairedFolder, ["format", "analyzers", "Repaired.slnx", "--no-restore", "--severity", "info", "--diagnostics", .. Rules]);
        Assert.True(format.ExitCode == 0, format.Output);

        ProcessResult repaired = await BuildAsync("Repaired.slnx", "-warnaserror");
        Assert.True(repaired.ExitCode == 0, repaired.Output);
        Assert.Equal(After, await RunAsync());
    }

    private static Task<ProcessResult> BuildAsync(params string[] arguments) => DotNet.RunAsync(
        ConsumerBuild.RepairedFolder, ["build", .. arguments, "-c", "Release", "-nologo", "-v", "q"]);

    private static async Task<string> RunAsync()
    {
        string program = Path.Combine(ConsumerBuild.RepairedFolder, "FixMe", "bin", "Release", "net10.0", "FixMe.dll");
        ProcessResult run = await DotNet.RunAsync(ConsumerBuild.RepairedFolder, program);
        return run.Output.ReplaceLineEndings("\n").Trim();
    }

    // "…/Policy.cs(8,22): warning SMX1006: …"
    private static string RuleOf(string line) => line.Split(": ")[1].Split(' ')[1];
}
