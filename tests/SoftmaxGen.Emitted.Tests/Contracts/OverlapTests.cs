using System.Numerics;
using System.Runtime.InteropServices;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Contracts;

public class SingleOverlapTests : OverlapTests<float>;

public class DoubleOverlapTests : OverlapTests<double>;

/// <summary>The result may take the place of an input or lie apart from it; anything between is an error before anything is written.</summary>
public abstract class OverlapTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, RepresentativeLengths]
    public void A_partial_overlap_with_the_input_is_an_error(int length) => ForEachMember(length, (host, member) =>
        ForEachPartialOverlap(member.InputLength(length), member.ResultLength(length), (memory, source, result, what) =>
            AssertThrows(host, member, memory, what, bytes =>
                member.Invoke(host, View(bytes, source, member.InputLength(length)), new T[member.VectorLength(length)], View(bytes, result, member.ResultLength(length))))));

    [Theory, RepresentativeLengths]
    public void A_partial_overlap_with_the_vector_is_an_error(int length) => ForEachMember(length, (host, member) =>
    {
        if (member.Vector == null)
            return;
        int input = member.VectorLength(length), output = member.ResultLength(length);
        ForEachPartialOverlap(input, output, (memory, source, result, what) =>
            AssertThrows(host, member, memory, what, bytes =>
                member.Invoke(host, new T[input], View(bytes, source, input), View(bytes, result, output))));
        if (!member.IsVectorReplaceable)
            AssertThrows(host, member, new byte[Math.Max(input, output) * Marshal.SizeOf<T>()], "the result starts where the vector does", bytes =>
                member.Invoke(host, new T[input], View(bytes, 0, input), View(bytes, 0, output)));
    });

    [Theory, RepresentativeLengths]
    public void Neighbours_do_not_overlap(int length) => ForEachMember(length, (host, member) =>
    {
        int input = member.InputLength(length), result = member.ResultLength(length);
        T[] x = Distribution.Normal5.Sample<T>(input, seed: 1), vector = new T[member.VectorLength(length)], expected = new T[result], buffer = new T[input + result];
        member.Invoke(host, x, vector, expected);

        // The result ends where the input begins. Its span goes on over the input: only the result counts.
        x.CopyTo(buffer, result);
        member.Invoke(host, buffer.AsSpan(result), vector, buffer);
        Assert.Equal(expected, buffer.AsSpan(0, result).ToArray());
        Assert.Equal(x, buffer.AsSpan(result).ToArray());

        // The input ends where the result begins.
        x.CopyTo(buffer, 0);
        member.Invoke(host, buffer.AsSpan(0, input), vector, buffer.AsSpan(input));
        Assert.Equal(expected, buffer.AsSpan(input).ToArray());
        Assert.Equal(x, buffer.AsSpan(0, input).ToArray());
    });

    private static void ForEachMember(int length, Action<EmittedHost<T>, Member<T>> check)
    {
        EmittedHost<T> host = EmittedCode.Host<T>(length);
        Assert.All(AllMembers.WithDestination<T>().Where(member => member.IsOn(host)), member => check(host, member));
    }

    /// <summary>By one byte, one element, half and all but one element, with the result before and after the input.</summary>
    private static void ForEachPartialOverlap(int input, int result, Action<byte[], int, int, string> check)
    {
        int size = Marshal.SizeOf<T>();
        var memory = new byte[(input + result) * size];
        foreach (int shift in new[] { 1, size, input * size / 2, (input - 1) * size }.Where(shift => shift > 0 && shift < input * size).Distinct())
            check(memory, 0, shift, $"the result starts {shift} bytes after the input");
        foreach (int shift in new[] { 1, size, result * size / 2, (result - 1) * size }.Where(shift => shift > 0 && shift < result * size).Distinct())
            check(memory, shift, 0, $"the result starts {shift} bytes before the input");
    }

    private static Span<T> View(byte[] memory, int offset, int length) => MemoryMarshal.Cast<byte, T>(memory.AsSpan(offset))[..length];

    private static void AssertThrows(EmittedHost<T> host, Member<T> member, byte[] memory, string what, Action<byte[]> call)
    {
        memory.AsSpan().Fill(0x3F);
        Exception? thrown = Record.Exception(() => call(memory));
        Assert.True(
            thrown?.GetType() == typeof(ArgumentException) && ((ArgumentException)thrown).ParamName == "destination",
            $"{host}, {member}: {what}: expected an ArgumentException for destination, got {thrown?.ToString() ?? "none"}");
        Assert.False(memory.AsSpan().ContainsAnyExcept((byte)0x3F), $"{host}, {member}: {what}: written to before the exception");
    }
}
