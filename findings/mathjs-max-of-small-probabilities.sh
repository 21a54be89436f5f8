#!/usr/bin/env bash
# math.js 15.2.0: max, min and sort compare numbers with the tolerance of its == operator, 1e-15: of probabilities below that, max returns the first,
# and sort keeps their order.
. "$(dirname "$0")/common.sh"

echo 'mathjs 15.2.0'
compare "$(node_program 'mathjs 15.2.0' <<'JS'
const { max, min, sort } = require('mathjs');
console.log('> max of [1e-20, 3e-18, 2e-16]:', max([1e-20, 3e-18, 2e-16]));
console.log('> min of [5e-16, 1e-16]:', min([5e-16, 1e-16]));
console.log('> sort of [3e-16, 1e-16, 2e-16]:', sort([3e-16, 1e-16, 2e-16]).join(', '));
JS
)" 'max of [1e-20, 3e-18, 2e-16]: 1e-20
min of [5e-16, 1e-16]: 5e-16
sort of [3e-16, 1e-16, 2e-16]: 3e-16, 1e-16, 2e-16'
