using System.Numerics;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>Does something with the type that calls a member of a host, of which nothing else is known.</summary>
internal interface IWorkVisitor<T, TResult>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    TResult Visit<TWork>()
        where TWork : struct, IWork<T>;
}

/// <summary>One call; see <see cref="IWork{T}.Once"/>.</summary>
internal delegate void Call<T>(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination);

/// <summary>Makes a loop of it, which is inlined and optimised as a whole.</summary>
internal sealed class LoopVisitor<T> : IWorkVisitor<T, Batch<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static LoopVisitor<T> Instance { get; } = new();

    public Batch<T> Visit<TWork>()
        where TWork : struct, IWork<T> => Repeat<T>.Work<TWork>;
}

/// <summary>Makes a single call of it, which is compiled as a user's first call is.</summary>
internal sealed class CallVisitor<T> : IWorkVisitor<T, Call<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static CallVisitor<T> Instance { get; } = new();

    public Call<T> Visit<TWork>()
        where TWork : struct, IWork<T> => TWork.Once;
}
