import { corpus, header } from './python.js';
import { COMPARE, given } from './word2vec-python.js';

/**
 * Skip-gram or CBOW in gensim.
 * @param {import('./python.js').Run} run @returns {import('./python.js').Program}
 */
export function gensimProgram(run) {
  const { options, link } = run;
  const { model, objective, vectorSize, window, negative, sample, nsExponent } = options;
  const { sharedWindows = 1 } = options;
  const { alpha, minAlpha, epochs, seed, minCount } = options;
  const skipGram = model === 'skip-gram';
  const sampling = objective === 'negative-sampling';
  const text = corpus('sentences', run.train);
  const settings = {
    vector_size: vectorSize,
    window,
    sg: Number(skipGram),
    hs: Number(!sampling),
    negative: sampling ? negative : 0,
    ns_exponent: nsExponent,
    sample,
    min_count: minCount,
    alpha,
    min_alpha: minAlpha,
    epochs,
    seed,
  };
  const notes = [
    'gensim draws other random numbers, and draws negatives for every pair of words where',
    'Preformer shares them among the words of a window; so the vectors differ, and what they say',
    'agrees. Compared are the similarities of frequent words, by rank.',
  ];
  if (sampling && sharedWindows > 1) {
    notes.push(
      '',
      `In Preformer ${sharedWindows} consecutive windows shared their negatives, which gensim cannot do.`,
    );
  }
  if (!skipGram) {
    notes.push(
      '',
      'CBOW: gensim adds the whole gradient of the mean to each of its words, Preformer each word’s',
      'share; the learning rate is divided by the mean number of words in a window.',
    );
  }
  if (objective === 'softmax') {
    notes.push('', 'gensim has no full softmax; the hierarchical one stands in for it.');
  }
  const code = `${header({
    title: `Repeats a run of Preformer in gensim: ${skipGram ? 'Skip-gram' : 'CBOW'}.`,
    packages: '"gensim>=4" scipy',
    notes,
    link,
    starts: [
      'WORKERS=8 python3 THIS_FILE    # on eight cores; figures then differ from run to run',
    ],
  })}
import itertools
import os
import pathlib
import sys

from gensim.models import Word2Vec
from scipy.stats import spearmanr

${given(settings, run)}


def main():
    ${text.code}
${skipGram ? '' : '    SETTINGS["alpha"] /= 1 + SETTINGS["window"]  # words in a window, 1 … window on each side\n'}    model = Word2Vec(sentences, workers=int(os.environ.get("WORKERS", "1")), **SETTINGS)
    model.wv.save_word2vec_format("vectors.txt")
    print("vectors.txt written")
    for word in WORDS[:5]:
        print(word, "→", ", ".join(near for near, _ in model.wv.most_similar(word, topn=5)))
    pairs = itertools.combinations(WORDS, 2)
    here = [float(model.wv.similarity(a, b)) for a, b in pairs]
${COMPARE}


main()
`;
  return { name: `preformer-${model}-gensim.py`, code, files: text.files };
}
