#!/usr/bin/env bash
# ONNX Runtime 1.31.1, CPU: Sigmoid of floats is a rational approximation with an absolute error. It is half as large as it should be at -16, twice as large at -17, and exactly 0 from -18
# on, where the sigmoid is 1.5e-8 and a float goes down to 1e-45: a two-class softmax written as a sigmoid has log-probability -infinity there.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML.OnnxRuntime 1.31.1'
compare "$(csharp 'Microsoft.ML.OnnxRuntime 1.31.1' 'OnnxSharp 0.3.2' <<'CS'
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Onnx;

TensorShapeProto shape = new();
shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "n" });
TypeProto floats = new() { TensorType = new TypeProto.Types.Tensor { ElemType = 1, Shape = shape } };
NodeProto node = new() { OpType = "Sigmoid" };
node.Input.Add("x");
node.Output.Add("y");
GraphProto graph = new() { Name = "sigmoid" };
graph.Node.Add(node);
graph.Input.Add(new ValueInfoProto { Name = "x", Type = floats });
graph.Output.Add(new ValueInfoProto { Name = "y" });
ModelProto model = new() { IrVersion = 8, Graph = graph };
model.OpsetImport.Add(new OperatorSetIdProto { Version = 13 });

float[] x = [-10, -16, -17, -18, -50];
using InferenceSession session = new(model.ToByteArray());
using var results = session.Run([NamedOnnxValue.CreateFromTensor("x", new DenseTensor<float>(x, [5]))]);
float[] y = results[0].AsTensor<float>().ToArray();
for (int i = 0; i < x.Length; i++)
{
    double exact = 1 / (1 + Math.Exp(-(double)x[i]));
    Console.WriteLine($"sigmoid({x[i]}): {(y[i] == 0 ? "0" : $"{y[i] / exact:F1} times")} of {exact:E1}");
}
CS
)" 'sigmoid(-10): 1.0 times of 4.5E-005
sigmoid(-16): 0.5 times of 1.1E-007
sigmoid(-17): 2.2 times of 4.1E-008
sigmoid(-18): 0 of 1.5E-008
sigmoid(-50): 0 of 1.9E-022'
