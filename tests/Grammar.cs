using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace SoftmaxGen.Tests;

/// <summary>A context-free grammar, read from a file that says how it is written, and random texts of it.</summary>
internal sealed partial class Grammar
{
    private readonly Dictionary<string, ImmutableArray<Alternative>> _rules;

    private Grammar(string text)
    {
        _rules = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => paragraph.TrimEnd('\n').Split('\n'))
            .Where(lines => !lines[0].StartsWith('#'))
            .ToDictionary(lines => lines[0], lines => lines.Skip(1).SelectMany(Parse).ToImmutableArray());
        MeasureHeights();
    }

    /// <summary>A text of a rule. From the depth on, only the shortest way out is taken.</summary>
    public string Write(string rule, int depth, PCG random)
    {
        StringBuilder text = new();
        Write(rule, depth, random, text);
        return text.ToString();
    }

    private void Write(string rule, int depth, PCG random, StringBuilder text)
    {
        ImmutableArray<Alternative> alternatives = _rules[rule];
        if (depth <= 0)
        {
            int lowest = alternatives.Min(alternative => alternative.Height);
            alternatives = [.. alternatives.Where(alternative => alternative.Height == lowest)];
        }

        foreach (string part in alternatives[(int)random.Next((uint)alternatives.Length)].Parts)
        {
            if (part[0] == '$' && _rules.ContainsKey(part[1..]))
                Write(part[1..], depth - 1, random, text);
            else
                text.Append(part);
        }
    }

    /// <summary>The grammar of an embedded file.</summary>
    public static Grammar Read(string resource)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return new Grammar(reader.ReadToEnd());
    }

    private IEnumerable<Alternative> Parse(string line)
    {
        Match match = Line().Match(line);
        string text = match.Groups["text"].Value.Replace("\\n", "\n", StringComparison.Ordinal);
        string[] parts = text == "~" ? [] : [.. Part().Matches(text).Select(part => part.Value)];
        int weight = match.Groups["weight"].Success ? int.Parse(match.Groups["weight"].Value) : 1;
        return Enumerable.Repeat(new Alternative(parts), weight);
    }

    /// <summary>How deep the shallowest text of each alternative is: a fixed point, from the ends upwards.</summary>
    private void MeasureHeights()
    {
        for (bool isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (Alternative alternative in _rules.Values.SelectMany(rule => rule))
            {
                int height = alternative.Parts.Select(part => part[0] == '$' && _rules.TryGetValue(part[1..], out var rule) ? rule.Min(one => one.Height) : 0).DefaultIfEmpty(0).Max();
                height = height == int.MaxValue ? height : height + 1;
                isChanged |= height != alternative.Height;
                alternative.Height = height;
            }
        }
    }

    [GeneratedRegex(@"^  ((?<weight>\d+)\* )?(?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\$[A-Za-z]+|\$|[^$]+", RegexOptions.Singleline)]
    private static partial Regex Part();

    private sealed class Alternative(string[] parts)
    {
        public string[] Parts => parts;

        public int Height { get; set; } = int.MaxValue;
    }
}
