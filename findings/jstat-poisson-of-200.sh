#!/usr/bin/env bash
# jStat 1.9.6: poisson.pdf and binomial.pdf multiply instead of adding logarithms: the probability of 200 events where 200 are expected, 0.028, is NaN,
# and that of 1,000 heads in 2,000 tosses, 0.018, is infinity.
. "$(dirname "$0")/common.sh"

echo 'jstat 1.9.6'
compare "$(node_program 'jstat 1.9.6' <<'JS'
const { jStat } = require('jstat');
for (const n of [100, 200])
  console.log('> poisson.pdf(' + n + ', ' + n + '):', jStat.poisson.pdf(n, n).toPrecision(3));
for (const n of [500, 1000])
  console.log('> binomial.pdf(' + n + ', ' + 2 * n + ', 0.5):', jStat.binomial.pdf(n, 2 * n, 0.5).toPrecision(3));
JS
)" 'poisson.pdf(100, 100): 0.0399
poisson.pdf(200, 200): NaN
binomial.pdf(500, 1000, 0.5): 0.0252
binomial.pdf(1000, 2000, 0.5): Infinity'
