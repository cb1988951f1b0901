"""gensim and we read each other's files and give the same answers."""
import re
import struct

import numpy as np
import pytest
from conftest import load

import generate_query_golden as golden

WORDS = ['king', 'woman', 'Paris', 'the', '国王', '女人', '苹果', 'naïve']

PAIRS = '\n'.join([
    '# pairs of two languages', 'king\tqueen\t9', 'king\tkingdom\t7.5', 'KING\tapple\t1',
    'paris\trome\t8', 'man\twoman\t9', 'man\tmarket\t4', '国王\t王后\t9', '国王\t苹果\t0.5',
    '苹果\t梨\t8', 'king\tunicorn\t3', 'apple\tplum\t8', 'the\tthe\t10', 'broken line',
]) + '\n'

ANALOGIES = '\n'.join([
    ': capitals', 'Paris France Rome Italy', 'Paris France Madrid Spain', 'Rome Italy Berlin Germany',
    'paris france oslo norway', 'Berlin Germany Paris France', ': people', 'man woman king queen',
    'boy girl man woman', 'emperor empress king queen', 'not four words', ': 中文',
    '男人 女人 国王 王后', '国王 王后 皇帝 女皇', '男孩 女孩 男人 女人', ': empty',
]) + '\n'


def assert_same_neighbours(ours, theirs):
    """The same words in the same order, similarities equal to 1e-5.

    Words whose similarity differs by less than float's rounding may swap places.
    """
    assert len(ours) == len(theirs)
    np.testing.assert_allclose([s for _, s in ours], [s for _, s in theirs], atol=1e-5)
    expected = dict(theirs)
    for place, (word, similarity) in enumerate(ours):
        if word != theirs[place][0]:
            assert expected[word] == pytest.approx(theirs[place][1], abs=1e-6), (ours, theirs)
        assert similarity == pytest.approx(expected[word], abs=1e-5)


def test_vectors_are_not_trivial(our_file):
    """What follows compares a model that learnt something."""
    vectors = load(our_file)
    assert vectors.similarity('Paris', 'Rome') > vectors.similarity('Paris', 'apple') + 0.1


def test_gensim_loads_the_same_bits_from_text_and_binary(preformer, corpus, tmp_path):
    files = [tmp_path / 'a.txt', tmp_path / 'a.bin']
    hashes = [preformer('train', '--corpus', corpus, '--size', 10, '--epochs', 1, '--vectors', f)
              ['weightsHash'] for f in files]
    assert hashes[0] == hashes[1]
    text, binary = map(load, files)
    assert text.index_to_key == binary.index_to_key
    assert text.vectors.tobytes() == binary.vectors.tobytes()


def test_vocabulary_order_and_shape(our_file, sentences):
    vectors = load(our_file)
    counts = {}
    for sentence in sentences:
        for word in sentence:
            counts[word] = counts.get(word, 0) + 1
    first = {word: i for i, word in enumerate(counts)}
    assert vectors.index_to_key == sorted(counts, key=lambda w: (-counts[w], first[w]))
    assert vectors.vectors.shape == (len(counts), 24)


def test_gensim_writes_again_what_we_wrote(our_file, tmp_path):
    """Binary byte for byte; text with other decimals for the same bits."""
    if our_file.suffix == '.bin':
        again = tmp_path / 'again.bin'
        load(our_file).save_word2vec_format(str(again), binary=True)
        assert again.read_bytes() == our_file.read_bytes()
    else:
        again = tmp_path / 'again.txt'
        load(our_file).save_word2vec_format(str(again))
        assert load(again).vectors.tobytes() == load(our_file).vectors.tobytes()


@pytest.mark.parametrize('word', WORDS)
def test_ten_neighbours(preformer, model_file, word):
    assert_same_neighbours(preformer.neighbours(model_file, [word]), load(model_file).most_similar(word))


