"""numpy reads what we write: arrays, and checkpoints by safetensors' plain layout."""
import json
import struct

import numpy as np
import pytest
from conftest import load

DTYPES = {'F32': '<f4', 'I32': '<i4', 'I64': '<i8', 'U8': 'u1'}


def read_safetensors(path):
    """The format as huggingface/safetensors documents it."""
    raw = path.read_bytes()
    length, = struct.unpack('<Q', raw[:8])
    header = json.loads(raw[8:8 + length])
    metadata = header.pop('__metadata__')
    data = raw[8 + length:]
    tensors = {}
    for name, entry in header.items():
        begin, end = entry['data_offsets']
        array = np.frombuffer(data[begin:end], DTYPES[entry['dtype']])
        tensors[name] = array.reshape(entry['shape'])
    return tensors, metadata


def test_numpy_loads_vectors(preformer, corpus, tmp_path):
    files = [tmp_path / 'a.npy', tmp_path / 'a.txt']
    for path in files:
        preformer('train', '--corpus', corpus, '--size', 10, '--epochs', 1, '--vectors', path)
    array = np.load(files[0])
    assert array.dtype == np.float32
    assert array.flags['C_CONTIGUOUS']
    assert array.tobytes() == load(files[1]).vectors.tobytes()


@pytest.fixture(scope='module')
def elmo(preformer, corpus, tmp_path_factory):
    path = tmp_path_factory.mktemp('elmo') / 'elmo.safetensors'
    preformer('train', '--model', 'elmo', '--corpus', corpus, '--size', 6, '--cell-size', 8,
              '--epochs', 1, '--checkpoint', path)
    return path


def test_a_checkpoint_holds_its_parameters(elmo, sentences):
    tensors, metadata = read_safetensors(elmo)
    assert metadata['format'] == 'preformer-checkpoint'
    assert json.loads(metadata['config'])['cellSize'] == 8
    assert json.loads(metadata['text'])['tokenizer'] == 'space'
    words = tensors['vocabulary.words'].tobytes().decode('utf8').split('\n')[:-1]
    assert set(words) == {word for sentence in sentences for word in sentence}
    assert len(tensors['vocabulary.counts']) == len(words)
    assert tensors['softmax.weight'].shape == (len(words) + 2, 6)


def test_embed_gives_numpy_the_layers(preformer, elmo, tmp_path):
    """Layer 0 is the token twice; the mix is γ Σ s_j h_j."""
    text = tmp_path / 'sentences.txt'
    text.write_text('the king rules the land\nshe eats a ripe apple with honey\n', encoding='utf8')

    def embed(layer, *more):
        path = tmp_path / f'{layer}.npy'
        preformer('embed', '--checkpoint', elmo, '--sentences', text, '--layer', layer,
                  '--output', path, *more)
        return np.load(path)

    layers = [embed(layer) for layer in (0, 1, 2)]
    assert all(layer.shape == (12, 12) and layer.dtype == np.float32 for layer in layers)
    np.testing.assert_array_equal(layers[0][:, :6], layers[0][:, 6:])
    np.testing.assert_array_equal(layers[0][0], layers[0][3])  # `the` twice in one sentence
    assert np.abs(layers[1][0] - layers[1][3]).max() > 1e-4
    weights = np.array([0.5, -1.0, 2.0])
    mixed = embed('mix', '--weights', *weights, '--gamma', 1.5)
    s = np.exp(weights) / np.exp(weights).sum()
    np.testing.assert_allclose(mixed, 1.5 * sum(w * h for w, h in zip(s, layers)), atol=1e-6)
    np.testing.assert_array_equal(embed(2, '--direction', 'backward'), layers[2][:, 6:])
