using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Docs.Tests.Infrastructure;

/// <summary>The diff on the page of a rule: code that the rule reports, and the same code put right.</summary>
internal sealed class RuleExample(FencedBlock block)
{
    // What the pages take for granted: the reader has inputs, outputs and a list of labels of his own.
    private const string Usings = "using SoftmaxGen;\nusing System.Numerics.Tensors;\n";
    private const string Surroundings = "internal static class Labels { public const int Count = 10; }\n";

    private static readonly ImmutableArray<(string Type, string Name)> Inputs =
    [
        ("double[]", "x"), ("double[]", "p"), ("float[]", "f"), ("float[]", "q"), ("int", "label"), ("double", "t"), ("double", "win"), ("double", "draw"), ("double", "loss"),
    ];

    /// <summary>One example for each page that shows C#.</summary>
    public static IReadOnlyDictionary<string, RuleExample> All { get; } = MarkdownFile.All
        .Where(page => page.Path.StartsWith("docs/rules/", StringComparison.Ordinal))
        .SelectMany(page => page.Blocks)
        .Where(block => block.Language == "diff" && !block.Code.StartsWith("-<", StringComparison.Ordinal))
        .ToDictionary(block => Path.GetFileNameWithoutExtension(block.Page), block => new RuleExample(block));

    public ExampleProgram Before => new(Complete(Side('-')));

    public ExampleProgram After => new(Complete(Side('+')));

    private string Side(char sign) => string.Concat(block.Code.Split('\n')
        .Where(line => line.Length > 0 && (line[0] == ' ' || line[0] == sign))
        .Select(line => line[1..] + "\n"));

    /// <summary>An excerpt as a file that compiles: statements get a method, and their inputs as its parameters; methods get a class.</summary>
    private static string Complete(string excerpt)
    {
        CompilationUnitSyntax root = SyntaxFactory.ParseCompilationUnit(excerpt);
        string types = string.Concat(root.Members.OfType<BaseTypeDeclarationSyntax>().Select(type => type.ToFullString()));
        ImmutableArray<StatementSyntax> statements = [.. root.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement)];
        string members = string.Concat(statements.Select(statement => statement.ToFullString()));
        if (statements.Any(statement => statement is not LocalFunctionStatementSyntax))
        {
            HashSet<string> declared = [.. root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(variable => variable.Identifier.Text)];
            string parameters = string.Join(", ", Inputs.Where(input => !declared.Contains(input.Name)).Select(input => $"{input.Type} {input.Name}"));
            members = $"static void Run({parameters})\n{{\n{members}}}\n";
        }
        return Usings + types + Surroundings + (members.Length == 0 ? "" : $"internal static class Program\n{{\n{members}}}\n");
    }
}
