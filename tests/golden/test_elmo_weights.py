"""Weights in bilm-tf's layout, written by h5py, and what our reader makes of them.

elmo_weights.py writes the files and computes the vectors from bilm-tf's equations, in double.
"""
import json
import subprocess

import numpy as np
import pytest
from conftest import ROOT

h5py = pytest.importorskip('h5py')
import elmo_weights as golden  # noqa: E402  (needs h5py)

SENTENCES = [['The', 'bank', 'of', 'the', 'river', '.'], ['苹果', '很', '好吃'], ['x'],
             ['Incomprehensibilities', 'naïve', '😀', 'the'], ['the', 'the', 'the']]

MODELS = {
    'as published, but small': {},
    'clipped hard': {'clip': 0.2},
    'without skips': {'skip': False},
    'one layer, no highway': {'layers': 1, 'highways': 0},
    'three layers': {'layers': 3},
    'nothing projected': {'projection': 15, 'cells': 15},
    'wide filters': {'filters': ((1, 3), (5, 9), (7, 11)), 'max_characters': 30, 'char_dim': 8},
}

STORED = {
    'plain': {},
    'compressed': {'compression': 'gzip', 'chunks': True, 'shuffle': True},
    'double': {'dtype': 'f8'},
    'big-endian': {'dtype': '>f4'},
}


def read(folder, sentences):
    """What our JavaScript makes of the files: [layers, words, dimensions] of each sentence."""
    done = subprocess.run(
        ['node', str(ROOT / 'tests' / 'golden' / 'read_elmo.mjs'), str(folder)],
        input=json.dumps(sentences), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return [np.array(layers) for layers in json.loads(done.stdout)]


def compare(folder, options, weights):
    for sentence, found in zip(SENTENCES, read(folder, SENTENCES)):
        wanted = golden.context_vectors(sentence, options, weights)
        assert np.abs(wanted).max() > 0.05
        np.testing.assert_allclose(found.reshape(wanted.shape), wanted, atol=1e-5)


@pytest.mark.parametrize('name', MODELS)
def test_every_shape(name, tmp_path):
    options = golden.make_options(**MODELS[name])
    weights = golden.make_weights(options)
    compare(golden.write(tmp_path, options, weights), options, weights)


@pytest.mark.parametrize('name', STORED)
def test_however_it_is_stored(name, tmp_path):
    options = golden.make_options()
    weights = golden.make_weights(options, seed=8)
    how = dict(STORED[name])
    dtype = how.pop('dtype', None)
    stored = {key: value.astype(dtype) if dtype else value for key, value in weights.items()}
    compare(golden.write(tmp_path, options, stored, **how), options, weights)


def test_the_files_of_the_other_tests_are_up_to_date(tmp_path):
    golden.main(tmp_path)
    kept = ROOT / 'tests' / 'wasm' / 'elmo'
    for name in ('options.json', 'expected.json'):
        assert json.loads((tmp_path / name).read_text()) == json.loads((kept / name).read_text())
    with h5py.File(tmp_path / 'weights.hdf5') as new, h5py.File(kept / 'weights.hdf5') as old:
        names = []
        new.visit(names.append)
        for name in names:
            if isinstance(new[name], h5py.Dataset):
                np.testing.assert_array_equal(new[name], old[name])
