using System.Numerics;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>The emitted methods of one length, accuracy and element type.</summary>
internal interface IHost
{
    int Length { get; }

    SoftmaxAccuracy Accuracy { get; }

    /// <summary>The type with the attribute.</summary>
    Type Type { get; }
}

/// <summary>The same with the element type, for code that is not generic in the host.</summary>
internal interface IHost<T> : IHost
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Gives a visitor the type that calls one of the members of this host.</summary>
    TResult Accept<TResult>(Member member, IWorkVisitor<T, TResult> visitor);

    /// <summary>A loop around one of the members, compiled for this host alone.</summary>
    Batch<T> Batch(Member member) => Accept(member, LoopVisitor<T>.Instance);

    /// <summary>One call of one of the members, from each kind of caller.</summary>
    IReadOnlyList<(string Name, Call<T> Call)> Callers(Member member) => Accept(member, CallersVisitor<T>.Instance);

    /// <summary>One call of one of the members.</summary>
    Call<T> Call(Member member) => Accept(member, CallVisitor<T>.Instance);
}

/// <inheritdoc/>
internal sealed class Host<THost, T>(int length, SoftmaxAccuracy accuracy) : IHost<T>
    where THost : struct, IEmitted<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Length => length;

    public SoftmaxAccuracy Accuracy => accuracy;

    public Type Type => typeof(THost);

    public TResult Accept<TResult>(Member member, IWorkVisitor<T, TResult> visitor) => member switch
    {
        Member.Softmax => visitor.Visit<EmittedWork.Softmax<THost, T>>(),
        Member.Rows or Member.Batch or Member.ManyRows => visitor.Visit<EmittedWork.Rows<THost, T>>(),
        Member.LogSoftmax => visitor.Visit<EmittedWork.LogSoftmax<THost, T>>(),
        Member.LogSumExp => visitor.Visit<EmittedWork.LogSumExp<THost, T>>(),
        Member.CrossEntropy => visitor.Visit<EmittedWork.CrossEntropy<THost, T>>(),
        Member.Gradient => visitor.Visit<EmittedWork.Gradient<THost, T>>(),
        Member.Vjp => visitor.Visit<EmittedWork.Vjp<THost, T>>(),
        Member.Jacobian => visitor.Visit<EmittedWork.Jacobian<THost, T>>(),
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };
}
