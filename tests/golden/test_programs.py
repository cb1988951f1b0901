"""Programs that the page exports repeat its runs with other libraries, within their own tolerance."""
import os
import py_compile
import re
import subprocess
import sys

import pytest
from conftest import ROOT

MAKE = ROOT / 'tests' / 'golden' / 'make_programs.mjs'


def make(case, folder):
    """Trains as the page does; the program that repeats it."""
    done = subprocess.run(['node', str(MAKE), str(folder), case], capture_output=True,
                          cwd=ROOT, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return folder / done.stdout.decode().strip().splitlines()[-1]


def repeat(program):
    """One thread: these models are too small for more."""
    done = subprocess.run([sys.executable, program.name], capture_output=True, cwd=program.parent,
                          env=os.environ | {'OMP_NUM_THREADS': '1'}, timeout=600, check=False)
    said = done.stdout.decode()
    assert done.returncode == 0, said + done.stderr.decode()
    assert said.strip().endswith('\nrepeated'), said
    return said


@pytest.mark.parametrize('case', ['skip-gram', 'skip-gram-zh', 'skip-gram-hs', 'cbow', 'cbow-zh'])
def test_gensim(case, tmp_path):
    said = repeat(make(case, tmp_path))
    assert 'Rank correlation of similarities' in said
    assert (tmp_path / 'vectors.txt').stat().st_size > 10_000


@pytest.mark.parametrize('case', ['nnlm', 'nnlm-sgd', 'elmo', 'elmo-characters', 'elmo-wide'])
def test_pytorch(case, tmp_path):
    assert 'Held-out perplexity' in repeat(make(case, tmp_path))


def perplexity_of(said):
    return float(re.search(r'Held-out perplexity: here ([\d.]+),', said)[1])


@pytest.mark.parametrize('case', ['nnlm', 'elmo'])
def test_pytorch_in_two_processes(case, tmp_path):
    """As torchrun starts it, unchanged: the batches are shared, so the run stays nearly the same."""
    program = make(case, tmp_path)
    alone = perplexity_of(repeat(program))
    done = subprocess.run(
        [sys.executable, '-m', 'torch.distributed.run', '--standalone', '--nproc_per_node', '2',
         # Without these, torch 1.13 fails under Python 3.11 before it starts anything.
         '--redirects', '1', '--tee', '1', '--log_dir', str(tmp_path / 'log'), program.name],
        capture_output=True, cwd=tmp_path, env=os.environ | {'OMP_NUM_THREADS': '1'}, timeout=900,
        check=False)
    said = done.stdout.decode()
    assert done.returncode == 0, said + done.stderr.decode()
    assert said.count('repeated') == 1, said  # one process speaks
    assert perplexity_of(said) == pytest.approx(alone, rel=0.02)


def test_another_run_is_not_the_same(tmp_path):
    """The verdict is one: a program of other vectors fails."""
    program = make('skip-gram', tmp_path)
    lines = program.read_text(encoding='utf8').split('\n')
    at = next(i for i, line in enumerate(lines) if line.startswith('SIMILARITIES = '))
    lines[at] = lines[at] + '[::-1]'
    program.write_text('\n'.join(lines), encoding='utf8')
    done = subprocess.run([sys.executable, program.name], capture_output=True, cwd=tmp_path,
                          timeout=600, check=False)
    assert done.returncode == 1
    assert 'NOT repeated' in done.stdout.decode()


def test_spark_compiles(tmp_path):
    """Debian has no Spark: that the program is Python is all that can be shown here."""
    py_compile.compile(str(make('spark', tmp_path)), doraise=True)
