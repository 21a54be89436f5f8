#!/usr/bin/env bash
# TensorFlow.js 4.22.0, CPU backend: logSoftmax of a class that is ahead by 18 is exactly 0, and so is its loss; the value is -1.5e-8, which a float
# holds with all digits. tf.logSigmoid, the same number for two classes, has it right.
. "$(dirname "$0")/common.sh"

echo '@tensorflow/tfjs 4.22.0'
compare "$(node_program '@tensorflow/tfjs 4.22.0' <<'JS'
const tf = require('@tensorflow/tfjs');
tf.setBackend('cpu').then(() => {
  for (const d of [10, 15, 18])
    console.log(`> ahead by ${d}: logSoftmax ${tf.logSoftmax([d, 0]).dataSync()[0].toExponential(3)}, logSigmoid ${tf.logSigmoid([d]).dataSync()[0].toExponential(3)}`);
});
JS
)" 'ahead by 10: logSoftmax -4.542e-5, logSigmoid -4.540e-5
ahead by 15: logSoftmax -3.576e-7, logSigmoid -3.059e-7
ahead by 18: logSoftmax 0.000e+0, logSigmoid -1.523e-8'
