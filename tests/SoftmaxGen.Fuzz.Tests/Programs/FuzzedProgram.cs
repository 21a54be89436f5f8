using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SoftmaxGen.Fuzz.Tests.Programs;

/// <summary>The sources of a project, good or bad, and how they are to be compiled.</summary>
internal sealed record FuzzedProgram(ImmutableArray<string> Files, CSharpParseOptions ParseOptions, CSharpCompilationOptions Options, Framework Framework)
{
    private readonly ImmutableArray<SyntaxTree> _trees = [.. Files.Select((text, index) => CSharpSyntaxTree.ParseText(text, ParseOptions, PathOf(index)))];

    public static string PathOf(int file) => $"/Fuzz/File{file}.cs";

    /// <summary>The program as the compiler sees it, with its files in order or in reverse.</summary>
    public CSharpCompilation Compile(bool isReversed = false) => Framework.Compile(Options, isReversed ? _trees.Reverse() : _trees);

    public override string ToString() =>
        $"C# {ParseOptions.LanguageVersion} {ParseOptions.Kind}, {Framework}, {Options.OutputKind}, overflow checks {Options.CheckOverflow}\n"
        + string.Concat(Files.Select((text, index) => $"--- {PathOf(index)}\n{(text.Length > 20_000 ? text[..20_000] + "…" : text)}\n"));
}
