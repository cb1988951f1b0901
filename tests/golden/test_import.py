"""Files that gensim wrote, read as the page reads them: bit by bit the same, from text and binary."""
import gzip
import json
import shutil
import subprocess

import numpy as np
import pytest
from conftest import ROOT, load


def import_files(limit, *pairs):
    done = subprocess.run(
        ['node', str(ROOT / 'tests' / 'golden' / 'import_vectors.mjs'), str(limit),
         *[str(path) for pair in pairs for path in pair]],
        capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize('suffix', ['txt', 'bin'])
@pytest.mark.parametrize('packed', [False, True])
def test_gensims_files(gensim_files, gensim_model, tmp_path, suffix, packed):
    path = gensim_files[suffix]
    if packed:
        path = tmp_path / f'packed.{suffix}.gz'
        with gensim_files[suffix].open('rb') as source, gzip.open(path, 'wb') as out:
            shutil.copyfileobj(source, out)
    back = tmp_path / 'back.bin'
    found, = import_files(10**6, (path, back))
    assert (found['words'], found['duplicates'], found['short']) == (len(gensim_model), 0, False)
    again = load(back)
    assert again.index_to_key == gensim_model.index_to_key
    assert again.vectors.tobytes() == gensim_model.vectors.astype('<f4').tobytes()


@pytest.mark.parametrize('suffix', ['txt', 'bin'])
def test_the_first_words(gensim_files, gensim_model, tmp_path, suffix):
    back = tmp_path / 'back.bin'
    found, = import_files(7, (gensim_files[suffix], back))
    assert found['limited']
    again = load(back)
    assert again.index_to_key == gensim_model.index_to_key[:7]
    assert again.vectors.tobytes() == gensim_model.vectors[:7].astype('<f4').tobytes()


@pytest.mark.parametrize('model', ['skip-gram', 'cbow', 'nnlm', 'elmo'])
def test_training_begins_with_gensims_vectors(preformer, gensim_files, gensim_model, corpus,
                                              tmp_path, model):
    """With next to no learning rate they are still there at the end."""
    out = tmp_path / 'begun.bin'
    small = ['--optimiser', 'sgd'] if model in ('nnlm', 'elmo') else []
    report = preformer('train', '--model', model, '--corpus', corpus, '--size', 24, '--epochs', 1,
                       '--alpha', 1e-6, '--min-alpha', 0, *small, '--start', gensim_files['bin'],
                       '--vectors', out)
    assert report['startWords'] == len(gensim_model)
    begun = load(out)
    for word in gensim_model.index_to_key:
        np.testing.assert_allclose(begun[word], gensim_model[word], atol=2e-3)


def test_what_training_cannot_begin_with(preformer, gensim_files, corpus):
    start = ['--corpus', corpus, '--start', gensim_files['txt']]
    error = preformer('train', '--model', 'cbow', '--size', 25, *start, fails=True)['error']
    assert (error['code'], error['name']) == ('BadParameter', 'vectorSize')
    error = preformer('train', '--model', 'one-hot', *start, fails=True)['error']
    assert (error['code'], error['name']) == ('BadParameter', 'start')


def test_decimals_of_every_kind(tmp_path):
    """Text of floats, doubles and rounded numbers: what numpy makes of it, to the last bit."""
    random = np.random.default_rng(3)
    bits = random.integers(0, 2**32, size=4000, dtype=np.uint32).view(np.float32)
    floats = bits[np.isfinite(bits)][:3000].astype(str)
    doubles = [repr(x) for x in random.standard_normal(3000)]
    rounded = [f'{x:.6f}' for x in random.standard_normal(3000)]
    long = [f'{x:.25e}' for x in random.standard_normal(1000) * 10.0 ** random.integers(-30, 30, 1000)]
    for name, numbers in {'floats': floats, 'doubles': doubles, 'rounded': rounded,
                          'long': long}.items():
        rows = [numbers[i:i + 10] for i in range(0, len(numbers) - 9, 10)]
        path, back = tmp_path / f'{name}.txt', tmp_path / f'{name}.bin'
        path.write_text(f'{len(rows)} 10\n' + ''.join(
            f'w{i} {" ".join(row)}\n' for i, row in enumerate(rows)))
        import_files(10**6, (path, back))
        wanted = np.array([[np.float32(text) for text in row] for row in rows])
        np.testing.assert_array_equal(load(back).vectors, wanted, err_msg=name)
