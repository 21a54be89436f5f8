using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generator.Tests.Infrastructure;
using SoftmaxGen.Model;

namespace SoftmaxGen.Generator.Tests.Incrementality;

/// <summary>Why each step of the pipeline runs after an edit: one host never regenerates another.</summary>
public class RunReasonTests
{
    private const string A = "[SoftmaxGen.Softmax(43)] partial class A { }";
    private const string B = "[SoftmaxGen.Softmax(41)] partial class B { }";
    private const string Unrelated = "class Unrelated { }";

    [Fact]
    public void First_run() => Verify(
        before: [],
        after: [A, B, Unrelated],
        parse: "A New, B New",
        targets: "A New, B New",
        hosts: "A New, B New",
        kernels: "Vectors New",
        output: "A New, B New, Vectors New");

    [Fact]
    public void Unrelated_edit() => Verify(
        before: [A, B, Unrelated],
        after: [A, B, "class Unrelated { int x; }"],
        parse: "A Unchanged, B Unchanged",
        targets: "A Cached, B Cached",
        hosts: "A Cached, B Cached",
        kernels: "Vectors Cached",
        output: "A Cached, B Cached, Vectors Cached");

    [Fact]
    public void Comment_in_the_file_of_a_host() => Verify(
        before: [A, B, Unrelated],
        after: ["// A comment.\n" + A, B, Unrelated],
        parse: "A Unchanged, B Unchanged",
        targets: "A Cached, B Cached",
        hosts: "A Cached, B Cached",
        kernels: "Vectors Cached",
        output: "A Cached, B Cached, Vectors Cached");

    [Fact]
    public void New_member_in_a_host() => Verify(
        before: [A, B, Unrelated],
        after: ["[SoftmaxGen.Softmax(43)] partial class A { int x; }", B, Unrelated],
        parse: "A Unchanged, B Unchanged",
        targets: "A Cached, B Cached",
        hosts: "A Cached, B Cached",
        kernels: "Vectors Cached",
        output: "A Cached, B Cached, Vectors Cached");

    [Fact]
    public void Changed_length() => Verify(
        before: [A, B, Unrelated],
        after: ["[SoftmaxGen.Softmax(45)] partial class A { }", B, Unrelated],
        parse: "A Modified, B Unchanged",
        targets: "A Modified, B Cached",
        hosts: "A Modified, B Cached",
        kernels: "Vectors Cached",
        output: "A Modified, B Cached, Vectors Cached");

    [Fact]
    public void Changed_constant_elsewhere() => Verify(
        before: ["[SoftmaxGen.Softmax(Unrelated.N)] partial class A { }", B, "class Unrelated { public const int N = 43; }"],
        after: ["[SoftmaxGen.Softmax(Unrelated.N)] partial class A { }", B, "class Unrelated { public const int N = 45; }"],
        parse: "A Modified, B Unchanged",
        targets: "A Modified, B Cached",
        hosts: "A Modified, B Cached",
        kernels: "Vectors Cached",
        output: "A Modified, B Cached, Vectors Cached");

    [Fact]
    public void Added_host() => Verify(
        before: [A, B],
        after: [A, B, "[SoftmaxGen.Softmax(45)] partial class C { }"],
        parse: "A Unchanged, B Unchanged, C New",
        targets: "A Cached, B Cached, C New",
        hosts: "A Cached, B Cached, C New",
        kernels: "Vectors Unchanged",
        output: "A Cached, B Cached, C New, Vectors Cached");

    [Fact]
    public void Removed_host() => Verify(
        before: [A, B],
        after: [A],
        parse: "A Unchanged, B Removed",
        targets: "A Cached, B Removed",
        hosts: "A Cached, B Removed",
        kernels: "Vectors Unchanged",
        output: "A Cached, B Removed, Vectors Cached");

    [Fact]
    public void Host_that_a_rule_rejects_after_the_edit() => Verify(
        before: [A, B],
        after: ["[SoftmaxGen.Softmax(43)] partial class A { int Length; }", B],
        parse: "B Unchanged, none Modified",
        targets: "A Removed, B Cached",
        hosts: "A Removed, B Cached",
        kernels: "Vectors Unchanged",
        output: "A Removed, B Cached, Vectors Cached");

