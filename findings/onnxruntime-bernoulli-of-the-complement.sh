#!/usr/bin/env bash
# ONNX Runtime 1.31.1, CPU: Bernoulli draws 1 with probability 1 - p: for p = 0 always, for p = 1 never, for p = 0.1 nine times out of ten.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML.OnnxRuntime 1.31.1'
compare "$(onnx_operator <<'CS'
foreach (float p in (float[])[0, 0.1f, 0.5f, 1])
{
    string[] draws = Operator.Run("Bernoulli", [Operator.Input("p", Enumerable.Repeat(p, 10_000).ToArray())], [Operator.Attribute("seed", 1f)])[0].Split(' ');
    Console.WriteLine($"p = {p}: {Math.Round(draws.Count(draw => draw == "1") / 1000.0) / 10:F1} of the draws are 1");
}
CS
)" 'p = 0: 1.0 of the draws are 1
p = 0.1: 0.9 of the draws are 1
p = 0.5: 0.5 of the draws are 1
p = 1: 0.0 of the draws are 1'
