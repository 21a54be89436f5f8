#!/usr/bin/env bash
# System.Numerics.Tensors 10.0.15 and 11.0.0: TensorPrimitives.Sigmoid of floats is 0 from -88.73 on, where e^-x is infinite, although e^x itself is
# a (denormal) number down to -103.9. The logarithm of it, a log-likelihood, is -infinity there instead of x.
. "$(dirname "$0")/common.sh"

for version in 10.0.15 11.0.0; do
  printf 'System.Numerics.Tensors %s\n' "$version"
  compare "$(csharp "System.Numerics.Tensors $version" <<'CS'
using System.Numerics.Tensors;
float[] x = [-80, -88, -89, -95, -100], sigmoid = new float[5], exp = new float[5];
TensorPrimitives.Sigmoid<float>(x, sigmoid);
for (int i = 0; i < x.Length; i++)
    Console.WriteLine($"x = {x[i]}: Sigmoid is 0: {sigmoid[i] == 0}, MathF.Exp is 0: {MathF.Exp(x[i]) == 0}, log of Sigmoid: {MathF.Log(sigmoid[i]):F0}");
CS
  )" 'x = -80: Sigmoid is 0: False, MathF.Exp is 0: False, log of Sigmoid: -80
x = -88: Sigmoid is 0: False, MathF.Exp is 0: False, log of Sigmoid: -88
x = -89: Sigmoid is 0: True, MathF.Exp is 0: False, log of Sigmoid: -Infinity
x = -95: Sigmoid is 0: True, MathF.Exp is 0: False, log of Sigmoid: -Infinity
x = -100: Sigmoid is 0: True, MathF.Exp is 0: False, log of Sigmoid: -Infinity'
done
