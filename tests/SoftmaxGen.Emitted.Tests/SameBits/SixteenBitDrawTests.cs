using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.SameBits;

/// <summary>What is drawn from rows and columns of halves, and what is largest in them, is that of the same numbers as floats.</summary>
public class SixteenBitDrawTests
{
    [Theory]
    [InlineData(10, false, true)]
    [InlineData(1, true, true)]
    [InlineData(10, true, true)]
    [InlineData(129, true, true)]
    [InlineData(9001, true, true)]
    [InlineData(20_001, true, true)]
    [InlineData(10, false, false)]
    [InlineData(10, true, false)]
    [InlineData(9001, true, false)]
    public void Members_are_those_for_floats(int length, bool isOfAnyLength, bool hasVectors)
    {
        Type host = isOfAnyLength ? SixteenBitHosts.AnyLengthHost(hasVectors) : hasVectors ? SixteenBitHosts.Host(length) : SixteenBitHosts.ScalarHost(length);
        int compared = 0;
        foreach (MemberDescription single in DrawInvocations.Members.Where(member => !member.HasColumns || length <= MemberDescription.MaxColumnLength).Select(member => isOfAnyLength ? member.ForAnyLength() : member))
        {
            foreach (MemberDescription member in single.ForSixteenBits())
            {
                foreach (int count in single.IsBatch ? new[] { 1, 5, (4100 / length) + 3 } : [1])
                {
                    if (hasVectors)
                        Compare<Half>(host, single, member, length, count, static x => (Half)x, static x => (float)x);
                    else
                        CompareOf(SixteenBitHosts.ElementOf(host, ElementName.Half), host, single, member, length, count);
                    compared++;
                }
            }
        }

        Assert.True(compared > 20, $"{compared}");
    }

    [Fact]
    public void A_result_may_share_no_memory_with_uniform_numbers()
    {
        Half[] x = new Half[10], destination = new Half[10];
        float[] uniforms = new float[10];
        Type host = SixteenBitHosts.Host(10);
        var relaxed = host.GetMethod("GumbelSoftmax", [typeof(ReadOnlySpan<Half>), typeof(float), typeof(ReadOnlySpan<float>), typeof(Span<float>)])!.CreateDelegate<Relaxed>();
        Assert.Equal("destination", Assert.Throws<ArgumentException>(() => relaxed(x, 1, uniforms, uniforms)).ParamName);
        Assert.Equal(new float[10], uniforms);

        var argMax = host.GetMethod("ArgMaxRows", [typeof(ReadOnlySpan<Half>), typeof(Span<float>), typeof(Span<int>), typeof(Span<float>)])!.CreateDelegate<ArgMaxOfHalves>();
        Assert.Equal("margins", Assert.Throws<ArgumentException>(() => argMax(x, uniforms, new int[1], uniforms)).ParamName);
    }

    private delegate void Relaxed(ReadOnlySpan<Half> x, float temperature, ReadOnlySpan<float> uniforms, Span<float> destination);

    private delegate void ArgMaxOfHalves(ReadOnlySpan<Half> x, Span<float> destination, Span<int> indices, Span<float> margins);

    // A type of two bytes that the assembly of the host has.
    private static void CompareOf(Type element, Type host, MemberDescription single, MemberDescription member, int length, int count) =>
        typeof(SixteenBitDrawTests).GetMethod(nameof(CompareBits), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(element).Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [host, single, member, length, count], null);

    private static void CompareBits<TElement>(Type host, MemberDescription single, MemberDescription member, int length, int count)
        where TElement : unmanaged =>
        Compare(host, single, member, length, count, static x => System.Runtime.CompilerServices.Unsafe.BitCast<Half, TElement>((Half)x), static x => (float)System.Runtime.CompilerServices.Unsafe.BitCast<TElement, Half>(x));

    private static void Compare<TElement>(Type host, MemberDescription single, MemberDescription member, int length, int count, Func<float, TElement> round, Func<TElement, float> widen)
        where TElement : unmanaged
    {
        Random random = new(length + count);
        TElement[] x = [.. Enumerable.Range(0, length * count).Select(_ => round((random.NextSingle() * 24) - 12))];
        float[] uniforms = [.. Enumerable.Range(0, single.Inputs.Count() > 1 ? x.Length : count).Select(_ => random.NextSingle())];
        Results<TElement> expected = new(x.Length), actual = new(x.Length);
        DrawInvocations.Of<float, float>(host, single, CodeForm.Spans, length, count)([.. x.Select(widen)], uniforms, 0.75f, expected.Numbers, [], expected.Indices, expected.Margins);
        DrawInvocations.Of<TElement, float>(host, member, CodeForm.Spans, length, count)(x, uniforms, 0.75f, actual.Numbers, actual.Rounded, actual.Indices, actual.Margins);

        string name = $"{member.Signature(ElementName.Half, CodeForm.Spans, qualified: false)} of {length}, {count} rows";
        Assert.True(expected.Indices.AsSpan().SequenceEqual(actual.Indices), name);
        Assert.True(expected.Margins.AsSpan().SequenceEqual(actual.Margins), name);
        if (member.IsRounded)
            Assert.True(expected.Numbers.Select(number => widen(round(number))).SequenceEqual(actual.Rounded.Select(widen)), name);
        else
            Assert.True(expected.Numbers.AsSpan().SequenceEqual(actual.Numbers), name);
    }

    private sealed class Results<TElement>(int count)
    {
        public float[] Numbers { get; } = new float[count];

        public TElement[] Rounded { get; } = new TElement[count];

        public float[] Margins { get; } = new float[count];

        public int[] Indices { get; } = new int[count];
    }
}
