#!/usr/bin/python3
"""Writes tests/cpp/models/window_group_golden.inc: windows that share negative samples, in numpy.

    /usr/bin/python3 tests/golden/generate_window_group_golden.py

Every window is computed by itself, as in word2vec: the word itself, then each negative sample that is
not the word. The gradients of a group are added up before any weight moves. Words, samples and centre
words repeat, and some samples are centre words.
"""
import numpy as np
from golden_file import array, number, rounded, write

VOCABULARY, DIMS, RATE = 8, 5, 0.3
WORDS = [3, 1, 4, 1, 5, 2, 6, 5, 3, 5, 0, 1]
GROUPS = [(0, [2, 1, 3, 2, 1]), (5, [4, 1, 1, 5]), (9, [2, 3, 1])]
NEGATIVES = [[4, 7, 4, 1, 0, 6], [7, 6, 5, 7, 1, 0], [1, 2, 2, 5, 7, 3]]


def window(x, out, centre, negatives):
    """The loss of one prediction, its gradient in x and in the rows of `out`."""
    loss, dx, dout = 0.0, np.zeros(DIMS), np.zeros_like(out)
    for row, label in [(centre, 1.0)] + [(k, 0.0) for k in negatives if k != centre]:
        f = out[row] @ x
        p = 1 / (1 + np.exp(-f))
        loss += np.logaddexp(0, -f if label else f)
        dx += (p - label) * out[row]
        dout[row] += (p - label) * x
    return loss, dx, dout


def step(inputs, out, first, radii, negatives):
    loss, dinputs, dout = 0.0, np.zeros_like(inputs), np.zeros_like(out)
    for centre, radius in enumerate(radii, first):
        places = range(max(0, centre - radius), min(len(WORDS), centre + radius + 1))
        contexts = [WORDS[p] for p in places if p != centre]
        for c in contexts:
            nats, dx, rows = window(inputs[c], out, WORDS[centre], negatives)
            loss += nats
            dinputs[c] += dx
            dout += rows
    return loss, inputs - RATE * dinputs, out - RATE * dout


if __name__ == '__main__':
    rng = np.random.default_rng(19)
    inputs, out = rounded(rng, VOCABULARY, DIMS), rounded(rng, VOCABULARY, DIMS)
    lines = [f'inline constexpr Index kWords = {VOCABULARY}, kDims = {DIMS};',
             number('kRate', RATE),
             array('kSentence', WORDS, 'std::int32_t'),
             array('kFirst', [first for first, _ in GROUPS], 'std::size_t'),
             'inline const std::vector<int> kRadii[] = {' +
             ', '.join('{' + ', '.join(map(str, radii)) + '}' for _, radii in GROUPS) + '};',
             array('kNegatives', NEGATIVES, 'std::int32_t'),
             array('kInputs', inputs), array('kOutputs', out)]
    moved, losses = (inputs, out), []
    for (first, radii), negatives in zip(GROUPS, NEGATIVES):
        loss, *moved = step(*moved, first, radii, negatives)
        losses.append(loss)
    lines += ['', array('kLosses', losses), array('kMovedInputs', moved[0]),
              array('kMovedOutputs', moved[1])]
    write('tests/cpp/models/window_group_golden.inc', 'generate_window_group_golden.py', lines)
