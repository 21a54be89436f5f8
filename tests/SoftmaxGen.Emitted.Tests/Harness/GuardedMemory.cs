using System.Runtime.InteropServices;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>
/// Memory between two pages that fault at the first access. A test that reads or writes one element too many ends the test process:
/// the log then names the test that was running.
/// </summary>
internal sealed unsafe class GuardedMemory : IDisposable
{
    private const int ProtNone = 0, ProtRead = 1, ProtWrite = 2;
    private const int MapPrivate = 2, MapAnonymous = 0x20;

    private readonly nint start;
    private readonly nuint size;
    private readonly nuint data;

    public GuardedMemory(int bytes)
    {
        nuint page = (nuint)Environment.SystemPageSize;
        data = ((nuint)bytes + page - 1) / page * page;
        size = data + (2 * page);
        start = MemoryMap(0, size, ProtNone, MapPrivate | MapAnonymous, -1, 0);
        if (start == -1)
            throw new InvalidOperationException($"mmap failed with error {Marshal.GetLastPInvokeError()}.");
        Protect(ProtRead | ProtWrite);
    }

    private byte* Data => (byte*)start + Environment.SystemPageSize;

    /// <summary>The span right after the first guarded page.</summary>
    public Span<T> AtStart<T>(int length)
        where T : unmanaged => new(Data, length);

    /// <summary>The span right before the last guarded page.</summary>
    public Span<T> AtEnd<T>(int length)
        where T : unmanaged => new(Data + data - ((nuint)length * (nuint)sizeof(T)), length);

    public void MakeReadOnly() => Protect(ProtRead);

    public void MakeWritable() => Protect(ProtRead | ProtWrite);

    public void Dispose() => _ = MemoryUnmap(start, size);

    private void Protect(int access)
    {
        if (MemoryProtect((nint)Data, data, access) != 0)
            throw new InvalidOperationException($"mprotect failed with error {Marshal.GetLastPInvokeError()}.");
    }

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint MemoryMap(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int MemoryProtect(nint address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int MemoryUnmap(nint address, nuint length);
}
