import { cutSentence } from '../text/sentence.js';

/**
 * Converts typed text to words of the corpus, and finds the correct answers in the corpus.
 * @typedef {import('./corpus.js').Corpus} Corpus
 */

/**
 * Splits a line at its blank into the words on the left and on the right.
 * @param {string} text @param {Set<string>} known
 */
export function cutBlank(text, known) {
  const at = text.search(/[_＿]/);
  if (at < 0) return null;
  const left = cutSentence(text.slice(0, at), known, '');
  const right = cutSentence(text.slice(at).replaceAll(/[_＿]/g, ' '), known, '');
  return {
    left: left.tokens,
    right: right.tokens,
    unknown: [...left.unknown, ...right.unknown],
  };
}

/** @param {string} text @param {Set<string>} known */
export const cutWords = (text, known) => cutSentence(text, known, '');

/** @param {Corpus} corpus */
const linesOf = ({ text, heldout }) => [...text.split('\n'), ...heldout.split('\n')];

/** The words that follow `words` at the beginning of a sentence of the corpus. */
export function continuations(/** @type {Corpus} */ corpus, /** @type {string[]} */ words) {
  const start = words.length ? `${words.join(' ')} ` : '';
  /** @type {Set<string>} */
  const found = new Set();
  for (const line of linesOf(corpus)) {
    if (line.startsWith(start) && line !== '') found.add(line.slice(start.length).split(' ')[0]);
  }
  return found;
}

/** The words between `left` and `right` in a sentence of the corpus. */
export function fillings(
  /** @type {Corpus} */ corpus,
  /** @type {string[]} */ left,
  /** @type {string[]} */ right,
) {
  const start = left.map((word) => `${word} `).join('');
  const end = right.map((word) => ` ${word}`).join('');
  /** @type {Set<string>} */
  const found = new Set();
  for (const line of linesOf(corpus)) {
    if (!line.startsWith(start) || !line.endsWith(end)) continue;
    const word = line.slice(start.length, line.length - end.length);
    if (word && !word.includes(' ') && line.length >= start.length + end.length) found.add(word);
  }
  return found;
}

/** The words that belong to a word: those of its group, or the twins of its senses. */
export function kin(/** @type {Corpus} */ corpus, /** @type {string} */ word) {
  const group = corpus.groups[word];
  const sense = corpus.senses[word];
  if (sense) return new Set(sense.twins.flat());
  if (!group) return new Set();
  const words = Object.entries(corpus.groups).filter(([, name]) => name === group);
  return new Set(words.map(([name]) => name).filter((name) => name !== word));
}

/**
 * Sentences with a polyseme and their senses: at most `most` of the training text, all of the
 * held-out text.
 */
export function occurrences(/** @type {Corpus} */ corpus, /** @type {string} */ word, most = 160) {
  const of = (/** @type {string} */ text, /** @type {Corpus['labels']['train']} */ labels) => {
    const lines = text.split('\n');
    return labels.flatMap((label, i) =>
      label?.word === word ? [{ tokens: lines[i].split(' '), sense: label.sense }] : [],
    );
  };
  const training = [0, 1].flatMap((sense) =>
    of(corpus.text, corpus.labels.train)
      .filter((one) => one.sense === sense)
      .slice(0, most / 2),
  );
  const heldout = of(corpus.heldout, corpus.labels.heldout);
  const all = [...training, ...heldout];
  return {
    word,
    sentences: all.map(({ tokens }) => tokens),
    senses: all.map(({ sense }) => sense),
    heldout: all.map((_, i) => i >= training.length),
  };
}
