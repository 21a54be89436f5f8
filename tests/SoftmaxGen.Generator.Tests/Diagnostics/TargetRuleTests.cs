using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generator.Tests.Infrastructure;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Generator.Tests.Diagnostics;

/// <summary>
/// Each source is marked with everything that the compiler and the analyzer have to say, so that a second diagnostic for
/// the same cause fails the test; and nothing is generated.
/// </summary>
public class TargetRuleTests
{
    [Theory]
    [InlineData("[Softmax(3)] class {|SMX0001:P|} { }")]
    [InlineData("[Softmax(3)] static class {|SMX0001:P|} { }")]
    [InlineData("[Softmax(3)] struct {|SMX0001:P|} { }")]
    [InlineData("[Softmax(3)] readonly ref struct {|SMX0001:P|} { }")]
    [InlineData("[Softmax(3)] record {|SMX0001:P|}(int X);")]
    [InlineData("[Softmax(3)] record struct {|SMX0001:P|}(int X);")]
    [InlineData("[Softmax(3)] class {|SMX0001:@class|}<T> { }")]
    [InlineData("partial class Outer { [Softmax(3)] class {|SMX0001:P|} { } }")]
    public Task Host_must_be_partial(string markup) => VerifyAsync(markup);

    [Theory]
    [InlineData("class {|SMX0002:Outer|} { [Softmax(3)] partial class P { } }")]
    [InlineData("interface {|SMX0002:IOuter|} { [Softmax(3)] partial class P { } }")]
    [InlineData("class {|SMX0002:A|} { partial struct B { [Softmax(3)] partial class P { } } }")]
    [InlineData("class {|SMX0002:A|} { struct {|SMX0002:B|} { [Softmax(3)] class {|SMX0001:P|} { } } }")]
    public Task Containing_types_must_be_partial(string markup) => VerifyAsync(markup);

    [Theory]
    [InlineData("[Softmax({|SMX0003:0|})] partial class P { }")]
    [InlineData("[Softmax({|SMX0003:-1|})] partial class P { }")]
    [InlineData("[Softmax({|SMX0003:default|})] partial class P { }")]
    [InlineData("[Softmax({|SMX0003:int.MinValue|}, Accuracy = SoftmaxAccuracy.Fast)] partial class P { }")]
    [InlineData("[SoftmaxAttribute(length: {|SMX0003:P.Count - 7|})] partial class P { const int Count = 7; }")]
    public Task Length_must_be_positive(string markup) => VerifyAsync(markup);

    [Theory]
    [InlineData("[Softmax({|SMX0004:46341|}, Methods = SoftmaxMethods.Default)] partial class P { }")]
    [InlineData("[Softmax({|SMX0004:int.MaxValue|}, Methods = SoftmaxMethods.Jacobian)] partial class P { }")]
    public Task Jacobian_must_fit_a_span(string markup) => VerifyAsync(markup);

    [Theory]
    [InlineData("[Softmax(3, Methods = {|SMX0005:(SoftmaxMethods)0x4000000|})] partial class P { }")]
    [InlineData("[Softmax(3, Methods = {|SMX0005:SoftmaxMethods.Softmax | (SoftmaxMethods)0x4000000|})] partial class P { }")]
    [InlineData("[Softmax(3, Methods = {|SMX0005:SoftmaxMethods.None|})] partial class P { }")]
    [InlineData("[Softmax(3, Methods = {|SMX0005:0|})] partial class P { }")]
    [InlineData("[Softmax(3, Methods = {|SMX0005:SoftmaxMethods.Rows|})] partial class P { }")]
    [InlineData("[Softmax(3, Methods = {|SMX0005:SoftmaxMethods.Rows | SoftmaxMethods.Columns|})] partial class P { }")]
    [InlineData("[Softmax(8193, Methods = {|SMX0005:SoftmaxMethods.Softmax | SoftmaxMethods.Columns|})] partial class P { }")]
    [InlineData("[Softmax(3, Methods = {|SMX0005:SoftmaxMethods.ReductionRows|})] partial class P { }")]
    [InlineData("[Softmax(Methods = {|SMX0005:SoftmaxMethods.Rows|}, Accuracy = SoftmaxAccuracy.Fast)] partial class P { }")]
    [InlineData("[Softmax(3, ElementTypes = {|SMX0005:(SoftmaxElementTypes)16|})] partial class P { }")]
    [InlineData("[Softmax(3, ElementTypes = {|SMX0005:default|})] partial class P { }")]
    [InlineData("[Softmax(3, Accuracy = {|SMX0005:(SoftmaxAccuracy)3|})] partial class P { }")]
    [InlineData("[Softmax(3, Accuracy = {|SMX0005:(SoftmaxAccuracy)(-1)|})] partial class P { }")]
    [InlineData("[Softmax({|SMX0003:0|}, Accuracy = {|SMX0005:(SoftmaxAccuracy)3|})] partial class P { }")]
    public Task Options_must_be_known(string markup) => VerifyAsync(markup);

