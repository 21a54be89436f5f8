using SoftmaxGen.Emission;

namespace SoftmaxGen.Generator.Tests.Kernels;

public class WidthTextTests
{
    [Theory]
    [InlineData("Vector256<float> Max(Vector256<float> a)", "Vector512<float> Max(Vector512<float> a)")]
    [InlineData("// For 256 bits.", "// For 512 bits.")]
    [InlineData("x * 256 + 256f + 1256 - k_256", "x * 256 + 256f + 1256 - k_256")]
    [InlineData("", "")]
    public void Only_names_and_bits_are_of_another_width(string text, string expected) => Assert.Equal(expected, KernelSources.OfWidth(text, "512"));
}
