using System.Text;
using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Snapshots;

/// <summary>How much text a project gets: about what compiling it costs.</summary>
public class SizeTests
{
    [Theory]
    [InlineData("", 340_000)]
    [InlineData(", Methods = SoftmaxMethods.Softmax, ElementTypes = SoftmaxElementTypes.Single", 28_000)]
    public void Emitted_text_has_at_most(string options, int bytes)
    {
        Generation generation = new Consumer().Generate($"using SoftmaxGen; [Softmax(10{options})] static partial class Head;");

        int emitted = generation.Hosts.Values.Append(generation.Kernels).Select(Snapshot.Scrub).Sum(Encoding.UTF8.GetByteCount);
        Assert.True(emitted <= bytes, $"{emitted} bytes, of which kernels {generation.Kernels.Length}");
    }
}
