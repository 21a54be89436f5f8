#!/usr/bin/env bash
# ONNX Runtime 1.31.1, CPU: Multinomial draws a class that does not exist, number 2 of two, from a row that is masked throughout by -infinity. A NaN among the logits is taken
# for a mask: its class is never drawn, and the others are as if it were not there. Softmax of both rows is NaN.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML.OnnxRuntime 1.31.1'
compare "$(onnx_operator <<'CS'
Console.WriteLine($"Multinomial of [-inf, -inf]: {Draws(float.NegativeInfinity, float.NegativeInfinity)}");
Console.WriteLine($"Multinomial of [0, NaN, 0]: {Draws(0, float.NaN, 0)}");
Console.WriteLine($"Softmax of [-inf, -inf]: {Operator.Run("Softmax", [Operator.Row("x", float.NegativeInfinity, float.NegativeInfinity)])[0]}");

static string Draws(params float[] logits)
{
    string draws = Operator.Run("Multinomial", [Operator.Row("x", logits)], [Operator.Attribute("sample_size", 1000), Operator.Attribute("seed", 1f)])[0];
    return string.Join(", ", draws.Split(' ').GroupBy(each => each).OrderBy(each => each.Key).Select(each => $"class {each.Key}"));
}
CS
)" 'Multinomial of [-inf, -inf]: class 2
Multinomial of [0, NaN, 0]: class 0, class 2
Softmax of [-inf, -inf]: NaN NaN'