@pytest.mark.parametrize('positive, negative', [
    (['king', 'woman'], ['man']), (['国王', '女人'], ['男人']), (['Paris', 'apple', '糖'], []),
    (['queen'], ['king', 'emperor']), (['king', 'king', 'man'], ['梨']),
])
def test_sums_of_words(preformer, model_file, positive, negative):
    vectors = load(model_file)
    for topn in (1, 10, 1000):
        assert_same_neighbours(preformer.neighbours(model_file, positive, negative, topn),
                               vectors.most_similar(positive, negative, topn=topn))


def test_similarity_and_rank(preformer, model_file):
    vectors = load(model_file)
    for a, b in [('king', 'queen'), ('国王', '苹果'), ('Paris', 'naïve'), ('the', 'the')]:
        ours = preformer('query', 'similarity', '--vectors', model_file, a, b)['similarity']
        assert ours == pytest.approx(float(vectors.similarity(a, b)), abs=1e-6)
        if a != b:
            rank = preformer('query', 'rank', '--vectors', model_file, a, b)['rank']
            assert rank == vectors.rank(a, b)


@pytest.mark.parametrize('words', [
    'king queen emperor apple', 'Paris Rome 女人 Berlin', '苹果 梨 国王 樱桃', 'man woman boy girl honey',
])
def test_doesnt_match(preformer, model_file, words):
    vectors, words = load(model_file), words.split()
    ours = preformer('query', 'doesnt-match', '--vectors', model_file, *words)
    assert ours['word'] == vectors.doesnt_match(words)
    expected = {word: float(s) for s, word in vectors.rank_by_centrality(words)}
    assert ours['similarities'] == pytest.approx([expected[w] for w in words], abs=1e-6)


def test_word_pairs(preformer, model_file, tmp_path):
    pairs = tmp_path / 'pairs.tsv'
    pairs.write_text(PAIRS, encoding='utf8')
    pearson, spearman, oov = load(model_file).evaluate_word_pairs(str(pairs))
    ours = preformer('eval', '--vectors', model_file, '--word-pairs', pairs)
    assert ours['pearson'] == pytest.approx(pearson[0], abs=1e-6)
    assert ours['spearman'] == pytest.approx(spearman[0], abs=1e-6)
    assert 100 * ours['oovRatio'] == pytest.approx(oov)
    assert (ours['pairs'], ours['oov'], ours['invalidLines']) == (11, 1, 1)


def test_word_analogies(preformer, model_file, tmp_path):
    analogies = tmp_path / 'analogies.txt'
    analogies.write_text(ANALOGIES, encoding='utf8')
    accuracy, sections = load(model_file).evaluate_word_analogies(str(analogies))
    ours = preformer('eval', '--vectors', model_file, '--analogies', analogies)
    assert ours['accuracy'] == pytest.approx(accuracy)
    assert [(s['name'], s['correct'], s['total']) for s in ours['sections']] == [
        (s['section'], len(s['correct']), len(s['correct']) + len(s['incorrect']))
        for s in sections[:-1]]
    assert (ours['total'], ours['oov'], ours['invalidLines']) == (10, 1, 1)


def test_every_analogy_of_the_vocabulary(preformer, model_file, tmp_path):
    """Hundreds of questions, so that right and wrong answers are both many."""
    vectors = load(model_file)
    random = np.random.default_rng(4)
    lines = [': random']
    for a, b, c in random.choice(vectors.index_to_key, size=(400, 3)):
        answers = vectors.most_similar([b, c], [a], topn=2)
        lines.append(f'{a} {b} {c} {answers[random.integers(2)][0]}')
    analogies = tmp_path / 'analogies.txt'
    analogies.write_text('\n'.join(lines), encoding='utf8')
    accuracy, _ = vectors.evaluate_word_analogies(str(analogies))
    ours = preformer('eval', '--vectors', model_file, '--analogies', analogies)
    assert 0.3 < accuracy < 0.7
    assert ours['accuracy'] == pytest.approx(accuracy)


