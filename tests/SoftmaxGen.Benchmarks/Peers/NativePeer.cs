using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Peers;

/// <summary>The loops of the compiled C++ template; they time themselves, so to speak: one transition from .NET for a whole batch.</summary>
internal sealed unsafe class NativePeer
{
    public const string Name = "C++";

    private readonly delegate* unmanaged<byte*, int, int, delegate* unmanaged<void*, void*, void*, int, int, void>> find;

    private NativePeer(string library) =>
        find = (delegate* unmanaged<byte*, int, int, delegate* unmanaged<void*, void*, void*, int, int, void>>)NativeLibrary.GetExport(NativeLibrary.Load(library), "softmax_peer");

    /// <summary>Compiles and loads the peer, or says why it is missing.</summary>
    public static NativePeer? TryCreate(IProgress<string> progress)
    {
        progress.Report("compiling the C++ peer");
        int[] lengths = [.. AllHosts.List.Select(host => host.Length)];
        if (new NativeCompiler(lengths, lengths.Where(n => n <= AllHosts.LongestJacobian)).TryCompile() is { } library)
            return new NativePeer(library);
        Console.Error.WriteLine("The C++ peer is left out: it needs g++ with libmvec, which is not here or failed.");
        return null;
    }

    /// <summary>The loop around a member; null where the template has none.</summary>
    public Batch<T>? TryFind<T>(Member member, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<byte> name = member switch
        {
            Member.Softmax or Member.Rows or Member.ManyRows => "softmax\0"u8,
            Member.Vjp => "vjp\0"u8,
            Member.Jacobian => "jacobian\0"u8,
            _ => "\0"u8,
        };

        delegate* unmanaged<void*, void*, void*, int, int, void> loop;
        fixed (byte* pointer = name)
            loop = find(pointer, sizeof(T), length);
        return loop is null ? null : (buffers, calls) => Call(loop, buffers, calls);
    }

    // The buffers are pinned for good.
    private static void Call<T>(delegate* unmanaged<void*, void*, void*, int, int, void> loop, Buffers<T> buffers, int calls)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        loop(Address(buffers.X), Address(buffers.Second), Address(buffers.Destination), buffers.Rows, calls);

    private static void* Address<T>(Memory<T> memory) => Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory.Span));
}
