using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Analyzers.Tests;

public class RobustnessTests
{
    [Fact]
    public void No_prefix_of_any_case_makes_the_recognition_throw()
    {
        // What an editor holds while someone types. The guard of the analyzer is passed by, as it would hide what is asked here.
        foreach (string code in new[] { "Unstable", "UnstableApplications", "InError", "InErrorApplications", "OtherRules" }.SelectMany(CaseFile.Read).Select(part => MarkedCode.Parse(Analysis.InClass(part.Code)).Text))
        {
            for (int length = code.Length - 1; length > code.Length / 2; length -= 37)
                Recognise(code[..length]);
        }
    }

    [Fact]
    public void A_call_of_a_name_that_is_not_typed_yet_is_no_call() =>
        Recognise(Analysis.InMethod("var e = x.Select(Math.Exp); double sum = e.Sum(); p = e.(v => v / sum).ToArray();"));

    [Fact]
    public void A_receiver_that_is_not_typed_yet_is_no_collection() =>
        Recognise(Analysis.InMethod("double sum = 0; if (x.Length > 0)\n.ForEach(v => { p[0] = Math.Exp(v); sum += p[0]; }); p[0] /= sum;"));

    [Fact]
    public void A_field_of_a_script_has_no_type_around_it()
    {
        const string Code = """
            readonly double[] e = new double[3];
            void Forward(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < e.Length; i++)
                    sum += e[i] = System.Math.Exp(x[i]);
                for (int i = 0; i < e.Length; i++)
                    e[i] /= sum;
            }
            """;
        CSharpCompilation script = CSharpCompilation.CreateScriptCompilation(
            "Script", CSharpSyntaxTree.ParseText(Code, new CSharpParseOptions(kind: SourceCodeKind.Script)), ReferenceAssemblies.Net80);
        Assert.Contains(Analysis.Diagnose(script), diagnostic => diagnostic.Id == "SMX1001");
    }

    [Fact]
    public void A_method_that_is_declared_twice_is_that_of_the_same_file()
    {
        const string Elsewhere = "static class C { static double[] Normalize(double[] p) { return p; } }";
        const string Here = """
            static class C
            {
                static void Normalize(double[] p) { double sum = 0; foreach (double v in p) sum += v; for (int i = 0; i < p.Length; i++) p[i] /= sum; }
                static void Softmax(double[] x, double[] p) { for (int i = 0; i < x.Length; i++) p[i] = System.Math.Exp(x[i]); Normalize(p); }
            }
            """;
        Assert.Equal("SMX1001", Assert.Single(Analysis.Diagnose(Analysis.Compile(Elsewhere, Here))).Id);
        Assert.Equal("SMX1001", Assert.Single(Analysis.Diagnose(Analysis.Compile(Here, Elsewhere))).Id);
    }

    [Fact]
    public void Recursion_ends()
    {
        const string Code = """
            using System;
            class C
            {
                double F(double x) => x < 0 ? Math.Exp(x) : G(x - 1) / F(x);
                double G(double x) { Func<double, double> h = null; h = v => h(F(v)) + G(v) / F(v); return h(x) / (F(x) + G(x)); }
            }
            """;
        Recognise(Code);
    }

    [Fact]
    public void Work_on_one_member_is_bounded()
    {
        // Each loop is run twice, so that thirty of them in each other would run a thousand million times.
        string loops = string.Concat(Enumerable.Range(0, 30).Select(depth => $"for (int i{depth} = 0; i{depth} < x.Length; i{depth}++)\n"));
        Recognise(Analysis.InMethod($"double sum = 0;\n{loops}sum += Math.Exp(x[0]);\np[0] = Math.Exp(x[0]) / sum;"));
    }

    [Theory]
    [InlineData("(", "x[0]", ")", 1000)]
    [InlineData("-(", "x[0]", ")", 10_000)]
    [InlineData("", "x[0]", " + x[0]", 10_000)]
    [InlineData("1 / (1 + ", "Math.Exp(x[0])", ")", 10_000)]
    public void Deep_expressions_are_given_up_and_do_not_overflow_the_stack(string open, string middle, string close, int deepest)
    {
        // What is followed, and what the compiler itself would not survive.
        foreach (int depth in new[] { 100, deepest })
        {
            string nested = new StringBuilder().Insert(0, open, depth).Append(middle).Insert(open.Length * depth + middle.Length, close, depth).ToString();
            Recognise(Analysis.InMethod($"double sum = 0; for (int i = 0; i < x.Length; i++) sum += p[i] = Math.Exp({nested}); for (int i = 0; i < x.Length; i++) p[i] /= sum;"));
        }
    }

    [Fact]
    public void Aliases_in_a_circle_end()
    {
        const string Code = """
            using System;
            class Node
            {
                Node next; double value;
                void Run(Node a, Node b)
                {
                    a.next = b; b.next = a; a = a.next.next; b = a.next;
                    double sum = 0;
                    while (a != null) { a.value = Math.Exp(a.value); sum += a.value; a = a.next; b.next = a; }
                    while (b != null) { b.value /= sum; b = b.next; a.next = b; }
                }
            }
            """;
        Recognise(Code);
    }

    [Fact]
    public async Task Cancellation_is_passed_on()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        CompilationWithAnalyzers analysis = Analysis.Compile(Analysis.InMethod("double sum = x.Sum(Math.Exp); p[0] = Math.Exp(x[0]) / sum;"))
            .WithAnalyzers([new Stability.SoftmaxAnalyzer()]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => analysis.GetAnalyzerDiagnosticsAsync(source.Token));
    }

    private static void Recognise(string code)
    {
        CSharpCompilation compilation = Analysis.Compile(code);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel model = compilation.GetSemanticModel(tree);
        foreach (var (member, _) in CandidateMembers.Find(tree.GetRoot(), CancellationToken.None))
        {
            if (model.GetOperation(member) is { } body && model.GetEnclosingSymbol(member.SpanStart) is { } symbol)
                Assert.False(AbstractInterpreter.Analyze(body, symbol, new MethodBodies(compilation), CancellationToken.None).IsDefault);
        }
    }
}
