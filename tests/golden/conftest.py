"""Fixtures: the command line under test, a bilingual toy text, and models of both programs.

PREFORMER names another program than build/native/preformer. A missing program fails the tests: a
skipped comparison would look like a passed one.
"""
import json
import os
import pathlib
import random
import subprocess

import pytest
from gensim.models import KeyedVectors, Word2Vec

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get('PREFORMER', ROOT / 'build' / 'native' / 'preformer'))


class Preformer:
    """Calls the program with --json and returns the object on its last line."""

    def __call__(self, *arguments, fails=False):
        assert PROGRAM.exists(), f'{PROGRAM} is missing: build it, or set PREFORMER'
        done = subprocess.run([str(PROGRAM), *map(str, arguments), '--json'], capture_output=True,
                              timeout=300, check=False)
        assert done.returncode == (1 if fails else 0), done.stderr.decode()
        return json.loads(done.stdout.decode('utf8').strip().splitlines()[-1])

    def neighbours(self, vectors, positive, negative=(), topn=10):
        arguments = ['query', 'most-similar', '--vectors', vectors, '--topn', topn]
        for word in positive:
            arguments += ['--positive', word]
        for word in negative:
            arguments += ['--negative', word]
        return [(r['word'], r['similarity']) for r in self(*arguments)['results']]


@pytest.fixture(scope='session')
def preformer():
    return Preformer()


def make_sentences(count=1500, seed=5):
    """Sentences of two languages in which words of one kind share their company."""
    chooser = random.Random(seed)
    patterns = [
        ('the {} rules the {}', 'king queen emperor empress', 'kingdom country empire land'),
        ('a {} walks to the {}', 'man woman boy girl', 'market school river house'),
        ('{} is the capital of {}', 'Paris Rome Madrid Berlin', 'France Italy Spain Germany'),
        ('she eats a ripe {} with {}', 'apple pear plum cherry', 'honey cream sugar salt'),
        ('{} 统治 着 {}', '国王 王后 皇帝 女皇', '王国 国家 帝国 土地'),
        ('{} 走 到 {} 去', '男人 女人 男孩 女孩', '市场 学校 河边 家里'),
        ('她 吃 {} 和 {}', '苹果 梨 李子 樱桃', '蜂蜜 奶油 糖 naïve'),
    ]
    sentences = []
    for _ in range(count):
        pattern, first, second = chooser.choice(patterns)
        sentences.append(pattern.format(chooser.choice(first.split()),
                                        chooser.choice(second.split())).split())
    return sentences


@pytest.fixture(scope='session')
def sentences():
    return make_sentences()


@pytest.fixture(scope='session')
def corpus(sentences, tmp_path_factory):
    path = tmp_path_factory.mktemp('corpus') / 'toy.txt'
    path.write_text(''.join(' '.join(s) + '\n' for s in sentences), encoding='utf8')
    return path


@pytest.fixture(scope='session')
def our_files(preformer, corpus, tmp_path_factory):
    """Vectors that we trained and wrote, by format."""
    folder = tmp_path_factory.mktemp('ours')
    files = {suffix: folder / f'vectors.{suffix}' for suffix in ('txt', 'bin')}
    for path in files.values():
        report = preformer('train', '--model', 'skip-gram', '--corpus', corpus, '--size', 24,
                           '--epochs', 4, '--seed', 3, '--vectors', path)
        assert report['vocabulary'] > 50
    return files


@pytest.fixture(scope='session')
def gensim_model(sentences):
    model = Word2Vec(sentences, vector_size=24, window=5, min_count=1, sg=1, negative=5, epochs=4,
                     seed=3, workers=1, alpha=0.05, sample=0)
    return model.wv


@pytest.fixture(scope='session')
def gensim_files(gensim_model, tmp_path_factory):
    """Vectors that gensim trained and wrote, by format."""
    folder = tmp_path_factory.mktemp('gensim')
    files = {suffix: folder / f'vectors.{suffix}' for suffix in ('txt', 'bin')}
    for suffix, path in files.items():
        gensim_model.save_word2vec_format(str(path), binary=suffix == 'bin')
    return files


@pytest.fixture(params=['txt', 'bin'])
def our_file(request, our_files):
    return our_files[request.param]


@pytest.fixture(params=['ours-txt', 'ours-bin', 'gensim-txt', 'gensim-bin'])
def model_file(request, our_files, gensim_files):
    writer, suffix = request.param.split('-')
    return (our_files if writer == 'ours' else gensim_files)[suffix]


def load(path):
    return KeyedVectors.load_word2vec_format(str(path), binary=path.suffix == '.bin')