def test_binary_rows_that_end_with_a_line_feed(preformer, gensim_model, tmp_path):
    """As word2vec.c writes them."""
    path = tmp_path / 'c.bin'
    with path.open('wb') as out:
        out.write(b'%d %d\n' % gensim_model.vectors.shape)
        for word in gensim_model.index_to_key:
            out.write(word.encode() + b' ' + gensim_model[word].astype('<f4').tobytes() + b'\n')
    assert_same_neighbours(preformer.neighbours(path, ['国王']), load(path).most_similar('国王'))


def test_numbers_from_smallest_to_largest(preformer, tmp_path):
    """Text keeps every bit of every kind of float, and gensim reads it."""
    bits = np.random.default_rng(1).integers(0, 2**32, size=4000, dtype=np.uint32)
    values = bits.view(np.float32)
    values = values[np.isfinite(values) & (abs(values) < 1e18) & (abs(values) > 1e-18)][:2000]
    source = tmp_path / 'source.bin'
    with source.open('wb') as out:
        out.write(b'%d 10\n' % (len(values) // 10))
        for i, row in enumerate(values[:len(values) // 10 * 10].reshape(-1, 10)):
            out.write(b'w%d ' % i + row.tobytes())
    vectors = load(source)
    vectors.save_word2vec_format(str(tmp_path / 'theirs.txt'))
    for word in ('w0', 'w7', 'w42'):
        assert_same_neighbours(preformer.neighbours(tmp_path / 'theirs.txt', [word]),
                               preformer.neighbours(source, [word]))


def test_tsv_pair_is_what_numpy_reads(preformer, corpus, our_file, tmp_path):
    path = tmp_path / 'vectors.tsv'
    preformer('train', '--model', 'skip-gram', '--corpus', corpus, '--size', 24, '--epochs', 4,
              '--seed', 3, '--vectors', path)
    vectors = load(our_file)
    table = np.loadtxt(path, delimiter='\t', dtype=np.float32)
    words = (tmp_path / 'vectors.metadata.tsv').read_text(encoding='utf8').splitlines()
    assert words == vectors.index_to_key
    assert table.tobytes() == vectors.vectors.tobytes()
    assert_same_neighbours(preformer.neighbours(path, ['king']), vectors.most_similar('king'))


@pytest.mark.parametrize('content', [
    b'', b'3 2\na 1 2\nb 3 4\n', b'2 2\na 1 2\nb 3 nan\n', b'1000000000000000000 5\na 1 2 3 4 5\n',
    b'2 2\na 1 2\na 3 4\n', b'1 1\n\xff 1\n', b'2 1\na ' + struct.pack('<f', 1) + b'b \x00\x00',
    b'1 1\na ' + struct.pack('<f', float('nan')), bytes(range(256)),
])
def test_broken_files(preformer, tmp_path, content):
    path = tmp_path / 'broken'
    path.write_bytes(content)
    error = preformer('query', 'similarity', '--vectors', path, '--strict', 'a', 'b',
                      fails=True)['error']
    assert error['code'] == 'BadFormat'
    assert len(error['message']) > 20


@pytest.mark.parametrize('content,words,left_out', [
    (b'3 2\na 1 2\nb 3 4\n', 2, 0), (b'2 2\na 1 2\nb 3 nan\n', 1, 1), (b'2 2\na 1 2\na 3 4\n', 1, 1),
])
def test_faulty_rows_are_left_out(preformer, tmp_path, content, words, left_out):
    path = tmp_path / 'faulty'
    path.write_bytes(content)
    read = preformer('query', 'similarity', '--vectors', path, 'a', 'a')['vectorsRead']
    assert (read['words'], read['leftOut']) == (words, left_out)


def test_golden_numbers_are_current():
    """tests/cpp/query/golden.inc is what its generator writes here, last digits aside."""
    number = re.compile(r'-?\d+\.\d+(?:e[-+]?\d+)?')
    stored, made = golden.OUTPUT.read_text(encoding='utf8'), golden.generate()
    assert number.sub('#', stored) == number.sub('#', made)
    np.testing.assert_allclose([float(n) for n in number.findall(stored)],
                               [float(n) for n in number.findall(made)], rtol=1e-5, atol=1e-6)
