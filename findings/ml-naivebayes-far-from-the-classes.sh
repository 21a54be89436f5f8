#!/usr/bin/env bash
# ml-naivebayes 4.0.0: GaussianNB adds logarithms of densities, each computed as log(exp(...)), which underflows: a sample more than about 40 standard
# deviations from every class has the logarithm minus infinity for all of them, and its prediction is -1, a class that does not exist.
. "$(dirname "$0")/common.sh"

echo 'ml-naivebayes 4.0.0'
compare "$(node_program 'ml-naivebayes 4.0.0' <<'JS'
const { GaussianNB } = require('ml-naivebayes');
const model = new GaussianNB();
model.train([[0, 0], [1, 2], [10, 11], [11, 13]], [0, 0, 1, 1]);
for (const x of [3, 30, 60]) console.log('> [' + x + ', ' + x + ']: class', model.predict([[x, x]])[0]);
JS
)" '[3, 3]: class 0
[30, 30]: class 1
[60, 60]: class -1'
