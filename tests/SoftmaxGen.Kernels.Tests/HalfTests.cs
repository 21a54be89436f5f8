using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoftmaxGen.Generated;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>16-bit elements become floats and back, at every width and without vectors, with the bits of .NET.</summary>
public class HalfTests
{
    [Fact]
    public void All_halves_are_widened()
    {
        for (int bits = 0; bits <= 0xFFFF; bits++)
        {
            int expected = Bits((float)BitConverter.UInt16BitsToHalf((ushort)bits)), signed = (short)bits;
            Assert.Equal(expected, Bits(SingleOfHalf(Vector128.Create(signed)).GetElement(3)));
            Assert.Equal(expected, Bits(SingleOfHalf(Vector256.Create(signed)).GetElement(7)));
            Assert.Equal(expected, Bits(SingleOfHalf(Vector512.Create(signed)).GetElement(15)));
        }
    }

    /// <summary>Every half, the middle between it and the next one, and the floats on both sides of that.</summary>
    [Fact]
    public void Floats_are_rounded_to_the_nearest_half()
    {
        for (int bits = 0; bits <= 0x7C00; bits++)
        {
            float half = bits == 0x7C00 ? 65536f : (float)BitConverter.UInt16BitsToHalf((ushort)bits);
            float middle = (half + (bits >= 0x7BFF ? 65536f : (float)BitConverter.UInt16BitsToHalf((ushort)(bits + 1)))) / 2;
            foreach (float x in (float[])[half, middle, MathF.BitDecrement(middle), MathF.BitIncrement(middle)])
            {
                AssertHalf(x);
                AssertHalf(-x);
            }
        }
    }

    [Fact]
    public void So_are_floats_of_any_size_and_special_ones()
    {
        Random random = new(16);
        foreach (float x in (float[])[float.Epsilon, float.MaxValue, float.PositiveInfinity, float.NaN, -float.NaN, 65519.996f, 65520f, 5.9604645e-08f, 2.9802322e-08f, 2.9802326e-08f])
        {
            AssertHalf(x);
            AssertHalf(-x);
        }

        for (int i = 0; i < 100_000; i++)
            AssertHalf(BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
    }

    [Theory]
    [InlineData(0x3F808000, 0x3F80)] // ties go to the even one
    [InlineData(0x3F818000, 0x3F82)]
    [InlineData(0x3F808001, 0x3F81)]
    [InlineData(0x3F807FFF, 0x3F80)]
    [InlineData(0x00008000, 0x0000)]
    [InlineData(0x00018000, 0x0002)]
    [InlineData(0x7F7F7FFF, 0x7F7F)] // the largest number, and infinity
    [InlineData(0x7F7F8000, 0x7F80)]
    [InlineData(0x7F800000, 0x7F80)]
    [InlineData(0x7F800001, 0xFFC0)] // the NaN of .NET
    public void Floats_are_rounded_to_the_nearest_BFloat16(int bits, int expected)
    {
        AssertUpper(bits, expected);
        AssertUpper(bits | int.MinValue, expected == 0xFFC0 ? expected : expected | 0x8000);
    }

    /// <summary>Nothing is read or written beyond, whatever is left of the last vector.</summary>
    [Fact]
    public void Rows_of_all_lengths_are_converted()
    {
        for (int length = 0; length <= 70; length++)
        {
            ushort[] halves = [.. Enumerable.Range(0, length).Select(i => (ushort)(0x3C00 + (37 * i)))], back = new ushort[length + 2], backPlain = new ushort[length + 2];
            float[] floats = new float[length + 2], plain = new float[length + 2], upper = new float[length + 2];
            WidenHalf<ushort>(halves, floats);
            ScalarKernels.WidenHalf<ushort>(halves, plain);
            Assert.Equal([.. halves.Select(bits => (float)BitConverter.UInt16BitsToHalf(bits)), 0f, 0f], floats);
            Assert.Equal(floats, plain);
            RoundToHalf(floats.AsSpan(0, length), back.AsSpan());
            ScalarKernels.RoundToHalf(floats.AsSpan(0, length), backPlain.AsSpan());
            Assert.Equal([.. halves, 0, 0], back);
            Assert.Equal(back, backPlain);

            WidenBFloat16<ushort>(halves, upper);
            Assert.Equal([.. halves.Select(bits => BitConverter.Int32BitsToSingle(bits << 16)), 0f, 0f], upper);
            back.AsSpan().Clear();
            RoundToBFloat16(upper.AsSpan(0, length), back.AsSpan());
            Assert.Equal([.. halves, 0, 0], back);
        }
    }

    /// <summary>The destination is of another type than the source, and is twice as long in bytes.</summary>
    [Fact]
    public void Shared_memory_of_halves_and_floats_is_seen()
    {
        float[] memory = new float[16];
        Span<ushort> halves = MemoryMarshal.Cast<float, ushort>(memory.AsSpan());
        for (int start = 0; start + 4 <= halves.Length; start++)
        {
            for (int target = 0; target + 4 <= memory.Length; target++)
            {
                bool isShared = start < 2 * (target + 4) && 2 * target < start + 4;
                Assert.Equal(isShared, OverlapsSingles(ref halves[start], 4, ref memory[target], 4));
                Assert.Equal(isShared, ScalarKernels.OverlapsSingles<ushort>(halves.Slice(start, 4), memory.AsSpan(target, 4)));
            }
        }
    }

    private static void AssertHalf(float x)
    {
        // A NaN has no sign and no payload.
        int expected = float.IsNaN(x) ? BitConverter.HalfToUInt16Bits(Half.NaN) : BitConverter.HalfToUInt16Bits((Half)x);
        Assert.Equal(expected, HalfOfSingle(Vector128.Create(x)).GetElement(0));
        Assert.Equal(expected, HalfOfSingle(Vector256.Create(x)).GetElement(4));
        Assert.Equal(expected, HalfOfSingle(Vector512.Create(x)).GetElement(8));
        Span<ushort> plain = stackalloc ushort[1];
        ScalarKernels.RoundToHalf([x], plain);
        Assert.Equal(expected, plain[0]);
    }

    private static void AssertUpper(int bits, int expected)
    {
        float x = BitConverter.Int32BitsToSingle(bits);
        Assert.Equal(expected, UpperOfSingle(Vector128.Create(x)).GetElement(0));
        Assert.Equal(expected, UpperOfSingle(Vector256.Create(x)).GetElement(4));
        Assert.Equal(expected, UpperOfSingle(Vector512.Create(x)).GetElement(8));
    }

    private static int Bits(float x) => float.IsNaN(x) ? int.MinValue : BitConverter.SingleToInt32Bits(x);
}
