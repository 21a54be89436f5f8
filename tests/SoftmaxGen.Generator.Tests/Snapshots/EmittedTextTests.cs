using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Snapshots;

/// <summary>
/// The emitted text as its readers see it, chosen so that each way to unroll, each option and each nesting shows once.
/// </summary>
public class EmittedTextTests
{
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["AllMembers"] = Host("10, ElementTypes = SoftmaxElementTypes.Single"),
        ["Length1"] = Softmax(1),
        ["Length3"] = Softmax(3),
        ["Length4"] = Softmax(4),
        ["Length7"] = Softmax(7),
        ["Length8"] = Softmax(8),
        ["Length16"] = Softmax(16),
        ["Length17"] = Softmax(17),
        ["Length64"] = Softmax(64),
        ["Length100"] = Softmax(100),
        ["Length1000"] = Softmax(1000),
        ["Double"] = Host("10, ElementTypes = SoftmaxElementTypes.Double, Methods = SoftmaxMethods.Softmax"),
        ["Fast"] = Softmax(10, ", Accuracy = SoftmaxAccuracy.Fast"),
        ["Precise"] = Softmax(10, ", Accuracy = SoftmaxAccuracy.Precise"),
        ["ParallelRows"] = Host("10, ElementTypes = SoftmaxElementTypes.Single, Methods = SoftmaxMethods.CrossEntropy | SoftmaxMethods.ParallelRows"),
        ["Columns"] = Host("10, ElementTypes = SoftmaxElementTypes.Single, Methods = SoftmaxMethods.CrossEntropy | SoftmaxMethods.Columns"),
        ["Half"] = Host("10, ElementTypes = SoftmaxElementTypes.Half, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.CrossEntropy | SoftmaxMethods.Rows | SoftmaxMethods.Columns"),
        ["Losses"] = Host("33, ElementTypes = SoftmaxElementTypes.Single, Methods = SoftmaxMethods.Entropy | SoftmaxMethods.CrossEntropy | SoftmaxMethods.ReductionRows | SoftmaxMethods.LossAndGradient"),
        ["LongJacobian"] = Host("100, ElementTypes = SoftmaxElementTypes.Single, Methods = SoftmaxMethods.Jacobian"),
        ["NestedGeneric"] =
            """
            namespace Acme.Vision
            {
                partial class Model<T>
                {
                    partial interface IPart
                    {
                        [SoftmaxGen.Softmax(3, Methods = SoftmaxGen.SoftmaxMethods.LogSumExp)]
                        private partial record struct @class<U>;
                    }
                }
            }
            """,
    };

    public static TheoryData<string> Names => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Host_is_as_verified_and_compiles_without_a_warning(string name)
    {
        Generation generation = new Consumer().Generate(Sources[name]);

        Snapshot.Match(name, Snapshot.Scrub(generation.Hosts.Values.Single()));
        Assert.Empty(generation.Warnings);
    }

    /// <summary>For targets without vectors: every member, and what all hosts share.</summary>
    [Theory]
    [InlineData("Spans")]
    [InlineData("Arrays")]
    public void Scalar_form_is_as_verified_and_compiles_without_a_warning(string form)
    {
        Generation generation = ScalarConsumers.Of(form).Generate(
            "using SoftmaxGen; namespace Acme { [Softmax(10, ElementTypes = SoftmaxElementTypes.Single)] static partial class Head { } }");

        Snapshot.Match($"Scalar{form}", Snapshot.Scrub(generation.Hosts.Values.Single()));
        Snapshot.Match($"ScalarKernels{form}", Snapshot.Scrub(generation.Kernels));
        Assert.Empty(generation.Warnings);
    }

    /// <summary>All that a reader of the host finds beside it.</summary>
    [Fact]
    public void Kernels_of_one_method_are_as_verified() => Snapshot.Match("Kernels", Snapshot.Scrub(new Consumer().Generate(Sources["Length16"]).Kernels));

    [Fact]
    public void Every_stored_snapshot_is_asked_for() => Assert.Equal([.. Sources.Keys.Concat(["Kernels", "ScalarSpans", "ScalarArrays", "ScalarKernelsSpans", "ScalarKernelsArrays", "AnyLength", "AnyLengthHost"]).Order()], Snapshot.Stored.Order());

    private static string Softmax(int length, string options = "") =>
        Host($"{length}, ElementTypes = SoftmaxElementTypes.Single, Methods = SoftmaxMethods.Softmax{options}");

    private static string Host(string arguments) => $"using SoftmaxGen; namespace Acme; [Softmax({arguments})] static partial class Head {{ }}";
}
