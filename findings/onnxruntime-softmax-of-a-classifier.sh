#!/usr/bin/env bash
# ONNX Runtime 1.31.1, CPU: LinearClassifier (ai.onnx.ml) with post_transform SOFTMAX is a softmax for three classes. For two classes with one row of coefficients, as
# logistic regression is exported, the "probabilities" of the score 2 are -1 and 2: the second is the score, the first is 1 - score. SOFTMAX_ZERO, which the
# specification names and does not describe, gives a class whose score is 0 the probability 0, whatever the others are.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML.OnnxRuntime 1.31.1'
compare "$(onnx_operator <<'CS'
Console.WriteLine($"SOFTMAX, scores 0 1 2: {Classify("SOFTMAX", 0, 1, 2)}");
Console.WriteLine($"SOFTMAX, one score of 2 for two classes: {Classify("SOFTMAX", 2)}");
Console.WriteLine($"LOGISTIC, one score of 2 for two classes: {Classify("LOGISTIC", 2)}");
Console.WriteLine($"SOFTMAX_ZERO, scores 0 1 2: {Classify("SOFTMAX_ZERO", 0, 1, 2)}");
Console.WriteLine($"SOFTMAX_ZERO, scores 0 -1 -2: {Classify("SOFTMAX_ZERO", 0, -1, -2)}");

static string Classify(string transform, params float[] scores) => Operator.Run("LinearClassifier", [Operator.Row("x", 1f)],
    [
        Operator.Attribute("coefficients", scores),
        Operator.Attribute("intercepts", new float[scores.Length]),
        Operator.Attribute("classlabels_ints", scores.Length == 1 ? new long[] { 0, 1 } : [0, 1, 2]),
        Operator.Attribute("post_transform", transform),
    ], "ai.onnx.ml", 1, results: 2)[1];
CS
)" 'SOFTMAX, scores 0 1 2: 0.09003057 0.24472848 0.66524094
SOFTMAX, one score of 2 for two classes: -1 2
LOGISTIC, one score of 2 for two classes: 0.11920297 0.880797
SOFTMAX_ZERO, scores 0 1 2: 0 0.26894143 0.7310586
SOFTMAX_ZERO, scores 0 -1 -2: 0 0.7310586 0.26894143'
