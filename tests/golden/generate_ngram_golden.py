#!/usr/bin/python3
"""Writes tests/cpp/models/ngram_golden.inc: the interpolated n-gram model from its definition.

    /usr/bin/python3 tests/golden/generate_ngram_golden.py

Counts are dictionaries, every token is an event of EM of its own, and nothing is grouped or packed.
"""
from collections import Counter

import numpy as np
from golden_file import array, number, write

VOCABULARY, BEGIN, END = 9, 9, 10
ROUNDS, TOLERANCE, PRIOR = 20, 1e-3, 1e-3
TRAIN = [[0, 1, 2, 3], [0, 4, 2, 5], [6, 1, 2, 3, 0, 4, 2, 3], [0, 1, 7], [6, 4, 2, 5], [8],
         [0, 1, 2, 5], [6, 1, 7], [0, 4, 2, 3], [6, 4, 7, 0, 1, 2, 3], [0, 1, 2, 3], [7, 7, 7]]
TEST = [[0, 1, 2, 5], [6, 4, 2, 3], [8, 8, 0, 3], [5]]


def events(sentences, order):
    """(history, word) of every token and every end."""
    for sentence in sentences:
        padded = [BEGIN] * (order - 1) + sentence + [END]
        for at in range(order - 1, len(padded)):
            yield tuple(padded[at - order + 1:at]), padded[at]


def frequencies(grams, totals, history, word, order, without):
    """[uniform, f(word), f(word | 1 before), …]; `without` tokens are taken out of both counts."""
    found = [1 / (VOCABULARY + 1)]
    for length in range(order):
        suffix = history[len(history) - length:]
        total = totals[suffix] - without
        found.append((grams[suffix + (word,)] - without) / total if total > 0 else 0)
    return np.array(found)


def train(order):
    grams, totals, tokens = Counter(), Counter(), list(events(TRAIN, order))
    for history, word in tokens:
        for length in range(order):
            suffix = history[len(history) - length:]
            grams[suffix + (word,)] += 1
            totals[suffix] += 1
    return grams, totals, interpolate(grams, totals, tokens, order, 1)


def interpolate(grams, totals, tokens, order, without):
    """Weights by bucket of the history's count, by EM over the tokens."""
    rows = np.array([frequencies(grams, totals, h, w, order, without) for h, w in tokens])
    buckets = np.array([(totals[h] - without).bit_length() for h, _ in tokens])
    weights = {}
    for q in set(buckets):
        weights[q] = np.full(order + 1, 1 / (order + 1))
    for _ in range(ROUNDS):
        change = 0
        for q in weights:
            share = rows[buckets == q] * weights[q]
            share /= share.sum(axis=1, keepdims=True)
            new = (share.sum(axis=0) + PRIOR) / (len(share) + PRIOR * (order + 1))
            change = max(change, abs(new - weights[q]).max())
            weights[q] = new
        if change <= TOLERANCE:
            break
    return weights


def probability(model, history, word, order):
    grams, totals, weights = model
    q = totals[history].bit_length()
    below = [k for k in weights if k <= q]
    alpha = weights[max(below) if below else min(weights)].copy()
    for length in range(order):
        if totals[history[len(history) - length:]] == 0:
            alpha[length + 1] = 0
    return alpha / alpha.sum() @ frequencies(grams, totals, history, word, order, 0)


if __name__ == '__main__':
    offsets = np.cumsum([0] + [len(s) for s in TRAIN])
    lines = [array('kIds', sum(TRAIN, []), 'std::int32_t'), array('kOffsets', offsets, 'std::size_t'),
             'const std::vector<std::vector<std::int32_t>> kTest{' +
             ', '.join('{' + ', '.join(map(str, s)) + '}' for s in TEST) + '};']
    for order in (1, 2, 3):
        model = train(order)
        p = [probability(model, h, w, order) for h, w in events(TEST, order)]
        lines += ['', f'// order {order}: every token and end of the test sentences, their perplexity',
                  array(f'kProbabilities{order}', p),
                  number(f'kPerplexity{order}', np.exp(-np.log(p).mean()))]
    alphas = [train(3)[2][q] for q in (0, 1, 2)]
    lines += ['', '// α₀ … α₃ of histories seen 0, 1 and 2–3 times', array('kAlphas', alphas)]
    write('tests/cpp/models/ngram_golden.inc', 'generate_ngram_golden.py', lines)
