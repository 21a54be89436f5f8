using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>What the members of a file may do, by their names: a call is followed no further than that before anything is bound.</summary>
internal sealed class MemberIndex(ILookup<string, SyntaxNode> members, ISet<string> exponential)
{
    private static readonly string[] SumWords = ["um", "otal", "enom", "ccumul", "ggregate", "verage"];

    // What normalises is short; long functions that divide somewhere are another matter.
    public const int LongestHelper = 1500;

    private readonly Dictionary<string, bool> _dividing = new();
    private readonly Dictionary<string, bool> _summing = new();
    private readonly Dictionary<string, bool> _accumulating = new();
    private readonly Dictionary<string, bool> _named = new();

    /// <summary>Whether a short member of that name takes exponentials.</summary>
    public bool IsExponential(string name) => exponential.Contains(name);

    /// <summary>Whether a name has the word in it; the same few names come again and again.</summary>
    public bool IsNamedForExponential(string name)
    {
        if (!_named.TryGetValue(name, out var result))
            _named.Add(name, result = ExponentialText.IsIn(name.AsSpan()));
        return result;
    }

    /// <summary>The members of that name.</summary>
    public IEnumerable<SyntaxNode> this[string name] => members[name];

    public bool IsMethod(string name) => members.Contains(name) && members[name].All(static member => member is MethodDeclarationSyntax);

    public bool IsDividing(string name) => IsAny(_dividing, name, static token =>
        token.IsKind(SyntaxKind.SlashToken) || token.IsKind(SyntaxKind.SlashEqualsToken)
        || token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.StartsWith("Div", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a member that takes exponentials adds them up.</summary>
    public bool IsSumming(string name) => exponential.Contains(name) && IsAny(_summing, name, static token =>
        token.IsKind(SyntaxKind.PlusEqualsToken) || token.IsKind(SyntaxKind.PlusToken)
        || token.IsKind(SyntaxKind.IdentifierToken) && SumWords.Any(word => token.ValueText.IndexOf(word, StringComparison.Ordinal) >= 0));

    /// <summary>Whether a member adds to something.</summary>
    public bool IsAccumulating(string name) => IsAny(_accumulating, name, static token => token.IsKind(SyntaxKind.PlusEqualsToken));

    private bool IsAny(Dictionary<string, bool> known, string name, Func<SyntaxToken, bool> test)
    {
        if (!known.TryGetValue(name, out var result))
            known.Add(name, result = members[name].Any(member => member.Span.Length <= LongestHelper && member.DescendantTokens().Any(test)));
        return result;
    }
}
