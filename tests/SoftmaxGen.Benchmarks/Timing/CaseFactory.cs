using System.Numerics;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Peers;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>Puts the emitted method and its peers on the same memory.</summary>
/// <param name="native">The C++ template, where there is a compiler.</param>
internal sealed class CaseFactory(NativePeer? native)
{
    private const int ElementsOfRows = 2048;

    public Case Create(IHost host, Member member) => host switch
    {
        IHost<float> single => Create(single, member, "float"),
        IHost<double> @double => Create(@double, member, "double"),
        _ => throw new ArgumentException("An element type without peers.", nameof(host)),
    };

    private Case Create<T>(IHost<T> host, Member member, string type)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = host.Length;
        int rows = member == Member.Rows ? Math.Max(2, ElementsOfRows / n) : 1;
        Buffers<T> buffers = new(n, rows, member == Member.Jacobian ? n * n : n * rows);
        Inputs.Fill(buffers, probabilities: member is Member.Vjp or Member.Jacobian);

        return new Case(
            new CaseKey(member, type, host.Accuracy, n),
            rows,
            On("SoftmaxGen", host.Batch(member)),
            [.. Peers(host, member).Select(peer => On(peer.Name, peer.Batch))]);

        Contender On(string name, Batch<T> batch) => new(name, calls => batch(buffers, calls));
    }

    private IEnumerable<(string Name, Batch<T> Batch)> Peers<T>(IHost<T> host, Member member)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const string Own = "TensorPrimitives.SoftMax", Composed = "TensorPrimitives stable", Scalar = "scalar C#";
        switch (member)
        {
            case Member.Softmax:
                yield return (Own, Repeat<T>.Work<TensorWork.Softmax<T>>);
                yield return (Composed, Repeat<T>.Work<TensorWork.Stable<T>>);
                yield return (Scalar, Repeat<T>.Work<ScalarWork.Softmax<T>>);
                break;
            case Member.Rows:
                yield return (Own, Repeat<T>.Work<TensorWork.Rows<T>>);
                yield return (Composed, Repeat<T>.Work<TensorWork.StableRows<T>>);
                break;
            case Member.LogSoftmax:
                yield return (Composed, Repeat<T>.Work<TensorWork.LogSoftmax<T>>);
                yield return (Scalar, Repeat<T>.Work<ScalarWork.LogSoftmax<T>>);
                break;
            case Member.LogSumExp:
                yield return (Composed, Repeat<T>.Work<TensorWork.LogSumExp<T>>);
                yield return (Scalar, Repeat<T>.Work<ScalarWork.LogSumExp<T>>);
                break;
            case Member.CrossEntropy:
                yield return (Composed, Repeat<T>.Work<TensorWork.CrossEntropy<T>>);
                break;
            case Member.Gradient:
                yield return (Composed, Repeat<T>.Work<TensorWork.Gradient<T>>);
                break;
            case Member.Vjp:
                yield return (Composed, Repeat<T>.Work<TensorWork.Vjp<T>>);
                yield return (Scalar, Repeat<T>.Work<ScalarWork.Vjp<T>>);
                break;
            case Member.Jacobian:
                yield return (Composed, Repeat<T>.Work<TensorWork.Jacobian<T>>);
                yield return (Scalar, Repeat<T>.Work<ScalarWork.Jacobian<T>>);
                break;
        }

        if (native?.TryFind<T>(member, host.Length) is { } compiled)
            yield return (NativePeer.Name, compiled);
        // What the further step costs beyond the softmax itself.
        if (member is not (Member.Softmax or Member.Rows or Member.Vjp or Member.Jacobian))
            yield return ("own Softmax", host.Batch(Member.Softmax));
    }
}
