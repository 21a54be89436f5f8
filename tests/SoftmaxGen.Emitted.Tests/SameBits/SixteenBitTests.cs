using System.Runtime.InteropServices;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.SameBits;

/// <summary>A member for 16-bit elements is the one for floats of the same numbers, rounded once: of all members by their descriptions, so that none has tests of its own.</summary>
public class SixteenBitTests
{
    private static readonly MemberDescription[] Members =
        [.. MemberTable.All.Where(member => !member.IsParallel && (member.Flags & (MethodSet.Predictions | MethodSet.Sampling)) == 0 && (member.Flags & MethodSet.All & ~MethodSet.Jacobian) != 0)];

    public static TheoryData<string, int> Hosts
    {
        get
        {
            TheoryData<string, int> hosts = [];
            foreach (int length in SixteenBitHosts.Lengths)
            {
                hosts.Add(ElementName.Half, length);
                if (SixteenBitHosts.HasBFloat16(length))
                    hosts.Add(ElementName.BFloat16, length);
            }

            return hosts;
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Members_are_those_for_floats_rounded_once(string element, int length) => Compare(SixteenBitHosts.Host(length), element, length);

    [Fact]
    public void Members_of_Precise_are_too() => Compare(SixteenBitHosts.Host(10, SoftmaxAccuracy.Precise), ElementName.Half, 10);

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public void Members_without_vectors_are_too(int length) => Compare(SixteenBitHosts.ScalarHost(length), ElementName.Half, length);

    [Theory]
    [InlineData(ElementName.Half, 10)]
    [InlineData(ElementName.BFloat16, 10)]
    public void Threads_change_nothing(string element, int length)
    {
        Type host = SixteenBitHosts.Host(length);
        byte[] x = Inputs(new Random(length), element, 100_000 / length * length), one = new byte[x.Length], several = new byte[x.Length];
        MemberDescription softmaxRows = MemberTable.All.Single(member => member.Name == "SoftmaxRows" && member.Parameters.Count == 2).ForSixteenBits().First();
        ByteInvocations.Of(host, softmaxRows, element, SixteenBitHosts.ElementOf(host, element))(x, default, 1, 0, default, 0, one);

        if (element == ElementName.Half)
        {
            var parallel = host.GetMethod("SoftmaxRows", [typeof(ReadOnlyMemory<Half>), typeof(Memory<Half>), typeof(ParallelOptions)])!
                .CreateDelegate<Action<ReadOnlyMemory<Half>, Memory<Half>, ParallelOptions>>();
            Half[] result = new Half[x.Length / 2];
            parallel(MemoryMarshal.Cast<byte, Half>(x).ToArray(), result, new ParallelOptions { MaxDegreeOfParallelism = 4 });
            MemoryMarshal.AsBytes<Half>(result).CopyTo(several);
            Assert.Equal(one, several);
        }
        else
        {
            Assert.Contains(host.GetMethods(), method => method.Name == "SoftmaxRows" && method.GetParameters()[0].ParameterType.GenericTypeArguments.FirstOrDefault()?.Name == element && method.GetParameters().Length == 3);
        }
    }

    [Theory]
    [InlineData(ElementName.Half, 1, true)]
    [InlineData(ElementName.Half, 10, true)]
    [InlineData(ElementName.BFloat16, 10, true)]
    [InlineData(ElementName.Half, 129, true)]
    [InlineData(ElementName.Half, 9001, true)]
    [InlineData(ElementName.BFloat16, 20_001, true)]
    [InlineData(ElementName.Half, 10, false)]
    [InlineData(ElementName.Half, 9001, false)]
    public void Members_for_any_length_are_too(string element, int length, bool hasVectors) =>
        Compare(SixteenBitHosts.AnyLengthHost(hasVectors), element, length, static member => member.ForAnyLength());

    /// <summary>The losses of tiles are added: of a batch that has several, the sum is that of floats but for what each tile's is rounded by.</summary>
    [Theory]
    [InlineData("CrossEntropyWithGradientRows")]
    [InlineData("CrossEntropyWithGradientColumns")]
    public void Losses_of_targets_are_those_of_floats(string name)
    {
        const int Length = 10, Rows = 1000;
        bool hasColumns = name.EndsWith("Columns", StringComparison.Ordinal);
        Type[] more = hasColumns ? [typeof(int), typeof(Span<float>), typeof(bool)] : [typeof(Span<float>), typeof(bool)];
        System.Reflection.MethodInfo halves = SixteenBitHosts.Host(Length).GetMethod(name, [typeof(ReadOnlySpan<Half>), typeof(ReadOnlySpan<Half>), .. more])!;
        System.Reflection.MethodInfo singles = SixteenBitHosts.Host(Length).GetMethod(name, [typeof(ReadOnlySpan<float>), typeof(ReadOnlySpan<float>), .. more])!;
        Half[] x = [.. Enumerable.Range(0, Rows * Length).Select(static i => (Half)((i * 37 % 101) / 8f))], targets = [.. Enumerable.Repeat((Half)0.1f, x.Length)];
        float[] wide = [.. x.Select(static value => (float)value)], wideTargets = [.. targets.Select(static value => (float)value)], gradient = new float[x.Length], expected = new float[x.Length];
        foreach (bool sum in (bool[])[true, false])
        {
            float actual = hasColumns
                ? halves.CreateDelegate<ColumnsLoss<Half>>()(x, targets, Rows, gradient, sum)
                : halves.CreateDelegate<RowsLoss<Half>>()(x, targets, gradient, sum);
            float loss = hasColumns
                ? singles.CreateDelegate<ColumnsLoss<float>>()(wide, wideTargets, Rows, expected, sum)
                : singles.CreateDelegate<RowsLoss<float>>()(wide, wideTargets, expected, sum);
            Assert.Equal(expected, gradient);
            Assert.InRange(actual, loss * (1 - 2e-7f), loss * (1 + 2e-7f));
        }
    }

    private delegate float RowsLoss<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> targets, Span<float> destination, bool sum);

    private delegate float ColumnsLoss<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> targets, int columns, Span<float> destination, bool sum);

