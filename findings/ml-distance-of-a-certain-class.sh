#!/usr/bin/env bash
# ml-distance 5.0.0: the Jensen-Shannon divergence, which is finite for all distributions, is NaN as soon as one of them has a probability of 0, and the
# Kullback-Leibler divergence is NaN where p is 0: 0 log 0 is computed as NaN. That of [0.5, 0.5, 0] from [0.5, 0.25, 0.25] is 0.347.
. "$(dirname "$0")/common.sh"

echo 'ml-distance 5.0.0'
compare "$(node_program 'ml-distance 5.0.0' <<'JS'
const { distance } = require('ml-distance');
console.log('> Jensen-Shannon of [1, 0] and [0, 1]:', distance.jensenShannon([1, 0], [0, 1]));
console.log('> Kullback-Leibler of [0.5, 0.5, 0] and [0.5, 0.25, 0.25]:', distance.kullbackLeibler([0.5, 0.5, 0], [0.5, 0.25, 0.25]));
console.log('> Kullback-Leibler of [0.5, 0.5] and [0.25, 0.75]:', distance.kullbackLeibler([0.5, 0.5], [0.25, 0.75]).toFixed(4));
JS
)" 'Jensen-Shannon of [1, 0] and [0, 1]: NaN
Kullback-Leibler of [0.5, 0.5, 0] and [0.5, 0.25, 0.25]: NaN
Kullback-Leibler of [0.5, 0.5] and [0.25, 0.75]: 0.1438'
