using System.Runtime.InteropServices;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Members;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

/// <summary>Softmax in 16 bits against the exact values. All other members are compared with those for floats, bit by bit.</summary>
public class SixteenBitAccuracyTests
{
    [Theory]
    [InlineData(ElementName.Half, SoftmaxElementTypes.Half)]
    [InlineData(ElementName.BFloat16, SoftmaxElementTypes.BFloat16)]
    public void Softmax_is_within_its_bound(string element, SoftmaxElementTypes type)
    {
        MemberDescription softmax = MemberTable.All[0].ForSixteenBits().First();
        foreach (int length in SixteenBitHosts.Lengths.Where(length => length <= 1000 && (element == ElementName.Half || SixteenBitHosts.HasBFloat16(length))))
        {
            Type host = SixteenBitHosts.Host(length);
            ByteInvocation invocation = ByteInvocations.Of(host, softmax, element, SixteenBitHosts.ElementOf(host, element));
            double bound = Bounds.RoundedTo(type, Bounds.Softmax<float>(SoftmaxAccuracy.Default, length));
            Random random = new(length);
            for (int row = 0; row < (length < 200 ? 40 : 4); row++)
            {
                // Small and large spreads; and one element above many equal ones, where a sum of floats has its largest errors.
                ushort[] x = [.. Enumerable.Range(0, length).Select(i => SixteenBitHosts.Rounded(row % 4 == 3 ? (i == length / 2 ? row / 2f : 0f) : (float)(random.NextDouble() * (row % 4 == 0 ? 1 : 12)), element))], p = new ushort[length];
                invocation(MemoryMarshal.AsBytes<ushort>(x), default, 1, 0, default, 0, MemoryMarshal.AsBytes(p.AsSpan()));
                BigFloat[] exact = SoftmaxReference.Of<float>(x.Select(bits => SixteenBitHosts.Widened(bits, element)).ToArray()).Softmax();
                for (int i = 0; i < length; i++)
                {
                    double unit = Math.ScaleB(1, element == ElementName.Half ? Math.Max(exact[i].Binade, -14) - 10 : Math.Max(exact[i].Binade, -126) - 7);
                    double error = Rounding.ToDouble(BigFloat.Abs((double)SixteenBitHosts.Widened(p[i], element) - exact[i])) / unit;
                    Assert.True(error <= bound, $"{element}, N = {length}, row {row}, element {i}: off by {error} ulp, not {bound}");
                }
            }
        }
    }

    /// <summary>TensorPrimitives.SoftMax adds up in 16 bits: its sum of equal terms stands still at 2048.</summary>
    [Fact]
    public void Many_equal_logits_share_the_probability()
    {
        Type host = SixteenBitHosts.Host(16384);
        Half[] p = new Half[16384];
        ByteInvocations.Of(host, MemberTable.All[0].ForSixteenBits().First(), ElementName.Half, typeof(Half))(
            MemoryMarshal.AsBytes<Half>(new Half[16384]), default, 1, 0, default, 0, MemoryMarshal.AsBytes(p.AsSpan()));

        Assert.All(p, static value => Assert.Equal((Half)(1.0 / 16384), value));
    }
}
