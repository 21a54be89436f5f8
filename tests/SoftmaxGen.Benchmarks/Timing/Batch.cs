using System.Numerics;
using System.Runtime.CompilerServices;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>Repeats a computation on the same memory, often enough for a clock to see it.</summary>
internal delegate void Batch<T>(Buffers<T> buffers, int calls)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>One call of what is timed.</summary>
internal interface IWork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <param name="n">The length of one row.</param>
    /// <param name="x">The row, or all rows.</param>
    /// <param name="second">A second operand as long as the first.</param>
    /// <param name="destination">As long as the result.</param>
    static abstract void Once(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination);
}

/// <summary>
/// The loop, the same code around every contender: it is specialised for the struct, so that nothing is called indirectly. It is an
/// ordinary method that gets hot, compiled with the run-time's settings as they are and, having a branch, with a profile.
/// </summary>
internal static class Repeat<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Work<TWork>(Buffers<T> buffers, int calls)
        where TWork : struct, IWork<T>
    {
        int n = buffers.RowLength;
        ReadOnlySpan<T> x = buffers.X.Span;
        ReadOnlySpan<T> second = buffers.Second.Span;
        Span<T> destination = buffers.Destination.Span;
        for (int call = 0; call < calls; call++)
        {
            // As if rows that start so were padding; none is.
            if (T.IsNegativeInfinity(x[0]))
                continue;
            TWork.Once(n, x, second, destination);
        }
    }
}
