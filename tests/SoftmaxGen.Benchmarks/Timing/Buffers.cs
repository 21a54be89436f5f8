using System.Numerics;
using System.Runtime.InteropServices;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>The memory of one case, which all contenders share.</summary>
/// <remarks>
/// Every operand starts at a cache line, and none at the same distance from a page as another:
/// else a store would seem to alias the next load, for some lengths and not for others. A short operand does not cross the end of a page,
/// which costs a store that does some twenty cycles.
/// </remarks>
internal sealed class Buffers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Page = 4096;
    private const int Stagger = 17 * 64;

    private readonly T[] memory;
    private int used;

    /// <param name="rowLength">The length of one row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="secondLength">The length of the second operand, 0 where there is none.</param>
    /// <param name="resultLength">The length of the result of one call.</param>
    public Buffers(int rowLength, int rows, int secondLength, int resultLength)
    {
        RowLength = rowLength;
        Rows = rows;
        int length = rowLength * rows;
        memory = GC.AllocateArray<T>(length + secondLength + resultLength + (4 * 2 * Page / Marshal.SizeOf<T>()), pinned: true);
        X = Take(length, 1);
        Second = Take(secondLength, 2);
        Destination = Take(resultLength, 3);
    }

    public int RowLength { get; }

    public int Rows { get; }

    public Memory<T> X { get; }

    public Memory<T> Second { get; }

    public Memory<T> Destination { get; }

    private unsafe Memory<T> Take(int length, int place)
    {
        nint start = Marshal.UnsafeAddrOfPinnedArrayElement(memory, used);
        nint aligned = ((start + Page - 1) / Page * Page) + (place * Stagger);
        int offset = used + (int)((aligned - start) / sizeof(T));
        used = offset + length;
        return memory.AsMemory(offset, length);
    }
}
