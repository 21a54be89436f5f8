#!/usr/bin/env bash
# System.Numerics.Tensors 10.0.15 and 11.0.0: Tensor.SoftMax of a matrix is one softmax over all of its elements. NumPy's, PyTorch's and ONNX's
# users expect one for each row; every row here adds up to a half.
. "$(dirname "$0")/common.sh"

for version in 10.0.15 11.0.0; do
  printf 'System.Numerics.Tensors %s\n' "$version"
  compare "$(csharp "System.Numerics.Tensors $version" <<'CS'
using System.Numerics.Tensors;
Tensor<float> rows = Tensor.Create<float>([1, 2, 3, 1, 2, 3], [2, 3]);
float[] p = new float[6];
Tensor.SoftMax<float>(rows).FlattenTo(p);
for (int row = 0; row < 2; row++)
    Console.WriteLine($"row {row}: {p[3 * row]:F4} {p[3 * row + 1]:F4} {p[3 * row + 2]:F4}, sum {p.Skip(3 * row).Take(3).Sum():F4}");
CS
  )" 'row 0: 0.0450 0.1224 0.3326, sum 0.5000
row 1: 0.0450 0.1224 0.3326, sum 0.5000'
done
