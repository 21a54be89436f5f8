using System.Numerics;
using System.Runtime.InteropServices;

namespace SoftmaxGen.PathProbe;

/// <summary>64-bit FNV-1a over the bits of results, NaN taken as one value: its sign and payload may differ.</summary>
internal sealed class Hash
{
    public ulong Value { get; private set; } = 0xCBF29CE484222325;

    public void Add<T>(ReadOnlySpan<T> results)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (T result in results)
        {
            T canonical = T.IsNaN(result) ? T.NaN : result;
            foreach (byte b in MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in canonical)))
                Value = unchecked((Value ^ b) * 0x100000001B3);
        }
    }
}
