using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Corpus;

/// <summary>Compares rule SMX1001 with the labels: a compilation for each file, and one for the whole folder.</summary>
internal static class CaseScore
{
    private const string Rule = "SMX1001";

    public static int Run(string casesPath, string folder)
    {
        var cases = Case.Load(casesPath);
        var trees = cases
            .Select(@case => (Case: @case, Path: Path.Combine(folder, @case.Id + ".cs")))
            .Where(pair => File.Exists(pair.Path))
            .ToDictionary(pair => pair.Case, pair => Compilations.Parse(pair.Path));
        foreach (var missing in cases.Where(@case => !trees.ContainsKey(@case)))
            Console.WriteLine($"no source: {missing.Id} {missing.Repo} {missing.Path}");

        Console.WriteLine("== a compilation for each file");
        var isGood = Print(trees.ToDictionary(pair => pair.Key, pair => Results(pair.Key, pair.Value, Compilations.Analyze(Compilations.Create([pair.Value])))));

        Console.WriteLine();
        Console.WriteLine("== one compilation for the folder");
        var all = Compilations.Analyze(Compilations.Create(trees.Values.DistinctBy(tree => tree.ToString())));
        Print(trees.ToDictionary(pair => pair.Key, pair => Results(pair.Key, pair.Value, all)));
        return isGood ? 0 : 1;
    }

    private sealed record Result(bool IsFlagged, bool IsOnLine, string Lines, IReadOnlyList<Diagnostic> Crashes);

    private static Result Results(Case @case, SyntaxTree tree, IEnumerable<Diagnostic> diagnostics)
    {
        // Two cases may lie in copies of one file, of which only one is in the folder's compilation.
        var text = tree.ToString();
        var inFile = diagnostics.Where(diagnostic => diagnostic.Location.SourceTree is { } other && (other == tree || other.ToString() == text)).ToList();
        var (start, end) = Span(@case, tree);
        var lines = inFile.Where(diagnostic => diagnostic.Id == Rule).Select(Compilations.Line).Where(line => line >= start && line <= end).Distinct().ToList();
        return new(lines.Count > 0, @case.SquiggleLine is { } expected && lines.Contains(expected), string.Join(",", lines),
            diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal)).ToList());
    }

    // The stored version of a file may be newer than the labelled one: then the member of that name nearest to the line is meant.
    private static (int Start, int End) Span(Case @case, SyntaxTree tree)
    {
        var members = tree.GetRoot().DescendantNodes()
            .Where(node => node is MethodDeclarationSyntax method && method.Identifier.Text == @case.Member
                || node is LocalFunctionStatementSyntax local && local.Identifier.Text == @case.Member)
            .Select(node => node.GetLocation().GetLineSpan().Span)
            .Select(span => (Start: span.Start.Line + 1, End: span.End.Line + 1))
            .OrderBy(span => Math.Abs(span.Start - @case.StartLine))
            .ToList();
        return members.Count > 0 && Math.Abs(members[0].Start - @case.StartLine) > 3 ? members[0] : (@case.StartLine, @case.EndLine);
    }

    private static bool Print(Dictionary<Case, Result> results)
    {
        var strict = results.Where(pair => pair.Key.IsStrict).ToList();
        var unstable = strict.Where(pair => pair.Key.ShouldBeFlagged).ToList();
        var others = strict.Where(pair => !pair.Key.ShouldBeFlagged).ToList();
        var found = unstable.Where(pair => pair.Value.IsFlagged).ToList();
        var wrong = others.Where(pair => pair.Value.IsFlagged).ToList();
        var onLine = found.Count(pair => pair.Value.IsOnLine);

        foreach (var (@case, result) in results.Where(pair => pair.Key.IsStrict && pair.Key.ShouldBeFlagged != pair.Value.IsFlagged))
            Console.WriteLine($"{(@case.ShouldBeFlagged ? "MISSED" : "WRONG ")} {@case.Id} {@case.Repo} {@case.Path}:{@case.StartLine} {@case.Member} [{@case.Shape}] {result.Lines}");
        foreach (var (@case, result) in found.Where(pair => !pair.Value.IsOnLine))
            Console.WriteLine($"LINE   {@case.Id} {@case.Path}: expected {@case.SquiggleLine}, got {result.Lines}");
        foreach (var (@case, result) in results.Where(pair => !pair.Key.IsStrict))
            Console.WriteLine($"ambiguous {@case.Id} {@case.Label} {@case.Expected}: {(result.IsFlagged ? "flagged" : "not flagged")}");
        foreach (var crash in results.Values.SelectMany(result => result.Crashes).Distinct())
            Console.WriteLine($"CRASH  {crash}");

        Console.WriteLine($"recall     {Rate(found.Count, unstable.Count)} of UNSTABLE");
        Console.WriteLine($"precision  {Rate(found.Count, found.Count + wrong.Count)}");
        Console.WriteLine($"squiggle   {Rate(onLine, found.Count)} of the found on the labelled line");
        foreach (var label in strict.GroupBy(pair => pair.Key.Label).OrderBy(group => group.Key, StringComparer.Ordinal))
            Console.WriteLine($"flagged    {Rate(label.Count(pair => pair.Value.IsFlagged), label.Count())} of {label.Key}");
        return found.Count >= 0.95 * unstable.Count && wrong.Count <= 0.02 * others.Count;
    }

    public static string Rate(int part, int whole) => $"{part,3} / {whole,-3} {(whole == 0 ? 0 : 100.0 * part / whole),6:F1} %";
}
