using System.Numerics;
using System.Runtime.InteropServices;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Contracts;

public class SingleMemoryTests : MemoryTests<float>;

public class DoubleMemoryTests : MemoryTests<double>;

/// <summary>Where the spans lie makes no difference to the result, and nothing beside them is touched.</summary>
public abstract class MemoryTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A value no member computes.
    private static readonly T Canary = T.CreateChecked(-12345.5);

    [Theory, CombinatorialCases]
    public void The_result_may_replace_an_input(SoftmaxAccuracy accuracy) => ForEachMember(accuracy, (member, host, x, vector) =>
    {
        T[] expected = Result(member, host, x, vector);
        T[] buffer = new T[Math.Max(x.Length, expected.Length)];

        if (member.IsInputReplaceable)
        {
            x.CopyTo(buffer, 0);
            member.Invoke(host, buffer.AsSpan(0, x.Length), vector, buffer);
            AssertSameBits(member, host, expected, buffer.AsSpan(0, expected.Length), "in place");
        }

        if (member.IsVectorReplaceable)
        {
            vector.CopyTo(buffer, 0);
            member.Invoke(host, x, buffer, buffer);
            AssertSameBits(member, host, expected, buffer.AsSpan(0, expected.Length), $"in place of {member.Vector}");

            expected = Result(member, host, x, x);
            x.CopyTo(buffer, 0);
            member.Invoke(host, buffer, buffer, buffer);
            AssertSameBits(member, host, expected, buffer.AsSpan(0, expected.Length), "in place of both inputs");
        }
    });

    [Theory, CombinatorialCases]
    public void Nothing_beside_the_result_is_written(SoftmaxAccuracy accuracy) => ForEachMember(accuracy, (member, host, x, vector) =>
    {
        const int Margin = 20;
        T[] expected = Result(member, host, x, vector), originalX = [.. x], originalVector = [.. vector];
        T[] buffer = new T[Margin + expected.Length + Margin];
        Array.Fill(buffer, Canary);
        member.Invoke(host, x, vector, buffer.AsSpan(Margin)); // longer than the result

        AssertSameBits(member, host, expected, buffer.AsSpan(Margin, expected.Length), "into a longer destination");
        Assert.Equal(Margin, buffer.AsSpan().IndexOfAnyExcept(Canary));
        Assert.Equal(Margin + expected.Length - 1, buffer.AsSpan().LastIndexOfAnyExcept(Canary));
        Assert.Equal(originalX, x);
        Assert.Equal(originalVector, vector);
    });

    [Theory, CombinatorialCases]
    public void The_alignment_of_the_spans_does_not_matter(SoftmaxAccuracy accuracy) => ForEachMember(accuracy, (member, host, x, vector) =>
    {
        T[] expected = Result(member, host, x, vector);
        int size = Marshal.SizeOf<T>();
        var input = new byte[(x.Length * size) + 64];
        var second = new byte[(vector.Length * size) + 64];
        var output = new byte[(expected.Length * size) + 64];

        // Odd offsets split elements; each of the three spans goes through all positions relative to a vector.
        for (int offset = 0; offset < 64; offset += 5)
        {
            Span<T> shiftedX = At(input, offset, x.Length), shiftedVector = At(second, (offset * 3) % 64, vector.Length);
            Span<T> destination = At(output, (offset * 7) % 64, expected.Length);
            x.CopyTo(shiftedX);
            vector.CopyTo(shiftedVector);
            member.Invoke(host, shiftedX, shiftedVector, destination);
            AssertSameBits(member, host, expected, destination, $"at byte offset {offset}");
        }
    });

    [LinuxTheory, CombinatorialCases]
    public void Nothing_beside_the_spans_is_read_or_written(SoftmaxAccuracy accuracy)
    {
        int most = EmittedCode.Lengths(SoftmaxAccuracy.Default).Max() * AllMembers.Rows * Marshal.SizeOf<T>();
        using var input = new GuardedMemory(most);
        using var second = new GuardedMemory(most);
        using var output = new GuardedMemory(most * 2); // a Jacobian of LargestJacobian^2 elements fits too

        ForEachMember(accuracy, (member, host, x, vector) =>
        {
            T[] expected = Result(member, host, x, vector);
            foreach (bool atEnd in new[] { true, false })
            {
                Span<T> guardedX = atEnd ? input.AtEnd<T>(x.Length) : input.AtStart<T>(x.Length);
                Span<T> guardedVector = atEnd ? second.AtEnd<T>(vector.Length) : second.AtStart<T>(vector.Length);
                Span<T> destination = atEnd ? output.AtEnd<T>(expected.Length) : output.AtStart<T>(expected.Length);
                x.CopyTo(guardedX);
                vector.CopyTo(guardedVector);

                input.MakeReadOnly();
                second.MakeReadOnly();
                member.Invoke(host, guardedX, guardedVector, destination);
                input.MakeWritable();
                second.MakeWritable();
                AssertSameBits(member, host, expected, destination, atEnd ? "before a guarded page" : "after a guarded page");
            }
        });
    }

    private static void ForEachMember(SoftmaxAccuracy accuracy, Action<Member<T>, EmittedHost<T>, T[], T[]> check)
    {
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (Member<T> member in AllMembers.WithDestination<T>().Where(member => member.IsOn(host)))
            {
                T[] x = Distribution.Normal5.Sample<T>(member.InputLength(length), seed: length);
                check(member, host, x, Distribution.Normal1.Sample<T>(member.VectorLength(length), seed: -length));
            }
        }
    }

    private static T[] Result(Member<T> member, EmittedHost<T> host, T[] x, T[] vector)
    {
        var result = new T[member.ResultLength(host.Length)];
        member.Invoke(host, x, vector, result);
        return result;
    }

    private static Span<T> At(byte[] memory, int offset, int length) => MemoryMarshal.Cast<byte, T>(memory.AsSpan(offset))[..length];

    private static void AssertSameBits(Member<T> member, EmittedHost<T> host, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string where)
    {
        if (!MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)))
            Assert.Fail($"{host}, {member}: another result {where}, from element {expected.CommonPrefixLength(actual)} on.");
    }
}
