import { cutSentence } from '../text/sentence.js';

/**
 * What a reader types, as words of the corpus, and what the corpus knows about it.
 * @typedef {import('./corpus.js').Corpus} Corpus
 */

/** Ends of the line to the blank: the words on its left and on its right. @param {string} text @param {Set<string>} known */
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

/** Words that follow these at the beginning of some sentence of the corpus. */
export function continuations(/** @type {Corpus} */ corpus, /** @type {string[]} */ words) {
  const start = words.length ? `${words.join(' ')} ` : '';
  /** @type {Set<string>} */
  const found = new Set();
  for (const line of linesOf(corpus)) {
    if (line.startsWith(start) && line !== '') found.add(line.slice(start.length).split(' ')[0]);
  }
  return found;
}

/** Words that stand between these in some sentence of the corpus. */
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

/** What belongs to a word: its group's words, or the twins of its senses. */
export function kin(/** @type {Corpus} */ corpus, /** @type {string} */ word) {
  const group = corpus.groups[word];
  const sense = corpus.senses[word];
  if (sense) return new Set(sense.twins.flat());
  if (!group) return new Set();
  const words = Object.entries(corpus.groups).filter(([, name]) => name === group);
  return new Set(words.map(([name]) => name).filter((name) => name !== word));
}

/** Sentences of a polyseme with their senses: `most` of the training text, all that is held out. */
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
