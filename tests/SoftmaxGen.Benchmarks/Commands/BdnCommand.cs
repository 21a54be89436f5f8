using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>bdn</c>: the usual BenchmarkDotNet, with its own options.</summary>
internal static class BdnCommand
{
    // It builds this project once more, and the compiler has megabytes of emitted code to go through.
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(15);

    public static Command Create()
    {
        Argument<string[]> arguments = new("options") { Description = "Options of BenchmarkDotNet, after --; all benchmarks run without.", Arity = ArgumentArity.ZeroOrMore };
        Command command = new("bdn", "Runs BenchmarkDotNet, for instance: bdn -- --filter *Members* --job short") { arguments };
        command.SetAction(result =>
        {
            string[] options = result.GetValue(arguments) ?? [];
            _ = BenchmarkSwitcher.FromAssembly(typeof(BdnCommand).Assembly).Run(options.Length > 0 ? options : ["--filter", "*"], ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(BuildTimeout));
        });
        return command;
    }
}
