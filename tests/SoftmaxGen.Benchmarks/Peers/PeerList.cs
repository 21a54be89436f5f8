using System.Numerics;
using SoftmaxGen.Benchmarks.Peers.Onnx;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Peers;

/// <summary>What each member is compared with, in time and in accuracy.</summary>
/// <param name="native">The C++ template, where there is a compiler.</param>
/// <param name="onnx">ONNX Runtime, where there is its library.</param>
internal sealed class PeerList(NativePeer? native, OnnxPeer? onnx)
{
    /// <summary>The library's own method for it.</summary>
    public const string Tensor = "TensorPrimitives.SoftMax";

    /// <summary>The library's other methods, composed to the stable formula.</summary>
    public const string Composed = "TensorPrimitives stable";

    public const string Scalar = "scalar C#";

    public IEnumerable<(string Name, Batch<T> Batch)> For<T>(Member member, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IEnumerable<(string, Batch<T>)> managed = member switch
        {
            Member.Softmax =>
            [
                (Tensor, Repeat<T>.Work<TensorWork.Softmax<T>>),
                (Composed, Repeat<T>.Work<TensorWork.Stable<T>>),
                (Scalar, Repeat<T>.Work<ScalarWork.Softmax<T>>),
            ],
            Member.Rows or Member.Batch or Member.ManyRows =>
            [
                (Tensor, Repeat<T>.Work<TensorWork.Rows<T>>),
                (Composed, Repeat<T>.Work<TensorWork.StableRows<T>>),
            ],
            Member.LogSoftmax =>
            [
                (Composed, Repeat<T>.Work<TensorWork.LogSoftmax<T>>),
                (Scalar, Repeat<T>.Work<ScalarWork.LogSoftmax<T>>),
            ],
            Member.LogSumExp =>
            [
                (Composed, Repeat<T>.Work<TensorWork.LogSumExp<T>>),
                (Scalar, Repeat<T>.Work<ScalarWork.LogSumExp<T>>),
            ],
            Member.CrossEntropy =>
            [
                (Composed, Repeat<T>.Work<TensorWork.CrossEntropy<T>>),
                (Scalar, Repeat<T>.Work<ScalarWork.CrossEntropy<T>>),
            ],
            Member.Gradient => [(Composed, Repeat<T>.Work<TensorWork.Gradient<T>>)],
            Member.Vjp =>
            [
                (Composed, Repeat<T>.Work<TensorWork.Vjp<T>>),
                (Scalar, Repeat<T>.Work<ScalarWork.Vjp<T>>),
            ],
            Member.Jacobian =>
            [
                (Composed, Repeat<T>.Work<TensorWork.Jacobian<T>>),
                (Scalar, Repeat<T>.Work<ScalarWork.Jacobian<T>>),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(member)),
        };
        return [.. managed, .. native?.For<T>(member, length) ?? [], .. onnx?.For<T>(member) ?? []];
    }
}
