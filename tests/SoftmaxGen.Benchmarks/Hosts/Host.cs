using System.Numerics;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>The emitted methods of one length, accuracy and element type.</summary>
internal interface IHost
{
    int Length { get; }

    SoftmaxAccuracy Accuracy { get; }
}

/// <summary>The same with the element type, for code that is not generic in the host.</summary>
internal interface IHost<T> : IHost
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A loop around one of the members, compiled for this host alone.</summary>
    Batch<T> Batch(Member member);
}

/// <inheritdoc/>
internal sealed class Host<THost, T>(int length, SoftmaxAccuracy accuracy) : IHost<T>
    where THost : struct, IEmitted<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Length => length;

    public SoftmaxAccuracy Accuracy => accuracy;

    public Batch<T> Batch(Member member) => member switch
    {
        Member.Softmax => Repeat<T>.Work<EmittedWork.Softmax<THost, T>>,
        Member.Rows or Member.ManyRows => Repeat<T>.Work<EmittedWork.Rows<THost, T>>,
        Member.LogSoftmax => Repeat<T>.Work<EmittedWork.LogSoftmax<THost, T>>,
        Member.LogSumExp => Repeat<T>.Work<EmittedWork.LogSumExp<THost, T>>,
        Member.CrossEntropy => Repeat<T>.Work<EmittedWork.CrossEntropy<THost, T>>,
        Member.Gradient => Repeat<T>.Work<EmittedWork.Gradient<THost, T>>,
        Member.Vjp => Repeat<T>.Work<EmittedWork.Vjp<THost, T>>,
        Member.Jacobian => Repeat<T>.Work<EmittedWork.Jacobian<THost, T>>,
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };
}
