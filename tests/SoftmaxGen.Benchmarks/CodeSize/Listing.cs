using System.Globalization;
using System.Text.RegularExpressions;

namespace SoftmaxGen.Benchmarks.CodeSize;

/// <summary>The machine code of one emitted method, as the run-time's compiler lists it.</summary>
/// <param name="Type">The class behind the host.</param>
/// <param name="Method">The name of the method.</param>
/// <param name="Bytes">Its size, which tells overloads apart.</param>
/// <param name="Blocks">Its basic blocks in order.</param>
internal sealed partial record Listing(string Type, string Method, int Bytes, IReadOnlyList<IReadOnlyList<string>> Blocks)
{
    private const string Header = "; Assembly listing for method SoftmaxGen.Generated.", Size = "; Total bytes of code ";

    /// <summary>What a row that is written out goes through: every block but those that call for help with a row of special values.</summary>
    public IEnumerable<string> Straight => Blocks.Where(block => !block.Any(IsCall)).SelectMany(block => block).Where(line => !IsJump(line));

    /// <summary>The longest of the innermost loops, which computes the terms; null where the row is written out.</summary>
    public IReadOnlyList<string>? LongestLoop
    {
        get
        {
            List<(int First, int Last)> loops = [.. Blocks
                .SelectMany((block, last) => block.Where(IsJumpToBlock).Select(jump => (Target: Target(jump), Last: last)))
                .Where(loop => loop.Target <= loop.Last)
                .Select(loop => (loop.Target, loop.Last))];
            return loops
                .Where(loop => !loops.Any(inner => inner != loop && inner.First >= loop.First && inner.Last <= loop.Last))
                .Select(loop => Blocks.Take(loop.First..(loop.Last + 1)).SelectMany(block => block).Where(line => !IsJump(line)).ToList())
                .Where(body => !body.Any(IsCall))
                .MaxBy(body => body.Count);
        }
    }

    /// <summary>How many elements a run of a loop goes on by.</summary>
    public static int Step(IEnumerable<string> loop) => loop
        .Select(line => Counter().Match(line))
        .Where(match => match.Success)
        .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
        .LastOrDefault();

    public static IReadOnlyList<Listing> Parse(string text) => [.. text.Split(Header).Skip(1).Select(ParseOne)];

    private static Listing ParseOne(string text)
    {
        Match name = Name().Match(text);
        List<List<string>> blocks = [];
        foreach (string line in text.Split('\n'))
        {
            if (Label().IsMatch(line))
                blocks.Add([]);
            else if (line.StartsWith("RWD", StringComparison.Ordinal))
                break;
            else if (Instruction().Match(line) is { Success: true } instruction)
                blocks[^1].Add(instruction.Groups[1].Value.TrimEnd());
        }

        string size = text[(text.IndexOf(Size, StringComparison.Ordinal) + Size.Length)..];
        return new Listing(name.Groups["type"].Value, name.Groups["method"].Value, int.Parse(size[..size.IndexOfAny([',', '\n', '\r'])], CultureInfo.InvariantCulture), blocks);
    }

    private static bool IsCall(string line) => line.StartsWith("call", StringComparison.Ordinal);

    // Blocks are counted from 1.
    private static int Target(string jump) => int.Parse(jump[(jump.LastIndexOf("IG", StringComparison.Ordinal) + 2)..], CultureInfo.InvariantCulture) - 1;

    // The others are the compiler's own, within what clears the stack.
    private static bool IsJumpToBlock(string line) => IsJump(line) && line.Contains("_IG", StringComparison.Ordinal);

    private static bool IsJump(string line) => line.StartsWith('j');

    [GeneratedRegex(@"^(?<type>\w+):(?<method>\w+)")]
    private static partial Regex Name();

    [GeneratedRegex(@"^G_M\w+_IG\d+:")]
    private static partial Regex Label();

    [GeneratedRegex(@"^add +r\w+, (\d+)$")]
    private static partial Regex Counter();

    [GeneratedRegex(@"^ {7}(\w[^;]*)")]
    private static partial Regex Instruction();
}
