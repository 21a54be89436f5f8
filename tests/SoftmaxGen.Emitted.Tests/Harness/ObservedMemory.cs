using System.Buffers;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Memory that tells each time that somebody takes a span of it.</summary>
internal sealed class ObservedMemory<T>(T[] array, Action taken) : MemoryManager<T>
{
    public override Span<T> GetSpan()
    {
        taken();
        return array;
    }

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    public override void Unpin() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
    }
}
