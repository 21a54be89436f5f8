using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Robustness;

/// <summary>Sources as they are while someone types them: whatever they say, the generator and the analyzer do not throw.</summary>
public class BrokenSourceTests
{
    private const string Sound =
        """
        using SoftmaxGen; using S = SoftmaxGen.SoftmaxAttribute; using System;
        namespace Acme.Vision {
            [Softmax(3, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows, ElementTypes = SoftmaxElementTypes.Single)]
            public static partial class Head { const int Count = 5; static void Softmax(ReadOnlySpan<int> x, ref Span<int> y) { } }
            partial interface IOuter<in T> { [S(length: Count + 1, Methods = SoftmaxMethods.Temperature, Accuracy = (SoftmaxAccuracy)2)] partial record struct Inner(int X) { const int Count = 6; } }
            partial class Outer<T, @class> where T : class { [type: Softmax(7, Methods = SoftmaxMethods.LogSumExp)] partial record Inner<U>(int Length) { public int Jacobian => 0; } }
            file partial struct Local { [Softmax(-1)] enum E { A } [Softmax(2)] delegate void D(); [Softmax(2)] interface I { } }
            [Softmax(4, Methods = SoftmaxMethods.VectorProducts), Obsolete] partial class Twice; [Softmax(5)] partial class Twice { int Length { get; set; } event Action LogSumExp; }
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Mutated_tokens_never_throw(int seed)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(Sound).GetRoot().DescendantTokens()];
        var random = new Random(seed);
        Consumer consumer = new();
        GeneratorDriver driver = consumer.Driver();
        for (int i = 0; i < 75; i++)
        {
            CSharpCompilation compilation = consumer.Compile(Mutate(tokens, random));
            Generation.Run(ref driver, compilation);
            await Generation.AnalyzeAsync(compilation, compilation.SyntaxTrees);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[SoftmaxGen.Softmax(3)]")]
    [InlineData("[SoftmaxGen.Softmax(3)] partial class")]
    [InlineData("[SoftmaxGen.Softmax(3)] partial class <T>")]
    [InlineData("[SoftmaxGen.Softmax(3)] partial class P<,>")]
    [InlineData("[SoftmaxGen.Softmax(3)] partial class P : P { }")]
    [InlineData("[SoftmaxGen.Softmax(P<P>.N)] partial class P<T> : P<P<T>> { public const int N = P<T>.N; }")]
    [InlineData("[assembly: SoftmaxGen.Softmax(3)] [module: SoftmaxGen.Softmax(3)]")]
    [InlineData("namespace { [SoftmaxGen.Softmax(3)] partial class P { } }")]
    [InlineData("namespace A. { [SoftmaxGen.Softmax(3)] partial class P { } }")]
    [InlineData("partial class { [SoftmaxGen.Softmax(3)] partial record struct class { (x, p); } }")]
    [InlineData("class C<[SoftmaxGen.Softmax(3)] T> { [SoftmaxGen.Softmax(3)] C([SoftmaxGen.Softmax(3)] int x) { [SoftmaxGen.Softmax(3)] void L() { } } }")]
    [InlineData("[SoftmaxGen.Softmax(3)] partial class P { int Length; int Length; void Softmax(__arglist) { } unsafe void Softmax(int* x, delegate*<int> y) { } void Softmax(Nope x, dynamic y) { } }")]
    public Task Odd_sources_never_throw(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("namespace SoftmaxGen { class SoftmaxAttribute : System.Attribute { public SoftmaxAttribute(params object[] x) { } } }", "[SoftmaxGen.Softmax(3, \"a\", null)] partial class P { }")]
    [InlineData("namespace SoftmaxGen { class SoftmaxAttribute : System.Attribute { public SoftmaxAttribute(string x) { } } }", "[SoftmaxGen.Softmax(null)] partial class P { }")]
    [InlineData("namespace SoftmaxGen { class SoftmaxAttribute : System.Attribute { public SoftmaxAttribute(long x) { } public int[] Methods; } }", "[SoftmaxGen.Softmax(3, Methods = new[] { 1 })] partial class P { }")]
    [InlineData("namespace SoftmaxGen { class SoftmaxAttribute : System.Attribute { public SoftmaxAttribute(int x) { } public Odd Methods; } enum Odd : ulong { A = ulong.MaxValue } }", "[SoftmaxGen.Softmax(3, Methods = Odd.A)] partial class P { }")]
    [InlineData("namespace SoftmaxGen { class SoftmaxAttribute<T> : System.Attribute { public SoftmaxAttribute(int x) { } } }", "[SoftmaxGen.Softmax<int>(3)] partial class P { }")]
    [InlineData("namespace SoftmaxGen { class SoftmaxAttribute { public SoftmaxAttribute(int x) { } } }", "[SoftmaxGen.Softmax(3)] partial class P { }")]
    public Task Other_attributes_of_the_same_name_never_throw(string attribute, string source) => VerifyAsync(attribute, source);

    [Fact]
    public Task Missing_framework_never_throws() => VerifyAsync(
        new Consumer { References = [MetadataReference.CreateFromFile(typeof(SoftmaxAttribute).Assembly.Location)] }.Compile(Sound));

    private static Task VerifyAsync(params string[] sources) => VerifyAsync(new Consumer().Compile(sources));

    private static async Task VerifyAsync(Compilation compilation)
    {
        Generation generation = new Consumer().Generate(compilation);
        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.Result.GeneratedSources.SelectMany(source => source.SyntaxTree.GetDiagnostics()));
        await generation.AnalyzeAsync();
    }

    private static string Mutate(SyntaxToken[] tokens, Random random)
    {
        List<string> texts = [.. tokens.Select(token => token.ToFullString())];
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            int at = random.Next(texts.Count);
            switch (random.Next(5))
            {
                case 0:
                    texts.RemoveAt(at);
                    break;
                case 1:
                    texts.Insert(at, texts[random.Next(texts.Count)]);
                    break;
                case 2:
                    texts[at] = texts[random.Next(texts.Count)];
                    break;
                case 3:
                    texts.RemoveRange(at, Math.Min(random.Next(8), texts.Count - at));
                    break;
                default:
                    texts.Insert(at, random.GetItems(["{ ", "} ", "[", "] ", "<", ">", "(", "#if X\n", "\"", "/*", "partial ", "\\u0000", "int.MaxValue + 1 "], 1)[0]);
                    break;
            }
        }

        return string.Concat(texts);
    }
}
