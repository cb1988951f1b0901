/**
 * The occurrences of one word: sentences, with the sense if the corpus contains it.
 *
 * @typedef {object} Corpus result of generatePolysemy
 * @property {string} text
 * @property {string} heldout sentences that are not used for training
 * @property {Record<string, {names: string[]}>} senses
 * @property {{train: Label[], heldout: Label[]}} labels one per sentence
 * @typedef {{word: string, sense: string | number} | null} Label
 *
 * @typedef {object} Occurrences
 * @property {string} word
 * @property {string[]} names names of the senses
 * @property {string[][]} sentences
 * @property {number[]} places index of the word in each sentence
 * @property {number[]} senses index into names, −1 if unknown
 * @property {boolean[]} heldout
 */

/** Enough to see a cloud, and few enough to compute during training. */
const TRAINED = 150;
const HELD_OUT = 100;

/**
 * Chooses different sentences, equally many of each sense, from all parts of the corpus.
 * @param {Corpus} corpus @param {string} word @returns {Occurrences}
 */
export function occurrencesOf(corpus, word, { trained = TRAINED, heldout = HELD_OUT } = {}) {
  const { names } = corpus.senses[word];
  const all = [
    ...found(corpus.text, corpus.labels.train, { word, names, heldout: false }),
    ...found(corpus.heldout, corpus.labels.heldout, { word, names, heldout: true }),
  ];
  const seen = new Set();
  const different = all.filter(({ text }) => !seen.has(text) && seen.add(text));
  const chosen = [
    ...balanced(
      different.filter((one) => !one.heldout),
      names,
      trained,
    ),
    ...balanced(
      different.filter((one) => one.heldout),
      names,
      heldout,
    ),
  ];
  return {
    word,
    names,
    sentences: chosen.map(({ tokens }) => tokens),
    places: chosen.map(({ tokens }) => tokens.indexOf(word)),
    senses: chosen.map(({ sense }) => sense),
    heldout: chosen.map((one) => one.heldout),
  };
}

/** @param {string} text @param {Label[]} labels @param {{word: string, names: string[], heldout: boolean}} of */
function found(text, labels, { word, names, heldout }) {
  const lines = text.split('\n');
  return labels.flatMap((label, i) => {
    if (!label || label.word !== word) return [];
    const sense = typeof label.sense === 'number' ? label.sense : names.indexOf(label.sense);
    return [{ text: lines[i], tokens: lines[i].split(' '), sense, heldout }];
  });
}

/**
 * Equally many of each sense, at most `most` in all.
 * @template {{sense: number}} T @param {T[]} list @param {string[]} names @param {number} most
 */
function balanced(list, names, most) {
  const bySense = names.map((_, sense) => list.filter((one) => one.sense === sense));
  const least = Math.min(...bySense.map(({ length }) => length));
  return bySense.flatMap((some) => spread(some, Math.min(least, Math.floor(most / names.length))));
}

/**
 * `count` items of the list at equal distances. @template T
 * @param {T[]} list
 * @param {number} count
 */
const spread = (list, count) =>
  list.length <= count
    ? list
    : Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);

/** The share of the more frequent sense: the accuracy of always guessing it. */
export function chance(/** @type {Occurrences} */ { senses, heldout, names }) {
  const asked = senses.filter((sense, i) => heldout[i] && sense >= 0);
  const most = Math.max(...names.map((_, s) => asked.filter((sense) => sense === s).length));
  return asked.length ? most / asked.length : 1 / names.length;
}
