#!/usr/bin/python3
"""Writes tests/cpp/optim/optim_golden.inc: optimisers written in numpy from their papers.

    /usr/bin/python3 tests/golden/generate_optim_golden.py

Five steps on a weight [2, 3], with weight decay, and on the rows of a table [4, 3] of which each
step touches some.
"""
import numpy as np
from golden_file import array, number, rounded, write

STEPS, RATE, DECAY = 5, 0.1, 0.01
TOUCHED = [[2, 0], [2], [1, 3], [0, 1, 2], [3]]


class Sgd:
    def __init__(self, shape):
        pass

    def change(self, g, rows):
        return RATE * g


class Adagrad:
    def __init__(self, shape):
        self.sum = np.full(shape, 1.0)

    def change(self, g, rows):
        self.sum[rows] += g**2
        return RATE * g / np.sqrt(self.sum[rows])


class Adam:
    def __init__(self, shape):
        self.m, self.v, self.t = np.zeros(shape), np.zeros(shape), 0

    def change(self, g, rows):
        self.t += 1
        self.m[rows] = 0.9 * self.m[rows] + 0.1 * g
        self.v[rows] = 0.999 * self.v[rows] + 0.001 * g**2
        m = self.m[rows] / (1 - 0.9**self.t)
        v = self.v[rows] / (1 - 0.999**self.t)
        return RATE * m / (np.sqrt(v) + 1e-8)


def run(kind, start, gradients, touched):
    value, rule, path = start.copy(), kind(start.shape), []
    for g, rows in zip(gradients, touched):
        change = rule.change(g[rows], rows)
        value[rows] = value[rows] * (1 - RATE * DECAY) - change
        path.append(value.copy())
    return np.array(path)


if __name__ == '__main__':
    rng = np.random.default_rng(5)
    weight, dweight = rounded(rng, 2, 3), rounded(rng, STEPS, 2, 3)
    table, dtable = rounded(rng, 4, 3), np.zeros((STEPS, 4, 3))
    for step, rows in enumerate(TOUCHED):
        dtable[step, rows] = rounded(rng, len(rows), 3)
    lines = [f'inline constexpr int kSteps = {STEPS};', number('kRate', RATE),
             number('kDecay', DECAY),
             array('kWeight', weight), array('kWeightGrads', dweight),
             array('kTable', table), array('kTableGrads', dtable),
             'inline const std::vector<Index> kTouched[] = {' +
             ', '.join('{' + ', '.join(map(str, rows)) + '}' for rows in TOUCHED) + '};', '']
    for kind in (Sgd, Adagrad, Adam):
        everywhere = [slice(None)] * STEPS
        lines += [array(f'k{kind.__name__}Weights', run(kind, weight, dweight, everywhere)),
                  array(f'k{kind.__name__}Tables', run(kind, table, dtable, TOUCHED))]
    norm = np.sqrt((dweight[0]**2).sum() + (dtable[0]**2).sum())
    lines += ['', '// the global norm of the first step\'s gradients', number('kNorm', norm)]
    write('tests/cpp/optim/optim_golden.inc', 'generate_optim_golden.py', lines)
