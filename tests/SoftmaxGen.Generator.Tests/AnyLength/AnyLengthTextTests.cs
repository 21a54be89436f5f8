using SoftmaxGen.Emission;
using SoftmaxGen.Generator.Tests.Infrastructure;
using SoftmaxGen.Generator.Tests.Snapshots;
using SoftmaxGen.Members;
using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Generator.Tests.AnyLength;

/// <summary>What is emitted for <c>[Softmax]</c> without a length.</summary>
public class AnyLengthTextTests
{
    // All that are short, and the surroundings of the lengths where a sum or the memory of terms changes.
    private static readonly int[] Lengths = [.. Enumerable.Range(1, 150), 255, 256, 257, 1000, 4095, 4096, 4097, 4098, 8191, 8192, 8193, 8194, 20_001, 131_071, 131_072, 131_073, 1 << 20];

    public static IEnumerable<object[]> Kinds =>
        from accuracy in Enum.GetNames<AccuracyMode>()
        from element in (string[])["float", "double"]
        select new object[] { accuracy, element };

    /// <summary>A method serves the lengths from its own to the next one's: for each of them it would have the same text, so that nothing in it depends on one of them.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Lengths_that_share_a_method_have_the_same_text(string accuracy, string element)
    {
        SoftmaxTarget target = Target(Enum.Parse<AccuracyMode>(accuracy));
        HashSet<string> written = [];
        foreach (MemberDescription member in MemberTable.Of(target, element))
        {
            MemberContext context = new(target, element, member, new SourceWriter()) { Length = new RowLength(1, "length", IsArgument: true) };
            foreach (AnyLengthPass pass in AnyLengthEmitter.Passes(context, written))
            {
                foreach (int width in (int[])[128, 256, 512])
                {
                    string? shared = null;
                    int from = 0;
                    foreach (int length in Lengths)
                    {
                        int start = AnyLengthPass.Starts.Last(start => start <= length);
                        if (start != from)
                            (from, shared) = (start, pass.TextAt(width, start));
                        Assert.True(shared == pass.TextAt(width, length), $"{member.Name}, {width} bits: {length} is not as {start}.\n{pass.TextAt(width, length)}\n{shared}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Hosts_of_an_accuracy_share_their_code()
    {
        Generation generation = new Consumer().Generate(
            "[SoftmaxGen.Softmax(Methods = SoftmaxGen.SoftmaxMethods.LogSumExp, ElementTypes = SoftmaxGen.SoftmaxElementTypes.Single)] static partial class A;",
            "[SoftmaxGen.Softmax(Methods = SoftmaxGen.SoftmaxMethods.VectorProducts, ElementTypes = SoftmaxGen.SoftmaxElementTypes.Double)] static partial class B;",
            "[SoftmaxGen.Softmax(Methods = SoftmaxGen.SoftmaxMethods.Softmax, Accuracy = SoftmaxGen.SoftmaxAccuracy.Precise)] static partial class C;");

        Assert.Empty(generation.Warnings);
        Assert.Equal(
            ["SoftmaxGen.AnyLength.g.cs", "SoftmaxGen.AnyLengthPrecise.g.cs"],
            generation.Result.GeneratedSources.Select(source => source.HintName).Where(name => name.StartsWith("SoftmaxGen.AnyLength", StringComparison.Ordinal)).Order());
        Assert.All(generation.Hosts.Values, text => Assert.DoesNotContain("namespace SoftmaxGen.Generated", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Spans")]
    [InlineData("Arrays")]
    public void Frameworks_without_vectors_have_every_member(string form)
    {
        Generation generation = ScalarConsumers.Of(form).Generate("using SoftmaxGen; namespace Acme { [Softmax(Methods = SoftmaxMethods.All | SoftmaxMethods.Columns)] static partial class Head { } }");

        Assert.Empty(generation.Warnings);
        Assert.Contains("SoftmaxRows", generation.Hosts.Values.Single(), StringComparison.Ordinal);
    }

    /// <summary>What a reader of the host sees, and the code of one member for rows that are written out and in loops.</summary>
    [Fact]
    public void Text_is_as_verified()
    {
        Generation generation = new Consumer().Generate("using SoftmaxGen; namespace Acme; [Softmax(ElementTypes = SoftmaxElementTypes.Single)] static partial class Head { }");
        Snapshot.Match("AnyLengthHost", Snapshot.Scrub(generation.Hosts.Values.Single()));
        Assert.Empty(generation.Warnings);

        Generation one = new Consumer().Generate("using SoftmaxGen; namespace Acme; [Softmax(ElementTypes = SoftmaxElementTypes.Single, Methods = SoftmaxMethods.VectorProducts)] static partial class Head { }");
        Snapshot.Match("AnyLength", Snapshot.Scrub(one.Result.GeneratedSources.Single(source => source.HintName == "SoftmaxGen.AnyLength.g.cs").SourceText.ToString()));
    }

    private static SoftmaxTarget Target(AccuracyMode accuracy) =>
        new(new HostType("", default, ""), 0, MethodSet.All | MethodSet.Columns, ElementTypeSet.All, accuracy, new Capabilities(CodeForm.Vectors, HasNullable: true)) { HasAnyLength = true };
}
