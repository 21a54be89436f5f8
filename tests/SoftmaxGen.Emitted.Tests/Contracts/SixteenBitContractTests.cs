using System.Runtime.InteropServices;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Contracts;

/// <summary>What members for 16-bit elements do of their own: they convert, and check for overlap with destinations of another type.</summary>
public class SixteenBitContractTests
{
    private static readonly MemberDescription[] SoftmaxForms = [.. Form("Softmax"), .. Form("SoftmaxRows")];

    [Fact]
    public void No_member_allocates()
    {
        foreach (int length in SixteenBitHosts.Lengths)
        {
            Type host = SixteenBitHosts.Host(length);
            byte[] x = new byte[2 * length], destination = new byte[4 * length];
            foreach (MemberDescription member in SoftmaxForms)
            {
                ByteInvocation invocation = ByteInvocations.Of(host, member, ElementName.Half, typeof(Half));
                invocation(x, default, 1, 0, default, 0, destination); // compiling it allocates
                long before = GC.GetAllocatedBytesForCurrentThread();
                invocation(x, default, 1, 0, default, 0, destination);
                Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }
    }

    /// <summary>What is left of the last vector is not read or written as a whole one.</summary>
    [LinuxTheory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(33)]
    [InlineData(1000)]
    public void Nothing_beside_the_rows_is_touched(int length)
    {
        const int Rows = 3;
        Type host = SixteenBitHosts.Host(length);
        foreach (MemberDescription member in SoftmaxForms)
        {
            ByteInvocation invocation = ByteInvocations.Of(host, member, ElementName.Half, typeof(Half));
            int elements = member.HasRows ? Rows * length : length, bytes = elements * (member.IsInDestination ? 4 : 2);
            using GuardedMemory input = new(2 * elements), output = new(bytes);
            input.MakeReadOnly();
            invocation(input.AtEnd<byte>(2 * elements), default, 1, 0, default, 0, output.AtEnd<byte>(bytes));
            invocation(input.AtStart<byte>(2 * elements), default, 1, 0, default, 0, output.AtStart<byte>(bytes));
            Assert.DoesNotContain((byte)0xFF, output.AtStart<byte>(bytes).ToArray());
        }
    }

    [Fact]
    public void Arguments_are_checked_before_anything_is_written()
    {
        const int Length = 10;
        foreach (MemberDescription member in SoftmaxForms)
        {
            ByteInvocation invocation = ByteInvocations.Of(SixteenBitHosts.Host(Length), member, ElementName.Half, typeof(Half));
            int size = member.IsInDestination ? 4 : 2;
            byte[] memory = new byte[400];
            memory.AsSpan().Fill(0x11);

            Assert.Equal("x", Thrown(0, Length - 1, 100, Length));
            Assert.Equal("destination", Thrown(0, Length, 100, Length - 1));

            // At every distance; a destination of floats may not even start where the input does.
            for (int start = 60; start <= 140; start += 2)
            {
                if (start < 100 + (2 * Length) && start + (size * Length) > 100 && (size == 4 || start != 100))
                    Assert.Equal("destination", Thrown(100, Length, start, Length));
            }

            string? Thrown(int x, int length, int destination, int resultLength)
            {
                byte[] before = [.. memory];
                ArgumentException? exception = null;
                try
                {
                    invocation(memory.AsSpan(x, 2 * length), default, 1, 0, default, 0, memory.AsSpan(destination, size * resultLength));
                }
                catch (ArgumentException caught)
                {
                    exception = caught;
                }

                Assert.Equal(before, memory);
                return exception?.ParamName;
            }
        }
    }

    /// <summary>Behind the result the destination may be what the input is.</summary>
    [Fact]
    public void What_is_beyond_the_result_may_overlap()
    {
        const int Length = 10;
        foreach (MemberDescription member in SoftmaxForms)
        {
            byte[] memory = new byte[100];
            int size = member.IsInDestination ? 4 : 2;
            ByteInvocations.Of(SixteenBitHosts.Host(Length), member, ElementName.Half, typeof(Half))(memory.AsSpan(size * Length, 2 * Length), default, 1, 0, default, 0, memory);
            Assert.Equal((Half)0.1, size == 2 ? MemoryMarshal.Read<Half>(memory) : (Half)MemoryMarshal.Read<float>(memory));
        }
    }

    private static IEnumerable<MemberDescription> Form(string name) =>
        MemberTable.All.First(member => member.Name == name && member.Parameters.Count == 2 && member.Flags.HasFlag(MethodSet.Softmax)).ForSixteenBits();
}
