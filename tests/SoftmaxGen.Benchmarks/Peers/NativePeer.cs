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

    /// <summary>The arithmetic of the emitted code, written in vectors by hand.</summary>
    public const string ByHand = "C++ by hand";

    // In shorter rows the folds across lanes count, which gcc makes more of than they are.
    private const int ShortestByHand = 1000;

    private readonly delegate* unmanaged<byte*, int, int, delegate* unmanaged<void*, void*, void*, int, int, void>> find;

    private NativePeer(string library) =>
        find = (delegate* unmanaged<byte*, int, int, delegate* unmanaged<void*, void*, void*, int, int, void>>)NativeLibrary.GetExport(NativeLibrary.Load(library), "softmax_peer");

    /// <summary>Compiles and loads the peer, or says why it is missing.</summary>
    public static NativePeer? TryCreate(IProgress<string> progress)
    {
        progress.Report("compiling the C++ peer");
        int[] lengths = [.. AllHosts.List.Select(host => host.Length)];
        if (new NativeCompiler([("LENGTHS", lengths), ("JACOBIAN_LENGTHS", lengths.Where(n => n <= AllHosts.LongestJacobian)), ("LONG_LENGTHS", lengths.Where(n => n >= ShortestByHand))])
            .TryCompile() is { } library)
            return new NativePeer(library);
        Console.Error.WriteLine("The C++ peer is left out: it needs g++ with libmvec, which is not here or failed.");
        return null;
    }

    /// <summary>The loops around a member, for each way in which it is written in C++.</summary>
    public IEnumerable<(string Name, Batch<T> Batch)> For<T>(Member member, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Find<T>(NameOf(member), length) is { } loop)
            yield return (Name, loop);
        if (member == Member.Softmax && Find<T>("softmax by hand\0"u8, length) is { } byHand)
            yield return (ByHand, byHand);
    }

    private static ReadOnlySpan<byte> NameOf(Member member) => member switch
    {
        Member.Softmax or Member.Rows or Member.Batch or Member.ManyRows => "softmax\0"u8,
        Member.Vjp => "vjp\0"u8,
        Member.Jacobian => "jacobian\0"u8,
        _ => "\0"u8,
    };

    private Batch<T>? Find<T>(ReadOnlySpan<byte> name, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
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
