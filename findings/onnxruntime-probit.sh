#!/usr/bin/env bash
# ONNX Runtime 1.31.1, CPU: post_transform PROBIT of the classical models (ai.onnx.ml) should make a probability of a score, as LOGISTIC does: of 0, 1/2, of 0.3, 0.62. It takes the inverse
# of the normal distribution instead: 0.3 becomes -0.52, 0 becomes -infinity, 1 infinity, and every other score outside of [0, 1] NaN.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML.OnnxRuntime 1.31.1'
compare "$(onnx_operator <<'CS'
foreach (string transform in new[] { "LOGISTIC", "PROBIT" })
{
    string[] y = Operator.Run("LinearRegressor", [Operator.Row("x", 1f)],
        [
            Operator.Attribute("coefficients", new float[] { -1, 0, 0.3f, 1, 2 }),
            Operator.Attribute("intercepts", new float[5]),
            Operator.Attribute("targets", 5),
            Operator.Attribute("post_transform", transform),
        ], "ai.onnx.ml", 1);
    Console.WriteLine($"{transform} of the scores -1 0 0.3 1 2: {y[0]}");
}
CS
)" 'LOGISTIC of the scores -1 0 0.3 1 2: 0.26894143 0.5 0.5744425 0.7310586 0.8807971
PROBIT of the scores -1 0 0.3 1 2: NaN -Infinity -0.5244459 Infinity NaN'
