using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SoftmaxGen.Benchmarks.CodeSize;

/// <summary>
/// What a model of a processor says of machine code: llvm-mca, with the scheduling model of <see cref="Processor"/>.
/// It knows ports, latencies and queues, not caches and branches.
/// </summary>
internal sealed partial class PortModel
{
    /// <summary>A processor with AVX-512 that computes 256 bits at a time.</summary>
    public const string Processor = "znver4";

    // Before that its fused multiply-adds take twice the time.
    private const int OldestVersion = 19;

    private readonly string tool;

    private PortModel(string tool) => this.tool = tool;

    /// <summary>The newest llvm-mca of the machine; null when there is none that is new enough.</summary>
    public static PortModel? TryFind() => Enumerable.Range(OldestVersion, 10).Reverse().Select(version => $"llvm-mca-{version}")
        .Where(name => Run(name, "nop", 1) is not null)
        .Select(name => new PortModel(name))
        .FirstOrDefault();

    public PortEstimate Estimate(IEnumerable<string> instructions)
    {
        string source = string.Join('\n', instructions.Select(ToAssembler).Where(line => line.Length > 0));
        string once = Run(tool, source, 1) ?? throw new InvalidOperationException($"{tool} does not take:\n{source}"), often = Run(tool, source, Iterations)!;
        (string port, double pressure) = Ports(often).MaxBy(port => port.Pressure);
        return new PortEstimate((int)Number(once, "Instructions"), Number(once, "Total Cycles"), Number(often, "Total Cycles") / Iterations, pressure, port);
    }

    private const int Iterations = 200;

    private static double Number(string output, string name) =>
        double.Parse(Regex.Match(output, $@"^{name}: +([\d.]+)", RegexOptions.Multiline).Groups[1].Value, CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, double Pressure)> Ports(string output)
    {
        string[] names = [.. Resource().Matches(output).Select(match => match.Groups[1].Value)];
        string[] lines = output[output.IndexOf("Resource pressure per iteration:", StringComparison.Ordinal)..].Split('\n');
        string[] values = lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return names.Zip(values.Select(value => double.TryParse(value, CultureInfo.InvariantCulture, out double pressure) ? pressure : 0));
    }

    // The run-time's compiler writes Intel's syntax with ways of its own.
    private static string ToAssembler(string line)
    {
        if (Skipped().IsMatch(line))
            return "";
        line = Constant().Replace(line, "[rip+0x$1]").Replace("bword ptr ", "", StringComparison.Ordinal);
        line = Extract().Replace(line, "$0, 1");
        line = Narrow().Replace(line, match => $"{match.Groups[1].Value}{(match.Groups[2].Value == "z" ? 'y' : 'x')}");
        line = ScalarMove().Replace(line, "$1x");
        return Broadcast().Replace(line, "$1 xmm$2");
    }

    private static string? Run(string tool, string source, int iterations)
    {
        try
        {
            ProcessStartInfo start = new(tool, [$"-mcpu={Processor}", $"-iterations={iterations}", "-instruction-info=false"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            process.StandardInput.Write($".intel_syntax noprefix\n{source}\n");
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && !errors.Result.Contains("not a recognized processor", StringComparison.Ordinal) ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\[[\d.]+\] +- (\w+)", RegexOptions.Multiline)]
    private static partial Regex Resource();

    [GeneratedRegex(@"^(call|ret|push|pop|j\w+|align)\b")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\[reloc @RWD(\d+)\]")]
    private static partial Regex Constant();

    [GeneratedRegex(@"^vextract[fi]\d+x?\d* +[xy]mm\d+, [yz]mm\d+$")]
    private static partial Regex Extract();

    [GeneratedRegex(@"^(vmovs[sd] +)[yz](?=mm)")]
    private static partial Regex ScalarMove();

    [GeneratedRegex(@"^(vcvtpd2ps +)([yz])(?=mm\d+, \2)")]
    private static partial Regex Narrow();

    [GeneratedRegex(@"^(v(?:p?broadcast)\w+ +[xyz]mm\d+,) [yz]mm(\d+)$")]
    private static partial Regex Broadcast();
}

/// <summary>Estimated cycles of a piece of code that is run again and again.</summary>
/// <param name="Instructions">Its instructions.</param>
/// <param name="Alone">From the first instruction to the last, with nothing before or after.</param>
/// <param name="Repeated">For one run of many that do not wait for each other's results.</param>
/// <param name="Ports">The work of the busiest port in one run.</param>
/// <param name="BusiestPort">That port.</param>
internal sealed record PortEstimate(int Instructions, double Alone, double Repeated, double Ports, string BusiestPort);
