#!/usr/bin/python3
"""Writes tests/cpp/nn/elmo_layers_golden.inc and tests/cpp/models/elmo_golden.inc: what numpy computes in double
from the equations of bilm-tf (training.py, model.py, data.py) and TensorFlow's LSTMCell.

    /usr/bin/python3 tests/golden/generate_elmo_golden.py

Needs python3-numpy. Weights and inputs are drawn from the PCG32 generator that the C++ side has too,
so the files hold results only; the C++ tests compare with them and need no Python.
"""
import pathlib

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Rng:
    """PCG-XSH-RR 64/32 (O'Neill 2014), the default stream."""

    def __init__(self, seed):
        self.increment = ((0xda3e39cb94b95bdb << 1) | 1) % 2**64
        self.state = 0
        self.next()
        self.state = (self.state + seed) % 2**64
        self.next()

    def next(self):
        old = self.state
        self.state = (old * 6364136223846793005 + self.increment) % 2**64
        xorshifted = (((old >> 18) ^ old) >> 27) % 2**32
        rotation = old >> 59
        return ((xorshifted >> rotation) | (xorshifted << (32 - rotation))) % 2**32

    def matrix(self, rows, cols, scale=1.0):
        """U(−scale, scale), row by row; every entry is exact in float."""
        values = [scale * (2 * (self.next() >> 8) / 2**24 - 1) for _ in range(rows * cols)]
        return np.array(values).reshape(rows, cols)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, state, kernel, bias, projection=None, cell_clip=0, proj_clip=0):
    """x: [T, B, in] → h: [T, B, H] and the last (c, h). tf.nn.rnn_cell.LSTMCell: gates i, j, f, o."""
    c, h = state
    shown = []
    for x_t in x:
        i, j, f, o = np.split(np.concatenate([x_t, h], axis=1) @ kernel + bias, 4, axis=1)
        c = sigmoid(f + 1) * c + sigmoid(i) * np.tanh(j)
        if cell_clip:
            c = np.clip(c, -cell_clip, cell_clip)
        h = sigmoid(o) * np.tanh(c)
        if projection is not None:
            h = h @ projection
            if proj_clip:
                h = np.clip(h, -proj_clip, proj_clip)
        shown.append(h)
    return np.array(shown), (c, h)


def highway(x, carry, carry_bias, transform, transform_bias):
    """Weights [out, in]."""
    g = sigmoid(x @ carry.T + carry_bias)
    return g * np.maximum(x @ transform.T + transform_bias, 0) + (1 - g) * x


class CharCnn:
    """Draws its weights in the order of CharCnn<S>::parameters()."""

    def __init__(self, rng, characters, dim, filters, highways, projection_dim, scale):
        self.length = characters
        self.embedding = rng.matrix(262, dim, scale)
        self.filters = [(rng.matrix(w * dim, n, scale).reshape(w, dim, n), rng.matrix(1, n, scale))
                        for w, n in filters]
        total = sum(n for _, n in filters)
        self.highways = [[rng.matrix(rows, total, scale) for rows in (total, 1, total, 1)]
                         for _ in range(highways)]
        self.projection = rng.matrix(projection_dim, total, scale), rng.matrix(1, projection_dim, scale)

    def word_ids(self, word):
        """bilm/data.py, UnicodeCharsVocabulary; +1 as Batcher does."""
        code = np.full(self.length, 260)
        if word in ('<s>', '</s>'):
            code[:3] = 258, 256 if word == '<s>' else 257, 259
        else:
            encoded = word.encode()[:self.length - 2]
            code[0] = 258
            code[1:len(encoded) + 1] = list(encoded)
            code[len(encoded) + 1] = 259
        return code + 1

    def __call__(self, words):
        x = self.embedding[np.array([self.word_ids(w) for w in words])]  # [N, length, dim]
        pooled = []
        for kernel, bias in self.filters:
            width = kernel.shape[0]
            places = [np.einsum('nwd,wdf->nf', x[:, p:p + width], kernel)
                      for p in range(self.length - width + 1)]
            pooled.append(np.maximum(np.max(places, axis=0) + bias, 0))
        y = np.concatenate(pooled, axis=1)
        for weights in self.highways:
            y = highway(y, *weights)
        return y @ self.projection[0].T + self.projection[1]


def numbers(name, values):
    text = ', '.join(f'{v:.9g}' for v in np.asarray(values, dtype=np.float64).ravel())
    return f'inline constexpr double {name}[] = {{{text}}};'


