using System.CommandLine;
using BenchmarkDotNet.Running;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>bdn</c>: the usual BenchmarkDotNet, with its own options.</summary>
internal static class BdnCommand
{
    public static Command Create()
    {
        Argument<string[]> arguments = new("options") { Description = "Options of BenchmarkDotNet, after --; all benchmarks run without.", Arity = ArgumentArity.ZeroOrMore };
        Command command = new("bdn", "Runs BenchmarkDotNet, for instance: bdn -- --filter *Members* --job short") { arguments };
        command.SetAction(result =>
        {
            string[] options = result.GetValue(arguments) ?? [];
            _ = BenchmarkSwitcher.FromAssembly(typeof(BdnCommand).Assembly).Run(options.Length > 0 ? options : ["--filter", "*"]);
        });
        return command;
    }
}
