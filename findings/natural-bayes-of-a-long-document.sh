#!/usr/bin/env bash
# natural 8.1.1: the values of BayesClassifier for the classes are exponentials of sums of logarithms, neither shifted nor normalised: for a document of
# three words they add up to 7e-8, and for one of 400 words they are 0 for every class.
. "$(dirname "$0")/common.sh"

echo 'natural 8.1.1'
compare "$(node_program 'natural 8.1.1' <<'JS'
const { BayesClassifier } = require('natural');
const classifier = new BayesClassifier();
const words = (kind, count) => Array.from({ length: count }, (_, i) => kind + i + 'x');
for (let i = 0; i < 400; i++)
  for (const kind of ['spam', 'mail'])
    classifier.addDocument([words(kind, 400)[i]], kind);
classifier.train();
for (const count of [3, 400])
  console.log('> ' + count + ' words of spam: ' + classifier.getClassifications(words('spam', count)).map(c => c.label + ' ' + c.value.toPrecision(3)).join(', '));
JS
)" '3 words of spam: spam 6.21e-8, mail 7.76e-9
400 words of spam: spam 0.00, mail 0.00'
