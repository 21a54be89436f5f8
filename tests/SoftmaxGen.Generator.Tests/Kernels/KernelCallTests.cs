using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Emission;
using SoftmaxGen.Generator.Tests.Infrastructure;
using SoftmaxGen.Model;

namespace SoftmaxGen.Generator.Tests.Kernels;

/// <summary>Which kernels call which: the generator reads it off their text, the compiler knows.</summary>
public class KernelCallTests
{
    [Theory]
    [InlineData(nameof(CodeForm.Vectors))]
    [InlineData(nameof(CodeForm.Spans))]
    [InlineData(nameof(CodeForm.Arrays))]
    public void Every_call_is_found(string name)
    {
        CodeForm form = Enum.Parse<CodeForm>(name);
        KernelCatalog catalog = KernelCatalog.Of(form);
        Compilation compilation = (form == CodeForm.Vectors ? new Consumer() : ScalarConsumers.Of(name)).Compile(TextOf(form, Enumerable.Range(0, catalog.Units.Count)));
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        int[] ends = EndsOf(catalog, model.SyntaxTree.ToString());

        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
        Assert.All(Enumerable.Range(0, ends.Length), kernel => Assert.NotEmpty(catalog.Units[kernel].Names));
        var missing = new SortedSet<string>();
        int calls = 0;
        foreach (SimpleNameSyntax use in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (model.GetSymbolInfo(use).Symbol?.OriginalDefinition is not { } symbol || NumberOf(symbol) is not { } called || UnitAt(use.SpanStart) is var caller && called == caller)
                continue;
            calls++;
            if (!catalog.Closure([caller]).Contains(called))
                missing.Add($"{catalog.Units[caller].Names[0]} -> {symbol}");
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.True(calls > 100, $"{calls} calls");

        int UnitAt(int position) => ~Array.BinarySearch(ends, position);

        // A class whose members are emitted one by one is there when one of them is.
        int? NumberOf(ISymbol symbol) => symbol is ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or INamespaceSymbol || symbol.Locations[0] is not { SourceTree: not null } location
            || (UnitAt(location.SourceSpan.Start) is var number && symbol is INamedTypeSymbol && catalog.Units[number].Type.HasUnits) ? null : number;
    }

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    public void Members_of_one_element_type_need_no_kernel_of_vectors_of_the_other(string element)
    {
        string other = element == "float" ? "double" : "float";

        string kernels = new Consumer().Generate(
            $"using SoftmaxGen; [Softmax(100, Methods = SoftmaxMethods.Softmax, ElementTypes = SoftmaxElementTypes.{(element == "float" ? "Single" : "Double")})] partial class Head;").Kernels;

        Assert.Contains($"Exp(Vector512<{element}> ", kernels, StringComparison.Ordinal);
        Assert.DoesNotContain($"Exp(Vector512<{other}> ", kernels, StringComparison.Ordinal);
    }

    /// <summary>Long rows have no use for vectors of 128 bits on most machines, short ones none for those of 512.</summary>
    [Fact]
    public void Widths_that_no_pass_has_need_no_kernel()
    {
        string kernels = new Consumer().Generate(
            "using SoftmaxGen; [Softmax(5, Methods = SoftmaxMethods.Softmax, ElementTypes = SoftmaxElementTypes.Single)] partial class Head;").Kernels;

        Assert.Contains("Vector128<float> Exp(", kernels, StringComparison.Ordinal);
        Assert.DoesNotContain("> Exp(Vector512<float> ", kernels, StringComparison.Ordinal);
    }

    [Fact]
    public void Hosts_share_what_each_of_them_needs()
    {
        const string Single = "[SoftmaxGen.Softmax(100, Methods = SoftmaxGen.SoftmaxMethods.Softmax, ElementTypes = SoftmaxGen.SoftmaxElementTypes.Single)] partial class A;";
        const string Double = "[SoftmaxGen.Softmax(7, Methods = SoftmaxGen.SoftmaxMethods.LogSumExp, ElementTypes = SoftmaxGen.SoftmaxElementTypes.Double)] partial class B;";

        string both = new Consumer().Generate(Single, Double).Kernels;

        Assert.Equal(both, new Consumer().Generate(Double, Single).Kernels);
        Assert.All([Single, Double], source => Assert.Subset(Lines(both), Lines(new Consumer().Generate(source).Kernels)));

        static HashSet<string> Lines(string text) => [.. text.Split('\n')];
    }

    private static string TextOf(CodeForm form, IEnumerable<int> kernels) =>
        KernelsEmitter.Emit(new KernelSet(new Capabilities(form, form == CodeForm.Vectors), new EquatableArray<int>([.. kernels])));

    // The compiler's view of the text follows the units in their order.
    private static int[] EndsOf(KernelCatalog catalog, string text)
    {
        int[] ends = new int[catalog.Units.Count];
        for (int i = 0, position = 0; i < ends.Length; i++)
        {
            string unit = PlainComments.Of(catalog.Units[i].Text);
            position = text.IndexOf(unit, position, StringComparison.Ordinal) + unit.Length;
            Assert.True(position >= unit.Length);
            ends[i] = position;
        }

        return ends;
    }
}