    [Fact]
    public void Last_host_removed() => Verify(
        before: [A],
        after: [Unrelated],
        parse: "A Removed",
        targets: "A Removed",
        hosts: "A Removed",
        kernels: "Vectors Removed",
        output: "A Removed, Vectors Removed");

    [Fact]
    public void Length_that_needs_other_kernels() => Verify(
        before: [A, B],
        after: ["[SoftmaxGen.Softmax(3)] partial class A { }", B],
        parse: "A Modified, B Unchanged",
        targets: "A Modified, B Cached",
        hosts: "A Modified, B Cached",
        kernels: "Vectors Modified",
        output: "A Modified, B Cached, Vectors Modified");

    /// <summary>The code that hosts for any length share is asked for by what they need together.</summary>
    [Fact]
    public void Host_for_any_length_that_asks_for_no_more()
    {
        const string Any = "[SoftmaxGen.Softmax(Methods = SoftmaxGen.SoftmaxMethods.Softmax)] partial class C { }";
        Verify(
            before: [A, Any],
            after: [A, Any, "[SoftmaxGen.Softmax(Methods = SoftmaxGen.SoftmaxMethods.Softmax, ElementTypes = SoftmaxGen.SoftmaxElementTypes.Double)] partial class D { }"],
            parse: "A Unchanged, C Unchanged, D New",
            targets: "A Cached, C Cached, D New",
            hosts: "A Cached, C Cached, D New",
            kernels: "Vectors Unchanged",
            output: "A Cached, C Cached, D New, SoftmaxGen.AnyLength.g.cs Cached, Vectors Cached");
    }

    private static void Verify(string[] before, string[] after, string parse, string targets, string hosts, string kernels, string output)
    {
        Consumer consumer = new();
        CSharpCompilation first = consumer.Compile(before);
        GeneratorDriver driver = consumer.Driver(trackSteps: true);
        if (before.Length > 0)
            driver = driver.RunGenerators(first);
        GeneratorRunResult result = driver.RunGenerators(Edit(first, after, consumer)).GetRunResult().Results.Single();

        Assert.Equal(parse, Reasons(result.TrackedSteps[TrackingNames.Parse]));
        Assert.Equal(targets, Reasons(result.TrackedSteps[TrackingNames.Targets]));
        Assert.Equal(hosts, Reasons(result.TrackedSteps[TrackingNames.Hosts]));
        Assert.Equal(kernels, Reasons(result.TrackedSteps[TrackingNames.Kernels]));
        Assert.Equal(output, OutputReasons(result.TrackedOutputSteps.Values.SelectMany(steps => steps)));
    }

    // As an editor does it: trees that did not change stay the same objects.
    private static CSharpCompilation Edit(CSharpCompilation before, string[] after, Consumer consumer) =>
        before.RemoveAllSyntaxTrees().AddSyntaxTrees(after.Select((source, index) =>
            before.SyntaxTrees.ElementAtOrDefault(index) is { } tree && tree.ToString() == source
                ? tree
                : CSharpSyntaxTree.ParseText(source, consumer.ParseOptions, $"Source{index}.cs")));

    private static string Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        string.Join(", ", steps.SelectMany(step => step.Outputs).Select(made => $"{Name(made.Value)} {made.Reason}").Order());

    // An output has no name of its own but that of what it was made from.
    private static string OutputReasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        string.Join(", ", steps.Select(step => $"{Name(step.Inputs[0].Source.Outputs[step.Inputs[0].OutputIndex].Value)} {step.Outputs.Single().Reason}").Order());

    private static string Name(object? value) => value switch
    {
        SoftmaxTarget target => target.Host.Types.Last().Name,
        EmittedHost host => host.HintName.Split('_')[0],
        KernelSet kernels => $"{kernels.Capabilities.Form}",
        _ => "none",
    };
}
