"""What the page "Coming from gensim" says of gensim is true of the gensim that is installed."""
import gzip
import inspect
import json
import re
import subprocess

import pytest
from conftest import ROOT
from gensim.models import Word2Vec
from gensim.models.phrases import Phrases
from test_comparisons import asked, assert_same  # noqa: F401: asked is a fixture


def test_gensims_defaults():
    said = json.loads((ROOT / 'web' / 'reference' / 'gensim-defaults.json').read_text())
    parameters = inspect.signature(Word2Vec.__init__).parameters
    assert {one['name']: one['default'] for one in said.values()} == {
        one['name']: parameters[one['name']].default for one in said.values()}


def test_every_proof_is_there():
    lines = (ROOT / 'web' / 'reference' / 'gensim-lines.js').read_text(encoding='utf8')
    proofs = re.findall(r"proof: '(\w+\.py)::(\w+)'", lines)
    assert len(proofs) >= 18
    assert lines.count('gensim: ') >= 22
    for file, name in proofs:
        assert f'def {name}(' in (ROOT / 'tests' / 'golden' / file).read_text(encoding='utf8')


def trained(options, *questions, more=None):
    """Trains through our API and asks the model; with `more`, goes on and asks that model, too."""
    done = subprocess.run(['node', str(ROOT / 'tests' / 'golden' / 'train_and_ask.mjs')],
                          input=json.dumps({'options': options, 'questions': questions, 'more': more}),
                          capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_counts(sentences):
    theirs = Word2Vec(sentences, vector_size=4, min_count=3, epochs=1).wv
    ours, = trained({'corpus': {'tokens': sentences}, 'vectorSize': 4, 'minCount': 3, 'epochs': 1},
                    ['vocabulary'])
    assert {one['word']: one['count'] for one in ours} == {
        word: theirs.get_vecattr(word, 'count') for word in theirs.index_to_key}


def test_similar_by_vector(asked):  # noqa: F811
    vectors, ask = asked
    vector = vectors['king'] - vectors['man']
    ours, = ask(['mostSimilar', {'positive': [float(x) for x in vector]}])
    # gensim leaves no word out here; ours leaves none out either, since none was given.
    assert_same(ours, vectors.similar_by_vector(vector))


def kept(options, more, *questions):
    """Trains, goes on with `more` options, and asks both models."""
    return trained(options, *questions, more=more)


def test_more_epochs(sentences):
    """Going on at a learning rate of almost nothing leaves the vectors as they are, here and in gensim."""
    options = {'corpus': {'tokens': sentences}, 'vectorSize': 8, 'epochs': 2}
    slow = {'corpus': {'tokens': sentences}, 'alpha': 1e-6, 'minAlpha': 0, 'epochs': 1}
    (first, similar), (again, similar_again) = kept(
        options, slow, ['vectors'], ['similarity', 'king', 'queen'])
    assert again == pytest.approx(first, abs=1e-3)
    assert similar_again == pytest.approx(similar, abs=1e-3)
    fast = {**slow, 'alpha': 0.05, 'epochs': 4}
    (_, _), (other, _) = kept(options, fast, ['vectors'], ['similarity', 'king', 'queen'])
    assert other != pytest.approx(first, abs=1e-2)
    theirs = Word2Vec(sentences, vector_size=8, epochs=2, seed=1, workers=1)
    before = theirs.wv.vectors.copy()
    theirs.train(sentences, total_examples=len(sentences), epochs=1, start_alpha=1e-6, end_alpha=1e-7)
    assert theirs.wv.vectors == pytest.approx(before, abs=1e-3)


def test_new_sentences_keep_the_old_words(sentences):
    old, new = sentences[:700], sentences[700:] + [['a', 'brand', 'new', 'zebra']] * 5
    theirs = Word2Vec(old, vector_size=8, epochs=1, min_count=2, workers=1)
    theirs.build_vocab(new, update=True)
    (_,), (ours,) = kept({'corpus': {'tokens': old}, 'vectorSize': 8, 'epochs': 1, 'minCount': 2},
                         {'corpus': {'tokens': new}, 'epochs': 1, 'minCount': 2}, ['vocabulary'])
    # gensim counts a new text's rare words out before it adds; ours adds first.
    counts = {one['word']: one['count'] for one in ours}
    for word in theirs.wv.index_to_key:
        assert counts[word] == theirs.wv.get_vecattr(word, 'count'), word
    assert counts['zebra'] == 5
    assert set(theirs.wv.index_to_key) <= set(counts)


@pytest.mark.parametrize('minimum, threshold', [(5, 10.0), (20, 100.0)])
def test_phrases_of_the_state_of_the_union(tmp_path, minimum, threshold):
    path = ROOT / 'web' / 'corpora' / 'prepared' / 'state-of-the-union.txt.gz'
    sentences = [line.split() for line in gzip.open(path, 'rt', encoding='utf8')]
    theirs = Phrases(sentences, min_count=minimum, threshold=threshold)
    scores = theirs.export_phrases()
    done = subprocess.run(
        ['node', str(ROOT / 'tests' / 'golden' / 'find_phrases.mjs'), str(minimum), str(threshold),
         str(tmp_path / 'joined.txt')],
        capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    ours = {one['phrase']: one['score'] for one in json.loads(done.stdout)}
    assert len(ours) > 50
    assert ours == pytest.approx(scores, rel=1e-12)
    joined = (tmp_path / 'joined.txt').read_text(encoding='utf8').splitlines()
    expected = [' '.join(theirs[sentence]) for sentence in sentences if sentence]
    assert joined == expected
