#!/usr/bin/env bash
# ONNX Runtime 1.31.1, CPU: whether ReduceMax of floats sees a NaN depends on where it stands: first, it is the maximum; elsewhere, it is passed over,
# while ArgMax of the same row points to it. TopK of [1, NaN, 3, 2] is [1, NaN]: the two largest numbers are not in it. Softmax is NaN throughout.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML.OnnxRuntime 1.31.1'
compare "$(csharp 'Microsoft.ML.OnnxRuntime 1.31.1' 'OnnxSharp 0.3.2' <<'CS'
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Onnx;

Console.WriteLine($"ReduceMax of [1, NaN, 3]: {Run("ReduceMax", [1, float.NaN, 3])}, of [NaN, 1, 3]: {Run("ReduceMax", [float.NaN, 1, 3])}");
Console.WriteLine($"ArgMax of [1, NaN, 3]: {Run("ArgMax", [1, float.NaN, 3])}, of [NaN, 1, 3]: {Run("ArgMax", [float.NaN, 1, 3])}");
Console.WriteLine($"TopK of [1, NaN, 3, 2]: {Run("TopK", [1, float.NaN, 3, 2], 2)}");
Console.WriteLine($"Softmax of [1, NaN, 3]: {Run("Softmax", [1, float.NaN, 3])}");

static string Run(string op, float[] x, long? k = null)
{
    NodeProto node = new() { OpType = op };
    GraphProto graph = new() { Name = op };
    List<NamedOnnxValue> inputs = [NamedOnnxValue.CreateFromTensor("x", new DenseTensor<float>(x, [x.Length]))];
    Input("x", 1);
    if (k is { } count)
    {
        Input("k", 7);
        inputs.Add(NamedOnnxValue.CreateFromTensor("k", new DenseTensor<long>(new[] { count }, [1])));
    }
    for (int i = 0; i < (k is null ? 1 : 2); i++)
    {
        node.Output.Add($"y{i}");
        graph.Output.Add(new ValueInfoProto { Name = $"y{i}" });
    }
    graph.Node.Add(node);
    ModelProto model = new() { IrVersion = 8, Graph = graph };
    model.OpsetImport.Add(new OperatorSetIdProto { Version = 13 });
    using InferenceSession session = new(model.ToByteArray());
    using var results = session.Run(inputs);
    return results[0].Value is Tensor<float> y ? string.Join(" ", y.ToArray()) : string.Join(" ", results[0].AsTensor<long>().ToArray());

    void Input(string name, int type)
    {
        node.Input.Add(name);
        TensorShapeProto shape = new();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = name });
        graph.Input.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = type, Shape = shape } } });
    }
}
CS
)" 'ReduceMax of [1, NaN, 3]: 3, of [NaN, 1, 3]: NaN
ArgMax of [1, NaN, 3]: 1, of [NaN, 1, 3]: 0
TopK of [1, NaN, 3, 2]: 1 NaN
Softmax of [1, NaN, 3]: NaN NaN NaN'