def layers():
    rng = Rng(11)
    kernel, bias, projection = (rng.matrix(r, c) for r, c in ((3 + 4, 24), (1, 24), (6, 4)))
    state = rng.matrix(2, 6), rng.matrix(2, 4)
    h, (c, _) = lstm(rng.matrix(5 * 2, 3).reshape(5, 2, 3), state, kernel, bias, projection, 0.6, 0.5)
    out = [numbers('kLstmHidden', h), numbers('kLstmCell', c)]

    rng = Rng(12)
    weights = [rng.matrix(rows, 5) for rows in (5, 1, 5, 1)]
    out.append(numbers('kHighway', highway(rng.matrix(4, 5), *weights)))

    rng = Rng(13)
    cnn = CharCnn(rng, characters=9, dim=4, filters=[(1, 3), (2, 4), (3, 5)], highways=2,
                  projection_dim=6, scale=0.5)
    out.append(numbers('kCharCnn', cnn(['a', 'cat', '苹果', 'unforgettable', '</s>'])))

    rng = Rng(14)
    w, gamma, x = rng.matrix(1, 3), rng.matrix(1, 1), [rng.matrix(2, 4) for _ in range(3)]
    s = np.exp(w[0]) / np.exp(w[0]).sum()
    out.append(numbers('kScalarMix', gamma * sum(s_j * x_j for s_j, x_j in zip(s, x))))

    rng = Rng(15)
    kept = np.array([rng.next() >= int(0.25 * 2**32) for _ in range(40)])
    out.append(numbers('kDropout', kept / 0.75))
    return out


VOCABULARY = ['the', 'apple', 'bank', '苹果', 'electroencephalograph', 'x']
SENTENCES = [['the', 'apple', 'x'], ['苹果', 'bank', 'the'],  # rows 0 and 1 of the first batch
             ['bank', 'electroencephalograph', 'apple'], ['x', 'x', '苹果']]  # of the second
N_LAYERS, CELLS, PROJECTION = 2, 7, 5
CELL_CLIP, PROJ_CLIP, SCALE = 0.5, 0.35, 0.6


def elmo():
    """A biLM of two layers with a skip connection, run over two batches with its state carried."""
    rng = Rng(21)
    tokens = CharCnn(rng, 10, 4, [(1, 3), (2, 4), (3, 5)], 1, PROJECTION, SCALE)
    stacks = [[(rng.matrix(2 * PROJECTION, 4 * CELLS, SCALE), rng.matrix(1, 4 * CELLS, SCALE),
                rng.matrix(CELLS, PROJECTION, SCALE)) for _ in range(N_LAYERS)] for _ in range(2)]
    classes = VOCABULARY + ['<s>', '</s>']
    softmax, softmax_bias = rng.matrix(len(classes), PROJECTION, SCALE), rng.matrix(1, len(classes), SCALE)
    zeros = np.zeros((2, CELLS)), np.zeros((2, PROJECTION))
    states = [[zeros] * N_LAYERS for _ in range(2)]
    out = ['inline constexpr const char* kWords[] = {' +
           ', '.join('"' + ''.join(f'\\{b:03o}' if b > 126 else chr(b) for b in w.encode()) + '"'
                     for w in VOCABULARY) + '};',
           f'inline constexpr int kSentences[][3] = {{' +
           ', '.join('{' + ', '.join(str(VOCABULARY.index(w)) for w in s) + '}' for s in SENTENCES) + '};']
    for batch in range(2):
        rows = SENTENCES[2 * batch:2 * batch + 2]
        nats = []
        for direction, stack in enumerate(stacks):
            texts = [['<s>'] + s + ['</s>'] for s in rows]
            if direction == 1:
                texts = [t[::-1] for t in texts]
            flat = tokens([t[k] for k in range(4) for t in texts])  # time-major
            x = flat.reshape(4, 2, PROJECTION)
            name = f'k{("Forward", "Backward")[direction]}{batch}'
            for layer, (kernel, bias, projection) in enumerate(stack):
                h, states[direction][layer] = lstm(x, states[direction][layer], kernel, bias,
                                                   projection, CELL_CLIP, PROJ_CLIP)
                x = h + x if layer > 0 else h
                out.append(numbers(f'{name}Layer{layer + 1}', x))
            logits = x @ softmax.T + softmax_bias
            log_p = logits - np.log(np.exp(logits).sum(axis=2, keepdims=True))
            nats += [-log_p[k, b, classes.index(texts[b][k + 1])] for k in range(4) for b in range(2)]
        out.append(numbers(f'kNats{batch}', [sum(nats)]))
    return out


def write(path, lines):
    head = ['// Generated by tests/golden/generate_elmo_golden.py: numpy, in double.', '']
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('\n'.join(head + lines) + '\n', encoding='utf8')
    print(f'wrote {path.relative_to(ROOT)}')


if __name__ == '__main__':
    write(ROOT / 'tests' / 'cpp' / 'nn' / 'elmo_layers_golden.inc', layers())
    write(ROOT / 'tests' / 'cpp' / 'models' / 'elmo_golden.inc', elmo())
