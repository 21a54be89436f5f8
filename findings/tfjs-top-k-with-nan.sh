#!/usr/bin/env bash
# TensorFlow.js 4.22.0, CPU backend: topk leaves a row with a NaN in it unsorted, so that the first of the k largest is not the largest number; argMax
# passes the NaN over, and max returns it. NumPy's argmax is the place of the NaN.
. "$(dirname "$0")/common.sh"

echo '@tensorflow/tfjs 4.22.0'
compare "$(node_program '@tensorflow/tfjs 4.22.0' <<'JS'
const tf = require('@tensorflow/tfjs');
tf.setBackend('cpu').then(() => {
  const x = [1, NaN, 3];
  console.log('> topk 3 of [1, NaN, 3]:', tf.topk(x, 3).values.dataSync().join(', '));
  console.log('> argMax:', tf.argMax(x).dataSync()[0], 'max:', tf.max(x).dataSync()[0]);
});
JS
)" 'topk 3 of [1, NaN, 3]: 1, NaN, 3
argMax: 2 max: NaN'
