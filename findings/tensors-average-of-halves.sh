#!/usr/bin/env bash
# System.Numerics.Tensors 10.0.15 and 11.0.0: TensorPrimitives.Average adds and divides in the type of the elements: the average of 70,000 Half of 1 is
# 0, as the length is infinity in that type, and that of 4,096 is 0.5, as the sum stops at 2,048. From 256 bytes on it throws.
. "$(dirname "$0")/common.sh"

run() {
  csharp "System.Numerics.Tensors $1" <<'CS'
using System.Numerics.Tensors;

Console.WriteLine(typeof(TensorPrimitives).Assembly.GetName().Version);
foreach (int length in (int[])[1000, 4096, 70_000])
{
    Half[] ones = new Half[length];
    Array.Fill(ones, (Half)1);
    Console.WriteLine($"average of {length} Half of 1: {TensorPrimitives.Average<Half>(ones)}");
}
try
{
    Console.WriteLine(TensorPrimitives.Average<byte>(new byte[300]));
}
catch (OverflowException)
{
    Console.WriteLine("average of 300 bytes of 0: OverflowException");
}
CS
}

compare "$(for version in 10.0.15 11.0.0; do run "$version"; done)" '10.0.0.15
average of 1000 Half of 1: 1
average of 4096 Half of 1: 0.5
average of 70000 Half of 1: 0
average of 300 bytes of 0: OverflowException
11.0.0.0
average of 1000 Half of 1: 1
average of 4096 Half of 1: 0.5
average of 70000 Half of 1: 0
average of 300 bytes of 0: OverflowException'
