#!/usr/bin/env bash
# TensorFlow.js 4.22.0, CPU backend: logSumExp of a row that is masked throughout is NaN (SciPy and PyTorch: -infinity), and the cross-entropy of a
# certain label is NaN as soon as another class is masked by -infinity: its target 0 is multiplied by -infinity (PyTorch: 0).
. "$(dirname "$0")/common.sh"

echo '@tensorflow/tfjs 4.22.0'
compare "$(node_program '@tensorflow/tfjs 4.22.0' <<'JS'
const tf = require('@tensorflow/tfjs');
tf.setBackend('cpu').then(() => {
  console.log('> logSumExp([-inf, -inf]):', tf.logSumExp([-Infinity, -Infinity]).dataSync()[0]);
  console.log('> softmaxCrossEntropy(label 0, [0, -inf]):', tf.losses.softmaxCrossEntropy([[1, 0]], [[0, -Infinity]]).dataSync()[0]);
  console.log('> logSoftmax([0, -inf]):', tf.logSoftmax([0, -Infinity]).dataSync().join(', '));
});
JS
)" 'logSumExp([-inf, -inf]): NaN
softmaxCrossEntropy(label 0, [0, -inf]): NaN
logSoftmax([0, -inf]): 0, -Infinity'
