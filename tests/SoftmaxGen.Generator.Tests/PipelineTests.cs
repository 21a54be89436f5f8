using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests;

public class PipelineTests
{
    private static readonly Consumer Consumer = new();

    [Fact]
    public void Each_host_gets_a_file_and_all_share_one()
    {
        Generation generation = Consumer.Generate(
            """
            using SoftmaxGen;
            namespace Acme;
            [Softmax(3)] static partial class First;
            partial class Outer<T> { [Softmax(4)] internal partial record struct Second(int X); }
            """);

        Assert.Equal(["Acme_First_6e1a7587.g.cs", "Acme_Outer_1_Second_87f2373f.g.cs"], generation.Hosts.Keys);
        Assert.NotEmpty(generation.Kernels);
    }

    [Fact]
    public void Without_a_host_nothing_is_emitted() =>
        Assert.Empty(Consumer.Generate("class C;").Result.GeneratedSources);
}
