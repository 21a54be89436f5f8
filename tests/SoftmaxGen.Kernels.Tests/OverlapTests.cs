using SoftmaxGen.Generated;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Two regions of an array, every pair of them: apart, the same, or the one thing that is refused.</summary>
public class OverlapTests
{
    private const int Size = 9;

    [Fact]
    public void Regions_that_share_elements_and_start_apart_overlap_partly()
    {
        double[] memory = new double[Size];
        foreach ((int start, int length, int otherStart, int otherLength) in Regions())
        {
            bool expected = start != otherStart && start < otherStart + otherLength && otherStart < start + length;
            Assert.Equal(expected, SoftmaxKernels.OverlapsPartly(ref memory[start], length, ref memory[otherStart], otherLength));
            if (otherLength >= length)
                Assert.Equal(expected, ScalarKernels.OverlapsPartly<double>(memory.AsSpan(start, length), memory.AsSpan(otherStart, otherLength)));
        }
    }

    private static IEnumerable<(int Start, int Length, int OtherStart, int OtherLength)> Regions() =>
        from start in Enumerable.Range(0, Size)
        from length in Enumerable.Range(1, Size - start)
        from otherStart in Enumerable.Range(0, Size)
        from otherLength in Enumerable.Range(1, Size - otherStart)
        select (start, length, otherStart, otherLength);
}
