using System.Numerics;
using System.Runtime.CompilerServices;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>
/// The callers that a member may have. They differ in what the run-time knows when it compiles them: all but the first have a branch, and so
/// a profile, and are compiled again when they are hot.
/// </summary>
internal sealed class CallersVisitor<T> : IWorkVisitor<T, IReadOnlyList<(string Name, Call<T> Call)>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Compiled once, without a profile, as if TieredPGO were 0: what the others are compared with.</summary>
    public const string Direct = "direct";

    public static CallersVisitor<T> Instance { get; } = new();

    public IReadOnlyList<(string Name, Call<T> Call)> Visit<TWork>()
        where TWork : struct, IWork<T> =>
    [
        (Direct, Callers<TWork>.DirectCall),
        ("lambda", Callers<TWork>.Lambda),
        ("ordinary method", Callers<TWork>.Ordinary),
        ("generic method", SharedCaller<string>.Generic<TWork>),
    ];

    private static class Callers<TWork>
        where TWork : struct, IWork<T>
    {
        public static readonly Call<T> Lambda = (n, x, second, destination) =>
        {
            if (destination.IsEmpty)
                return;
            TWork.Once(n, x, second, destination);
        };

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void DirectCall(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            if (destination.IsEmpty)
                return;
            TWork.Once(n, x, second, destination);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Ordinary(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
        {
            if (destination.IsEmpty)
                return;
            TWork.Once(n, x, second, destination);
        }
    }

    /// <summary>Compiled once for all type arguments that are references.</summary>
    private static class SharedCaller<TReference>
        where TReference : class
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Generic<TWork>(int n, ReadOnlySpan<T> x, ReadOnlySpan<T> second, Span<T> destination)
            where TWork : struct, IWork<T>
        {
            if (destination.IsEmpty)
                return;
            TWork.Once(n, x, second, destination);
        }
    }
}
