"""numpy reads what we write."""
import numpy as np
from conftest import load


def test_numpy_loads_vectors(preformer, corpus, tmp_path):
    files = [tmp_path / 'a.npy', tmp_path / 'a.txt']
    for path in files:
        preformer('train', '--corpus', corpus, '--size', 10, '--epochs', 1, '--vectors', path)
    array = np.load(files[0])
    assert array.dtype == np.float32
    assert array.flags['C_CONTIGUOUS']
    assert array.tobytes() == load(files[1]).vectors.tobytes()