    private static void Compare(Type host, string element, int length) => Compare(host, element, length, static member => member);

    private static void Compare(Type host, string element, int length, Func<MemberDescription, MemberDescription> form)
    {
        Type type = SixteenBitHosts.ElementOf(host, element);
        int compared = 0;
        foreach (MemberDescription single in Members.Select(form).Where(member => (length < 1000 || member.Result != ResultShape.Matrix) && (!member.HasColumns || length <= MemberDescription.MaxColumnLength) && ByteInvocations.Find(host, member, typeof(float)) is not null))
        {
            foreach (MemberDescription member in single.ForSixteenBits())
            {
                // Several tiles and one that is not full.
                foreach (int count in single.IsBatch ? length > 1000 ? [1, 3] : new[] { 0, 1, 5, 4100 / length + 3 } : [1])
                {
                    Compare(host, element, type, single, member, length, count);
                    compared++;
                }
            }
        }

        Assert.True(compared > (length == 10 ? 150 : 15), $"{compared}");
    }

    private static void Compare(Type host, string element, Type type, MemberDescription single, MemberDescription member, int length, int count)
    {
        Random random = new((length * 100) + count);
        byte[] x = Inputs(random, element, length * count), vector = Inputs(random, element, length * count);
        if (single.Inputs.Any(static input => input.Name is "p" or "target" or "targets"))
            (single.Inputs.First().Name == "p" ? x : vector).AsSpan().Fill(0x2A);
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(length))];
        if (member.Has(ParameterKind.IgnoreIndex) && count > 2)
            labels[1] = -100;
        int results = member.Result switch { ResultShape.Number => 1, ResultShape.Numbers => count, ResultShape.Matrix => length * length, _ => length * count };
        bool isSingle = member.Parameters.All(static parameter => parameter.Kind != ParameterKind.Destination || parameter.IsFloat);

        float[] expected = new float[results];
        ByteInvocations.Of(host, single, "float", typeof(float), length)(
            MemoryMarshal.AsBytes<float>(Widened(x, element)), MemoryMarshal.AsBytes<float>(Widened(vector, element)), 0.75f, labels.FirstOrDefault(), labels, count, MemoryMarshal.AsBytes(expected.AsSpan()));

        // What is beyond the result stays.
        byte[] actual = new byte[(results + 3) * (isSingle ? 4 : 2)];
        actual.AsSpan().Fill(0x5A);
        ByteInvocation invocation = ByteInvocations.Of(host, member, element, type, length);
        invocation(x, vector, 0.75f, labels.FirstOrDefault(), labels, count, actual);
        Assert.All(actual.AsSpan(results * (isSingle ? 4 : 2)).ToArray(), static untouched => Assert.Equal(0x5A, untouched));
        string name = $"{host.Name}.{member.Signature(element, CodeForm.Vectors, qualified: false)}, {count} rows";
        if (isSingle)
        {
            AssertSame(expected, MemoryMarshal.Cast<byte, float>(actual).Slice(0, results), name);
            return;
        }

        ushort[] rounded = [.. expected.Select(number => SixteenBitHosts.Rounded(number, element))];
        AssertSame(rounded, MemoryMarshal.Cast<byte, ushort>(actual).Slice(0, results), name);
        if (!member.Inputs.First().IsApart)
        {
            byte[] inPlace = [.. x];
            invocation(inPlace, vector, 0.75f, labels.FirstOrDefault(), labels, count, inPlace);
            AssertSame(rounded, MemoryMarshal.Cast<byte, ushort>(inPlace), name + ", in place");
        }
    }

    private static void AssertSame<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string name)
        where T : unmanaged
    {
        int at = expected.CommonPrefixLength(actual);
        Assert.True(at == expected.Length, at == expected.Length ? "" : $"{name}: element {at} is {actual[at]}, not {expected[at]}");
    }

    // Ordinary numbers, and now and then special ones.
    private static byte[] Inputs(Random random, string element, int count)
    {
        ushort[] bits = new ushort[count];
        for (int i = 0; i < count; i++)
            bits[i] = SixteenBitHosts.Rounded((float)((random.NextDouble() * 24) - 12), element);
        for (int i = 100; i < count; i += 700)
            bits[i] = (ushort)random.Next(65536);
        return MemoryMarshal.AsBytes<ushort>(bits).ToArray();
    }

    private static float[] Widened(byte[] bytes, string element) => [.. MemoryMarshal.Cast<byte, ushort>(bytes).ToArray().Select(bits => SixteenBitHosts.Widened(bits, element))];
}
