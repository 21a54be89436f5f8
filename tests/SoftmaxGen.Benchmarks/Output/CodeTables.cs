using System.Globalization;
using SoftmaxGen.Benchmarks.CodeSize;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>Machine code and first calls, as tables and as CSV lines.</summary>
internal static class CodeTables
{
    private const string CallHeader = "member,type,mode,n,first_call_ms", MethodHeader = "method,type,mode,n,bytes";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A line for each emitted method, a column for each length: the largest over the modes and vector widths.</summary>
    public static MarkdownTable Bytes(IEnumerable<CodeOfMethod> methods) => MarkdownTable.Pivot(
        ["method", "type"],
        methods.OrderBy(m => m.Method).ThenByDescending(m => m.Type),
        method => [method.Method.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), method.Type],
        method => method.Length,
        cell => cell.Max(method => method.Bytes).ToString(Culture));

    /// <summary>A line for each member, a column for each length: the longest over the modes.</summary>
    public static MarkdownTable Milliseconds(IEnumerable<FirstCall> calls) => MarkdownTable.Pivot(
        ["member", "type"],
        calls.OrderBy(c => c.Key.Member).ThenByDescending(c => c.Key.Type),
        call => [call.Key.Member.ToString(), call.Key.Type],
        call => call.Key.Length,
        cell => Number(cell.Max(call => call.Milliseconds)));

    public static string Number(double milliseconds) => milliseconds.ToString("0.0", Culture);

    public static IEnumerable<string> Lines(IEnumerable<FirstCall> calls) => calls
        .Select(c => string.Create(Culture, $"{c.Key.Member},{c.Key.Type},{c.Key.Mode},{c.Key.Length},{c.Milliseconds:0.###}"))
        .Prepend(CallHeader);

    public static IEnumerable<string> Lines(IEnumerable<CodeOfMethod> methods) => methods
        .Select(m => string.Create(Culture, $"{m.Method},{m.Type},{m.Mode},{m.Length},{m.Bytes}"))
        .Prepend(MethodHeader);

    public static IReadOnlyList<FirstCall> ParseCalls(IEnumerable<string> lines) => [.. Fields(lines).Select(f => new FirstCall(
        new CaseKey(Enum.Parse<Member>(f[0]), f[1], Enum.Parse<SoftmaxAccuracy>(f[2]), int.Parse(f[3], Culture)),
        double.Parse(f[4], Culture)))];

    public static IReadOnlyList<CodeOfMethod> ParseMethods(IEnumerable<string> lines) => [.. Fields(lines).Select(f => new CodeOfMethod(
        f[0], f[1], Enum.Parse<SoftmaxAccuracy>(f[2]), int.Parse(f[3], Culture), int.Parse(f[4], Culture)))];

    private static IEnumerable<string[]> Fields(IEnumerable<string> lines) => lines.Skip(1).Select(line => line.Split(','));
}
