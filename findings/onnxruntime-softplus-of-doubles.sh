#!/usr/bin/env bash
# ONNX Runtime 1.31.1, CPU: Softplus of floats is x + log1p(e^-x) for positive x and right throughout. Of doubles it is log(e^x + 1) as it stands: infinite from 710 on,
# where it is x, and 0 from -37 on, where it is e^x. The wider type has the smaller range.
. "$(dirname "$0")/common.sh"

echo 'Microsoft.ML.OnnxRuntime 1.31.1'
compare "$(onnx_operator <<'CS'
Console.WriteLine($"Softplus of floats  -40, 100, 800: {Operator.Run("Softplus", [Operator.Input<float>("x", -40, 100, 800)])[0]}");
Console.WriteLine($"Softplus of doubles -40, 100, 800: {Operator.Run("Softplus", [Operator.Input<double>("x", -40, 100, 800)])[0]}");
CS
)" 'Softplus of floats  -40, 100, 800: 4.248354E-18 100 800
Softplus of doubles -40, 100, 800: 0 100 Infinity'
