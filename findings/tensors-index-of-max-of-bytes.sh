#!/usr/bin/env bash
# System.Numerics.Tensors 10.0.15: TensorPrimitives.IndexOfMax returns an int, but counts in integers as wide as the elements: the index of a byte is
# wrong by a multiple of 256 from the 257th element on, that of a short by a multiple of 65,536. A quantized model often has bytes as scores and a
# thousand classes. 11.0.0 is correct.
. "$(dirname "$0")/common.sh"

run() {
  csharp "System.Numerics.Tensors $1" <<'CS'
using System.Numerics.Tensors;

byte[] scores = new byte[1000];
sbyte[] signed = new sbyte[1000];
short[] shorts = new short[100_000];
scores[577] = 9;
signed[577] = 9;
shorts[70_000] = 9;
Console.WriteLine($"{typeof(TensorPrimitives).Assembly.GetName().Version}: the largest byte is at {Array.IndexOf(scores, scores.Max())}, IndexOfMax says {TensorPrimitives.IndexOfMax<byte>(scores)}, of sbytes {TensorPrimitives.IndexOfMax<sbyte>(signed)}");
Console.WriteLine($"the largest short is at 70000, IndexOfMax says {TensorPrimitives.IndexOfMax<short>(shorts)}");
CS
}

compare "$(for version in 10.0.15 11.0.0; do run "$version"; done)" '10.0.0.15: the largest byte is at 577, IndexOfMax says 65, of sbytes 65
the largest short is at 70000, IndexOfMax says 4464
11.0.0.0: the largest byte is at 577, IndexOfMax says 577, of sbytes 577
the largest short is at 70000, IndexOfMax says 70000'
