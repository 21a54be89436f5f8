#!/usr/bin/env bash
# TensorFlow.js 4.22.0, CPU backend: multinomial draws the same for every row of a batch with equal logits, as its generator starts again from the seed in each row, and without a seed from one that is drawn
# for the whole batch. Rows are as dependent as they can be: of a hundred games with two equal moves, all take the first or all the second.
. "$(dirname "$0")/common.sh"

echo '@tensorflow/tfjs 4.22.0'
compare "$(node_program '@tensorflow/tfjs 4.22.0' <<'JS'
const tf = require('@tensorflow/tfjs');
tf.setBackend('cpu').then(() => {
  for (const seed of [42, undefined]) {
    const rows = tf.multinomial(tf.zeros([100, 2]), 64, seed).arraySync();
    console.log('> seed', seed + ':', new Set(rows.map(String)).size, 'different of', rows.length, 'rows of 64 draws from two equal classes');
  }
});
JS
)" 'seed 42: 1 different of 100 rows of 64 draws from two equal classes
seed undefined: 1 different of 100 rows of 64 draws from two equal classes'
