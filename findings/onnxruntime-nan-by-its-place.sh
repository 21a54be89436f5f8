#!/usr/bin/env bash
# ONNX Runtime 1.31.1, CPU: whether ReduceMax of floats sees a NaN depends on where it stands: first, it is the maximum; elsewhere, it is passed over,
# while ArgMax of the same row points to it. TopK of [1, NaN, 3, 2] is [1, NaN]: the two largest numbers are not in it. Softmax is NaN throughout.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML.OnnxRuntime 1.31.1'
compare "$(onnx_operator <<'CS'
Console.WriteLine($"ReduceMax of [1, NaN, 3]: {Run("ReduceMax", [1, float.NaN, 3])}, of [NaN, 1, 3]: {Run("ReduceMax", [float.NaN, 1, 3])}");
Console.WriteLine($"ArgMax of [1, NaN, 3]: {Run("ArgMax", [1, float.NaN, 3])}, of [NaN, 1, 3]: {Run("ArgMax", [float.NaN, 1, 3])}");
Console.WriteLine($"TopK of [1, NaN, 3, 2]: {Operator.Run("TopK", [Operator.Input("x", 1, float.NaN, 3, 2), Operator.Input("k", 2L)], results: 2)[0]}");
Console.WriteLine($"Softmax of [1, NaN, 3]: {Run("Softmax", [1, float.NaN, 3])}");

static string Run(string type, float[] x) => Operator.Run(type, [Operator.Input("x", x)])[0];
CS
)" 'ReduceMax of [1, NaN, 3]: 3, of [NaN, 1, 3]: NaN
ArgMax of [1, NaN, 3]: 1, of [NaN, 1, 3]: 0
TopK of [1, NaN, 3, 2]: 1 NaN
Softmax of [1, NaN, 3]: NaN NaN NaN'
