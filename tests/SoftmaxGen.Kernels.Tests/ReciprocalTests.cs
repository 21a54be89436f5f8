using System.Runtime.Intrinsics;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>The reciprocal of a sum of single-precision terms.</summary>
public class ReciprocalTests
{
    /// <summary>For every float that a largest term can be, of which one in 37 is tried.</summary>
    [Fact]
    public void What_is_the_sum_is_one()
    {
        for (int bits = BitConverter.SingleToInt32Bits(1.01f); bits < BitConverter.SingleToInt32Bits(1.11f); bits += 37)
        {
            Vector128<float> term = Vector128.Create(BitConverter.Int32BitsToSingle(bits));
            Assert.Equal(Vector128<float>.One, term * Reciprocal128((double)term.ToScalar()));
        }
    }
}
