using System.Collections.Immutable;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Fuzz.Tests.Programs;

/// <summary>Random programs: of the grammar, of the cases that the recognition is tested on, both also mutated, and of shapes that strain a compiler.</summary>
internal sealed class ProgramGen : Gen<FuzzedProgram>
{
    private static readonly LanguageVersion[] Versions =
        [LanguageVersion.CSharp7_3, LanguageVersion.CSharp8, LanguageVersion.CSharp9, LanguageVersion.CSharp12, LanguageVersion.Latest, LanguageVersion.Preview];

    private static readonly ImmutableArray<string> Cases =
    [
        .. typeof(ProgramGen).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Cases.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(CaseFile.Read).Select(part => Complete(part.Code)),
    ];

    public static Grammar CSharp { get; } = Grammar.Read("CSharp.grammar");

    /// <summary>The program of a number: the same one for ever, so that a failure can be looked at again.</summary>
    public static FuzzedProgram Number(int number) => new ProgramGen().Generate(new PCG((uint)number, 0), null, out _);

    public override FuzzedProgram Generate(PCG random, Size? min, out Size size)
    {
        ImmutableArray<string> files = random.Next(20) switch
        {
            < 8 => [CSharp.Write("file", 20, random)],
            < 10 => [CSharp.Write("file", 15, random), CSharp.Write("file", 12, random), .. Few(random, "types")],
            < 13 => [TokenMutator.Mutate(CSharp.Write("file", 18, random), () => Pick(random, Cases), random)],
            < 18 => [TokenMutator.Mutate(Pick(random, Cases), () => CSharp.Write("member", 12, random), random)],
            < 19 => [Pick(random, Cases), TokenMutator.Mutate(Pick(random, Cases), () => Pick(random, Cases), random)],
            _ => [StrainingCode.Write(random)],
        };
        size = new Size((ulong)files.Sum(file => file.Length));

        CSharpParseOptions parsing = new(
            random.Next(3) > 0 ? LanguageVersion.Latest : Pick(random, Versions),
            DocumentationMode.Parse,
            random.Next(25) == 0 ? SourceCodeKind.Script : SourceCodeKind.Regular);
        CSharpCompilationOptions options = new(
            random.Next(10) == 0 ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: random.Next(5) > 0,
            checkOverflow: random.Next(5) == 0,
            nullableContextOptions: random.Next(2) == 0 ? NullableContextOptions.Enable : NullableContextOptions.Disable);
        return new FuzzedProgram(files, parsing, options, random.Next(3) > 0 ? Framework.All[0] : Pick(random, Framework.All));
    }

    private static IEnumerable<string> Few(PCG random, string rule) => Enumerable.Range(0, (int)random.Next(3)).Select(_ => CSharp.Write(rule, 10, random));

    private static T Pick<T>(PCG random, IReadOnlyList<T> choices) => choices[(int)random.Next((uint)choices.Count)];

    // A case without its marks, in a class where it is a list of members.
    private static string Complete(string code)
    {
        code = System.Text.RegularExpressions.Regex.Replace(code, @"\[\||\{\|\w+:|\|[\]}]", "");
        return code.Contains("class ", StringComparison.Ordinal) || code.Contains("using ", StringComparison.Ordinal)
            ? code
            : $"using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Numerics;\nusing System.Numerics.Tensors;\nusing System.Threading.Tasks;\n\nstatic unsafe class C\n{{\n{code}}}\n";
    }
}