    [Theory]
    [InlineData("Methods = SoftmaxGen.SoftmaxMethods.Rows", "Rows")]
    [InlineData("Methods = SoftmaxGen.SoftmaxMethods.Rows | SoftmaxGen.SoftmaxMethods.Columns", "Rows | Columns")]
    [InlineData("Methods = SoftmaxGen.SoftmaxMethods.Softmax | (SoftmaxGen.SoftmaxMethods)0x4000000", "Softmax | 0x4000000")]
    [InlineData("Methods = (SoftmaxGen.SoftmaxMethods)0x4000000", "0x4000000")]
    [InlineData("ElementTypes = SoftmaxGen.SoftmaxElementTypes.Half | (SoftmaxGen.SoftmaxElementTypes)16", "Half | 0x10")]
    [InlineData("Methods = SoftmaxGen.SoftmaxMethods.None", "None")]
    public async Task A_message_names_the_flags(string option, string named)
    {
        Generation generation = new Consumer().Generate($"[SoftmaxGen.Softmax(3, {option})] partial class P {{ }}");

        Assert.Contains($" {named} of ", Assert.Single(await generation.AnalyzeAsync()).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Softmax(50257, ElementTypes = SoftmaxElementTypes.Half)] partial class P { static void {|SMX0006:Softmax|}(System.ReadOnlySpan<System.Half> x, System.Span<System.Half> y) { } }")]
    [InlineData("[Softmax(3)] partial class P { int {|SMX0006:Length|} => 3; }")]
    [InlineData("[Softmax(3)] partial class P { void {|SMX0006:Length|}(int x) { } }")]
    [InlineData("[Softmax(3)] partial record P(int {|SMX0006:Length|});")]
    [InlineData("[Softmax(3)] partial class P { } partial class P { int {|SMX0006:Softmax|} => 0; }")]
    [InlineData("[Softmax(3)] partial class P { class {|SMX0006:Jacobian|}<T> { } }")]
    [InlineData("[Softmax(3)] partial struct P { event System.Action {|SMX0006:LogSumExp|} { add { } remove { } } }")]
    [InlineData("[Softmax(3)] partial class P { int {|SMX0006:LogSumExp|}(System.ReadOnlySpan<float> z) => 0; }")]
    [InlineData("[Softmax(3)] partial class P { void {|SMX0006:Softmax|}(System.ReadOnlySpan<double> a, System.Span<double> b) { } }")]
    [InlineData("[Softmax(3, ElementTypes = SoftmaxElementTypes.Half)] partial class P { void {|SMX0006:Softmax|}(System.ReadOnlySpan<System.Half> a, System.Span<float> b) { } }")]
    [InlineData("[Softmax(3, ElementTypes = SoftmaxElementTypes.Double, Methods = SoftmaxMethods.LogSumExp)] partial class P { static double {|SMX0006:LogSumExp|}(System.ReadOnlySpan<double> z) => 0; }")]
    public Task Members_must_be_free(string markup) => VerifyAsync(markup);

    [Theory]
    [InlineData("[Softmax(3)] static partial class {|SMX0007:Softmax|} { }")]
    [InlineData("[Softmax(3)] partial struct {|SMX0007:Length|} { }")]
    [InlineData("[Softmax(3)] partial class P<T, {|SMX0007:Jacobian|}> { }")]
    [InlineData("partial class Outer { } partial class Outer { [Softmax(3)] partial record {|SMX0007:CrossEntropy|}; }")]
    public Task Host_and_its_type_parameters_must_not_be_named_like_members(string markup) => VerifyAsync(markup);

    [Theory]
    [InlineData("[Softmax(3)] file partial class {|SMX0008:P|} { }")]
    [InlineData("[Softmax(3)] file class {|SMX0008:P|} { }")]
    [InlineData("file partial class Outer { [Softmax(3)] partial struct {|SMX0008:P|} { } }")]
    public Task File_local_hosts_are_not_supported(string markup) => VerifyAsync(markup);

    [Theory]
    [InlineData("[SoftmaxGen.Softmax(3)] partial class P { }")]
    [InlineData("namespace N { [SoftmaxGen.Softmax(3)] partial class P { } }")]
    public async Task Hosts_in_scripts_are_not_supported(string script)
    {
        Consumer consumer = new();
        Generation generation = consumer.Generate(CSharpCompilation.CreateScriptCompilation(
            "Script",
            CSharpSyntaxTree.ParseText(script, consumer.ParseOptions.WithKind(SourceCodeKind.Script)),
            consumer.References));

        Assert.Equal("SMX0008", Assert.Single(await generation.AnalyzeAsync()).Id);
        Assert.Empty(generation.Result.GeneratedSources);
    }

    [Fact]
    public async Task Framework_must_have_bits_of_numbers()
    {
        // As small as a framework for microcontrollers; SoftmaxAttribute comes as source.
        var small = new Consumer { References = [], Nullable = NullableContextOptions.Disable };

        await VerifyAsync(
            """
            [{|SMX0009:Softmax|}(3)] partial class P { }
            #pragma warning disable CS1591
            namespace SoftmaxGen
            {
                class SoftmaxAttribute : System.Attribute { public SoftmaxAttribute(int length) { } }
            }
            namespace System
            {
                public class Object { }
                public class String { }
                public class Attribute { }
                public abstract class ValueType { }
                public struct Void { }
                public struct Int32 { }
            }
            """,
            small);
    }

    [Theory]
    [InlineData("BFloat16")]
    [InlineData("Single | SoftmaxElementTypes.Half | SoftmaxElementTypes.BFloat16")]
    public async Task Framework_must_have_the_element_types(string types)
    {
        string text = $"[Softmax(3, ElementTypes = {{|SMX0009:SoftmaxElementTypes.{types}|}})] partial class P {{ }}";
        await VerifyAsync(text);
        Diagnostic diagnostic = Assert.Single(await new Consumer().Generate("using SoftmaxGen;\n" + Markup.Parse(text).Source).AnalyzeAsync());
        Assert.Equal("[Softmax] on 'P' needs System.Numerics.BFloat16, which the target framework does not have", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("Spans", "", "System.Half")]
    [InlineData("Arrays", "", "System.Half")]
    [InlineData("Arrays", " namespace System { public struct Half { } }", "System.Span")]
    public async Task Framework_must_have_Half_and_spans(string form, string source, string missing)
    {
        Generation generation = ScalarConsumers.Of(form).Generate("using SoftmaxGen; [Softmax(3, ElementTypes = SoftmaxElementTypes.Half)] partial class P { }" + source);

        Assert.Contains($"needs {missing},", Assert.Single(await generation.AnalyzeAsync()).GetMessage(), StringComparison.Ordinal);
        Assert.Empty(generation.Result.GeneratedSources);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "9.0")]
    [InlineData(LanguageVersion.CSharp8, "9.0")]
    public Task Language_must_be_new_enough_for_vectors(LanguageVersion language, string minimum) =>
        VerifyLanguageAsync(new Consumer { Language = language, Nullable = NullableContextOptions.Disable }, minimum);

    [Theory]
    [InlineData(LanguageVersion.CSharp7_2, "7.3")]
    [InlineData(LanguageVersion.CSharp5, "7.3")]
    public Task Language_must_be_new_enough_for_arrays(LanguageVersion language, string minimum) => VerifyLanguageAsync(
        new Consumer { References = ReferenceAssemblies.Standard20WithAttributes, Language = language, Nullable = NullableContextOptions.Disable }, minimum);

    private static async Task VerifyLanguageAsync(Consumer consumer, string minimum)
    {
        const string Markup = "[{|SMX0010:Softmax|}(3)] partial class P { }";
        await VerifyAsync(Markup, consumer);
        Diagnostic diagnostic = Assert.Single(await consumer.Generate("[SoftmaxGen.Softmax(3)] partial class P { }").AnalyzeAsync());
        Assert.Contains($"needs C# {minimum} or later", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Softmax({|CS1503:3.5|})] partial class P { }")]
    [InlineData("[Softmax({|CS0103:n|})] partial class P { }")]
    [InlineData("[Softmax({|CS0182:P.N|})] class P { public static int N = -1; }")]
    [InlineData("[Softmax(0, {|CS0617:Length|} = 4)] partial class P { }")]
    [InlineData("[Softmax(0, {|CS0246:Size|} = 4)] partial class P { }")]
    [InlineData("[Softmax(3, Methods = {|CS0266:512|})] partial class P { }")]
    [InlineData("[Softmax(0, Methods = {|CS0266:3|})] partial class P { }")]
    [InlineData("[Softmax(0, Methods = SoftmaxMethods.{|CS0117:Nope|})] partial class P { }")]
    [InlineData("[Softmax(0, Methods = 0, {|CS0643:Methods = 0|})] partial class P { }")]
    [InlineData("[Softmax(0), {|CS0579:Softmax|}(3)] partial class P { }")]
    [InlineData("[Softmax(0)] partial class P { } [{|CS0579:Softmax|}(3)] partial class P { }")]
    [InlineData("[{|CS0592:Softmax|}(0)] interface I { }")]
    [InlineData("[{|CS0592:Softmax|}(0)] enum E { }")]
    [InlineData("[{|CS0592:Softmax|}(0)] delegate void D();")]
    [InlineData("partial class C { [{|CS0592:Softmax|}(0)] void M() { } }")]
    [InlineData("[Softmax(0)] partial class P { } class {|CS0260:P|} { }")]
    [InlineData("class {|CS0260:Outer|} { [Softmax(0)] partial class P { } } partial class Outer { }")]
    public Task What_the_compiler_says_is_not_said_again(string markup) => VerifyAsync(markup);

    [Theory]
    [InlineData("[Softmax(1, Methods = SoftmaxMethods.Softmax)] partial class P { }")]
    [InlineData("[Softmax(46340, Methods = SoftmaxMethods.Jacobian)] partial class P { }")]
    [InlineData("[Softmax(46340)] partial class P { void JacobianFromSoftmax(float[] p, float[] destination) { } }")]
    [InlineData("[Softmax(50257)] partial class P { int Jacobian => 3; }")]
    [InlineData("[Softmax(3)] partial class P { int Entropy => 3; static void LogSumExpRows(System.ReadOnlySpan<float> x, System.Span<float> destination) { } }")]
    [InlineData("[Softmax(46341, Methods = SoftmaxMethods.All & ~(SoftmaxMethods.Jacobian | SoftmaxMethods.Rows))] partial class P { }")]
    [InlineData("[Softmax(3, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.LogSumExp)] partial class P { void Softmax(float[] x, float[] y) { } int LogSumExp<T>(System.ReadOnlySpan<T> x) => 0; int length => 3; }")]
    [InlineData("[Softmax(3, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.LogSumExp)] partial class P { public static void Softmax(System.ReadOnlySpan<float> x, in System.Span<float> y) { } }")]
    [InlineData("[Softmax(3, ElementTypes = SoftmaxElementTypes.Single, Methods = SoftmaxMethods.LogSumExp)] partial class P { double LogSumExp(System.ReadOnlySpan<double> x) => 0; }")]
    [InlineData("[Softmax(16384, Methods = SoftmaxMethods.LogSumExp, ElementTypes = SoftmaxElementTypes.Half)] partial class P { }")]
    [InlineData("[Softmax(50257, ElementTypes = SoftmaxElementTypes.Half)] partial class P { }")]
    [InlineData("[Softmax(ElementTypes = SoftmaxElementTypes.Half)] partial class P { }")]
    [InlineData("[Softmax(3, ElementTypes = SoftmaxElementTypes.Half)] partial class P { static void Softmax(System.ReadOnlySpan<float> x, System.Span<float> y) { } }")]
    [InlineData("[Softmax(3, Methods = SoftmaxMethods.LogSumExp)] partial class Softmax { int Jacobian => 3; }")]
    [InlineData("interface I { int Length { get; } } [Softmax(3, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.LogSumExp)] partial class P : I { int I.Length => 3; }")]
    [InlineData("partial class Softmax { [Softmax(3, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.LogSumExp)] partial class P { } }")]
    public async Task Next_to_the_rules_is_free(string source)
    {
        Generation generation = new Consumer().Generate("using SoftmaxGen;\n" + source);

        Assert.Single(generation.Hosts);
        Assert.Empty(generation.Warnings);
        Assert.Empty(await generation.AnalyzeAsync());
    }

    [Fact]
    public async Task Clash_in_another_file_is_shown_there_and_points_to_the_attribute()
    {
        Generation generation = new Consumer().Generate(
            "partial class P { const int Length = 3; }",
            "[SoftmaxGen.Softmax(3)] partial class P { }");

        Diagnostic diagnostic = Assert.Single(await generation.AnalyzeAsync());

        Assert.Equal("'P' already has a member 'Length', which [Softmax] would add", diagnostic.GetMessage());
        Assert.Equal("Source0.cs", diagnostic.Location.SourceTree!.FilePath);
        Location attribute = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("SoftmaxGen.Softmax(3)", attribute.SourceTree!.ToString().Substring(attribute.SourceSpan.Start, attribute.SourceSpan.Length));
    }

    private static async Task VerifyAsync(string text, Consumer? consumer = null)
    {
        Markup markup = Markup.Parse("using SoftmaxGen;\n" + text);
        Generation generation = (consumer ?? new()).Generate(markup.Source);

        IEnumerable<Diagnostic> diagnostics = generation.Warnings.Concat(await generation.AnalyzeAsync());
        Assert.Equal(markup.Squiggles, diagnostics.Select(ToSquiggle).Order());
        Assert.Empty(generation.Result.GeneratedSources);
    }

    private static Squiggle ToSquiggle(Diagnostic diagnostic)
    {
        (string source, var span) = (diagnostic.Location.SourceTree!.ToString(), diagnostic.Location.SourceSpan);
        return new Squiggle(diagnostic.Id, span.Start, source.Substring(span.Start, span.Length));
    }
}
