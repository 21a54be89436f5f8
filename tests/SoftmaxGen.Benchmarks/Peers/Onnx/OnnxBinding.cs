using System.Numerics;
using Microsoft.ML.OnnxRuntime;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Peers.Onnx;

/// <summary>A session whose input and output are the memory of a case.</summary>
internal sealed class OnnxBinding
{
    private static readonly RunOptions Options = new();

    private readonly InferenceSession session;
    private readonly OrtIoBinding binding;

    private OnnxBinding(InferenceSession session, OrtIoBinding binding)
    {
        this.session = session;
        this.binding = binding;
    }

    public static OnnxBinding Create<T>(InferenceSession session, Buffers<T> buffers, bool isLogarithm)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long[] shape = [buffers.Rows, buffers.RowLength];
        OrtIoBinding binding = session.CreateIoBinding();
        binding.BindInput("x", OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, buffers.X, shape));
        binding.BindOutput("y", OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, buffers.Destination, shape));
        OnnxBinding result = new(session, binding);
        result.Run();
        Check(buffers, isLogarithm);
        return result;
    }

    public void Run() => session.RunWithBinding(Options, binding);

    // A peer that computed something else would be compared with in vain.
    private static void Check<T>(Buffers<T> buffers, bool isLogarithm)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T p in buffers.Destination.Span[..buffers.RowLength])
            sum += isLogarithm ? T.Exp(p) : p;
        if (!(T.Abs(sum - T.One) < T.CreateChecked(1e-3)))
            throw new InvalidOperationException($"ONNX Runtime did not compute a softmax of {buffers.RowLength} elements: its terms have the sum {sum}.");
    }
}
