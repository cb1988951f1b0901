"""bilm-tf's weights of an ELMo, and what they say of a sentence: written from bilm-tf's own code
(bilm/model.py, bilm/data.py, bilm/training.py) with h5py and numpy, and nothing of ours.

    /usr/bin/python3 tests/golden/elmo_weights.py FOLDER     writes the small model of the tests

A model is a dict of arrays under the names of bilm-tf's variables, as its dump_weights() stores them.
"""
import json
import pathlib
import sys

import h5py
import numpy as np


def make_options(*, projection=6, cells=9, layers=2, filters=((1, 4), (2, 5), (3, 6)), highways=2,
                 char_dim=5, max_characters=12, clip=3, skip=True):
    return {
        'lstm': {'use_skip_connections': skip, 'projection_dim': projection, 'cell_clip': clip,
                 'proj_clip': clip, 'dim': cells, 'n_layers': layers},
        'char_cnn': {'activation': 'relu', 'filters': [list(f) for f in filters],
                     'n_highway': highways, 'embedding': {'dim': char_dim}, 'n_characters': 262,
                     'max_characters_per_token': max_characters},
    }


def make_weights(options, seed=7, scale=0.4):
    """Random weights; every array as bilm-tf's graph declares it."""
    random = np.random.default_rng(seed)
    lstm, cnn = options['lstm'], options['char_cnn']
    draw = lambda *shape: (scale * random.standard_normal(shape)).astype(np.float32)
    weights = {'char_embed': draw(261, cnn['embedding']['dim'])}
    total = 0
    for i, (width, count) in enumerate(cnn['filters']):
        weights[f'CNN/W_cnn_{i}'] = draw(1, width, cnn['embedding']['dim'], count)
        weights[f'CNN/b_cnn_{i}'] = draw(count)
        total += count
    for i in range(cnn['n_highway']):
        for name in ('carry', 'transform'):
            weights[f'CNN_high_{i}/W_{name}'] = draw(total, total)
            weights[f'CNN_high_{i}/b_{name}'] = draw(total)
    projection, cells = lstm['projection_dim'], lstm['dim']
    if total != projection:
        weights['CNN_proj/W_proj'] = draw(total, projection)
        weights['CNN_proj/b_proj'] = draw(projection)
    for direction in range(2):
        for layer in range(lstm['n_layers']):
            cell = f'RNN_{direction}/RNN/MultiRNNCell/Cell{layer}/LSTMCell'
            weights[f'{cell}/W_0'] = draw(2 * projection, 4 * cells)
            weights[f'{cell}/B'] = draw(4 * cells)
            if cells != projection:
                weights[f'{cell}/W_P_0'] = draw(cells, projection)
    return weights


def write(folder, options, weights, **how):
    """options.json and weights.hdf5; `how`: of h5py.create_dataset."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'options.json').write_text(json.dumps(options), encoding='utf8')
    with h5py.File(folder / 'weights.hdf5', 'w') as file:
        for name, value in weights.items():
            file.create_dataset(name, data=value, **how)
    return folder


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def character_ids(word, length):
    """UnicodeCharsVocabulary, then + 1, as Batcher adds to make room for the id 0."""
    ids = np.full(length, 260)
    if word in ('<S>', '</S>'):
        ids[:3] = 258, (256 if word == '<S>' else 257), 259
    else:
        letters = word.encode('utf8', 'ignore')[:length - 2]
        ids[0] = 258
        ids[1:len(letters) + 1] = list(letters)
        ids[len(letters) + 1] = 259
    return ids + 1


def token_vectors(words, options, weights):
    cnn = options['char_cnn']
    embedding = np.vstack([np.zeros((1, cnn['embedding']['dim'])), weights['char_embed']])
    ids = np.array([character_ids(word, cnn['max_characters_per_token']) for word in words])
    letters = embedding[ids]  # [words, characters, dim]
    found = []
    for i, (width, _) in enumerate(cnn['filters']):
        kernel = weights[f'CNN/W_cnn_{i}'][0].astype(float)  # [width, dim, count]
        places = [np.tensordot(letters[:, at:at + width], kernel, axes=([1, 2], [0, 1]))
                  for at in range(letters.shape[1] - width + 1)]
        found.append(np.maximum(np.max(places, axis=0) + weights[f'CNN/b_cnn_{i}'], 0))
    x = np.concatenate(found, axis=1)
    for i in range(cnn['n_highway']):
        get = lambda name: weights[f'CNN_high_{i}/{name}'].astype(float)
        gate = sigmoid(x @ get('W_carry') + get('b_carry'))
        x = gate * np.maximum(x @ get('W_transform') + get('b_transform'), 0) + (1 - gate) * x
    if 'CNN_proj/W_proj' in weights:
        x = x @ weights['CNN_proj/W_proj'].astype(float) + weights['CNN_proj/b_proj']
    return x


def run_lstm(x, cell, options, weights):
    """tf.nn.rnn_cell.LSTMCell: gates i, j, f, o; 1 added to the forget gate."""
    lstm = options['lstm']
    kernel, bias = weights[f'{cell}/W_0'].astype(float), weights[f'{cell}/B'].astype(float)
    projection = weights.get(f'{cell}/W_P_0')
    c, h = np.zeros(lstm['dim']), np.zeros(lstm['projection_dim'])
    shown = []
    for x_t in x:
        i, j, f, o = np.split(np.concatenate([x_t, h]) @ kernel + bias, 4)
        c = sigmoid(f + 1) * c + sigmoid(i) * np.tanh(j)
        if lstm['cell_clip']:
            c = np.clip(c, -lstm['cell_clip'], lstm['cell_clip'])
        h = sigmoid(o) * np.tanh(c)
        if projection is not None:
            h = h @ projection.astype(float)
            if lstm['proj_clip']:
                h = np.clip(h, -lstm['proj_clip'], lstm['proj_clip'])
        shown.append(h)
    return np.array(shown)


def context_vectors(sentence, options, weights):
    """All layers of one sentence from a state of zeros: [layers + 1, words, 2 · projection]."""
    tokens = token_vectors(['<S>', *sentence, '</S>'], options, weights)
    halves = []
    for direction in range(2):
        x = tokens[::-1] if direction else tokens
        outputs = [x]
        for layer in range(options['lstm']['n_layers']):
            cell = f'RNN_{direction}/RNN/MultiRNNCell/Cell{layer}/LSTMCell'
            out = run_lstm(outputs[-1], cell, options, weights)
            skips = options['lstm']['use_skip_connections'] and layer > 0
            outputs.append(out + outputs[-1] if skips else out)
        halves.append([out[::-1] if direction else out for out in outputs])
    return np.array([np.hstack([forward, backward])[1:-1] for forward, backward in zip(*halves)])


SENTENCES = [['The', 'apple', 'fell', '.'], ['苹果', 'and', 'naïve', 'electroencephalography'],
             ['x']]


def main(folder):
    options = make_options()
    weights = make_weights(options)
    write(folder, options, weights)
    expected = [{'sentence': s, 'layers': context_vectors(s, options, weights).round(8).tolist()}
                for s in SENTENCES]
    (pathlib.Path(folder) / 'expected.json').write_text(
        json.dumps(expected, ensure_ascii=False), encoding='utf8')


if __name__ == '__main__':
    main(sys.argv[1])
