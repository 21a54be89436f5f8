#!/usr/bin/env bash
# ONNX Runtime 1.31.1, CPU: Sigmoid of floats is a rational approximation with an absolute error. It is half as large as it should be at -16, twice as large at -17, and exactly 0 from -18
# on, where the sigmoid is 1.5e-8 and a float goes down to 1e-45: a two-class softmax written as a sigmoid has log-probability -infinity there.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML.OnnxRuntime 1.31.1'
compare "$(onnx_operator <<'CS'
float[] x = [-10, -16, -17, -18, -50];
float[] y = Operator.Run("Sigmoid", [Operator.Input("x", x)])[0].Split(' ').Select(float.Parse).ToArray();
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
