#!/usr/bin/python3
"""Writes tests/cpp/nn/layers_golden.inc: layers written in numpy from their equations.

    /usr/bin/python3 tests/golden/generate_layers_golden.py
"""
import numpy as np
from golden_file import array, number, rounded, write


def softmax(logits):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def linear(rng):
    x, w, b, dy = rounded(rng, 3, 5), rounded(rng, 4, 5), rounded(rng, 4), rounded(rng, 3, 4)
    return ['// Linear: 5 inputs, 4 outputs, a batch of 3',
            array('kLinearX', x), array('kLinearW', w), array('kLinearB', b),
            array('kLinearDy', dy), array('kLinearY', np.einsum('bi,oi->bo', x, w) + b),
            array('kLinearDx', np.einsum('bo,oi->bi', dy, w)),
            array('kLinearDw', np.einsum('bo,bi->oi', dy, x)),
            array('kLinearDb', dy.sum(axis=0)), '']


def embedding(rng):
    table, ids, dy = rounded(rng, 6, 3), np.array([2, 0, 2, 5]), rounded(rng, 4, 3)
    gradient = np.zeros_like(table)
    np.add.at(gradient, ids, dy)
    return ['// Embedding: 6 rows of 3; row 2 is looked up twice',
            array('kEmbeddingW', table), array('kEmbeddingIds', ids, 'std::int32_t'),
            array('kEmbeddingDy', dy), array('kEmbeddingY', table[ids]),
            array('kEmbeddingDw', gradient), '']


def cross_entropy(rng):
    logits, targets, scale = rounded(rng, 4, 7, scale=3), np.array([0, 6, 3, 3]), 0.25
    p = softmax(logits)
    onehot = np.eye(7)[targets]
    return ['// softmax_cross_entropy: 4 rows of 7 classes, scale ¼',
            array('kLogits', logits), array('kTargets', targets, 'std::int32_t'),
            number('kNats', -np.log(p[np.arange(4), targets]).sum()),
            array('kDlogits', scale * (p - onehot))]


def log_uniform():
    ranks = np.arange(12)
    p = np.log((ranks + 2) / (ranks + 1)) / np.log(13)
    return ['', '// LogUniform: 12 classes by rank, and 1 − (1 − P)²⁰',
            array('kLogUniform', p), array('kExpectedIn20', -np.expm1(20 * np.log1p(-p)))]


if __name__ == '__main__':
    rng = np.random.default_rng(11)
    write('tests/cpp/nn/layers_golden.inc', 'generate_layers_golden.py',
          linear(rng) + embedding(rng) + cross_entropy(rng) + log_uniform())
