"""The API's questions that carry gensim's names give gensim's answers."""
import json
import subprocess

import numpy as np
import pytest
from conftest import ROOT
from gensim.models import KeyedVectors
from scipy.optimize import linprog
from scipy.spatial.distance import cdist


@pytest.fixture(scope='module')
def asked(gensim_files):
    """gensim's model of a file, and a function that asks our API the same file."""
    path = gensim_files['bin']

    def ask(*questions):
        done = subprocess.run(['node', str(ROOT / 'tests' / 'golden' / 'ask_vectors.mjs'), str(path)],
                              input=json.dumps(questions), capture_output=True, text=True,
                              timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return KeyedVectors.load_word2vec_format(str(path), binary=True), ask


def assert_same(ours, theirs):
    assert [one['word'] for one in ours] == [word for word, _ in theirs]
    assert [one['similarity'] for one in ours] == pytest.approx([float(s) for _, s in theirs], abs=1e-5)


def test_most_similar_cosmul(asked):
    vectors, ask = asked
    terms = [(['king', 'woman'], ['man']), (['国王'], []), (['queen'], ['king', 'emperor'])]
    ours = ask(*[['mostSimilarCosmul', {'positive': p, 'negative': n}] for p, n in terms])
    for (positive, negative), answer in zip(terms, ours):
        assert_same(answer, vectors.most_similar_cosmul(positive, negative))


def test_restrict_vocab(asked):
    vectors, ask = asked
    names = [{'positive': ['king', 'woman'], 'negative': ['man'], 'restrictVocab': count, 'topn': 5}
             for count in (9, 20, 10_000)]
    added, multiplied = ask(['mostSimilar', names[0]], ['mostSimilarCosmul', names[1]])
    assert_same(added, vectors.most_similar(['king', 'woman'], ['man'], topn=5, restrict_vocab=9))
    # gensim 4.2 takes restrict_vocab here, too, and searches all words all the same.
    whole = vectors.most_similar_cosmul(['king', 'woman'], ['man'], topn=len(vectors))
    frequent = [(word, s) for word, s in whole if vectors.get_index(word) < 20]
    assert_same(multiplied, frequent[:5])
    whole, = ask(['mostSimilar', names[2]])
    assert_same(whole, vectors.most_similar(['king', 'woman'], ['man'], topn=5))


def test_n_similarity_distances_closer_than_has(asked):
    vectors, ask = asked
    similarity, some, all_of_them, closer, known, unknown = ask(
        ['nSimilarity', ['king', 'queen'], ['man', 'woman', 'boy']],
        ['distances', 'king', ['queen', '国王', 'the']], ['distances', 'king'],
        ['closerThan', 'king', 'emperor'], ['has', '国王'], ['has', 'zebra'])
    assert similarity == pytest.approx(
        float(vectors.n_similarity(['king', 'queen'], ['man', 'woman', 'boy'])), abs=1e-6)
    assert some == pytest.approx(vectors.distances('king', ['queen', '国王', 'the']), abs=1e-6)
    assert all_of_them == pytest.approx(vectors.distances('king'), abs=1e-6)
    assert closer == vectors.closer_than('king', 'emperor')
    assert (known, unknown) == ('国王' in vectors, 'zebra' in vectors) == (True, False)


def transport(vectors, a, b):
    """Word mover's distance by linear programming: gensim's own needs a package that Debian lacks."""
    words = [sorted(set(text)) for text in (a, b)]
    shares = [[text.count(word) / len(text) for word in known] for text, known in zip((a, b), words)]
    cost = cdist(*[np.array([vectors.get_vector(w, norm=True) for w in known]) for known in words])
    rows, columns = cost.shape
    sums = np.zeros((rows + columns, rows * columns))
    for i in range(rows):
        sums[i, i * columns:(i + 1) * columns] = 1
    for j in range(columns):
        sums[rows + j, j::columns] = 1
    return linprog(cost.ravel(), A_eq=sums, b_eq=[*shares[0], *shares[1]]).fun


def test_word_movers_distance(asked):
    vectors, ask = asked
    pairs = [('the king rules the kingdom', 'the queen rules the land the land'),
             ('she eats a ripe apple with honey', '她 吃 苹果 和 蜂蜜'), ('king', 'man woman boy girl'),
             ('Paris is the capital of France', 'Paris is the capital of France')]
    ours = ask(*[['wmdistance', a.split(), b.split()] for a, b in pairs])
    expected = [transport(vectors, a.split(), b.split()) for a, b in pairs]
    assert ours == pytest.approx(expected, abs=1e-6)
