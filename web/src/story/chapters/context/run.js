/** Chapter 9: two sentences give one word two vectors, and Q stays as it is. */
import { presets } from '../../../../corpora/presets.js';
import { cosine, dot } from '../../../plots/vectors.js';
import { plans, presetOf } from '../../plans.js';
import { record } from '../../recording.js';

/** @typedef {import('../../chapter.js').Context} Context */
/** @typedef {import('../../plans.js').Language} Language */
/** @typedef {import('../../recording.js').Model} Model */
/** @typedef {'fruit' | 'company'} Sense */
/** @typedef {[Float32Array, Float32Array][]} Layers by layer: the word in the first, the second sentence */
/** @typedef {{words: string[], at: number, sense: Sense}} Line at: where the word in question stands */
/** @typedef {{word: string, probability: number}[]} Guesses */
/** @typedef {{next: Guesses, previous: Guesses}} Expected what the two readers expect at a place */

export const plan = plans.elmo;

const FRAMES = 24;
const LAYERS = [0, 1, 2];
/** Sentences of the text by which a meaning is told, and those from which its middle is computed. */
const KNOWN = 200;
const MIDDLE = 80;
const GUESSES = 3;

const SENTENCES = {
  en: [
    'farmers say this year apple sales need sunshine',
    'engineers say this year apple sales need chips',
  ],
  zh: ['果农 说 如今 苹果 其实 离不开 阳光', '工程师 说 如今 苹果 其实 离不开 芯片'],
};

/** What is in the field for a sentence of one's own. */
export const TYPED = {
  en: 'growers believe these days apple profits depend on rain',
  zh: '村民 觉得 今年 苹果 确实 需要 雨水',
};

const WORDS = { en: 'apple', zh: '苹果' };

/** @param {Language} language @returns {Line[]} */
export function linesOf(language) {
  return SENTENCES[language].map((sentence, i) => {
    const words = sentence.split(' ');
    return { words, at: words.indexOf(WORDS[language]), sense: i ? 'company' : 'fruit' };
  });
}

/** The vector of a word in its sentence. @param {Model} model @param {string[]} words @param {number} at @param {number} layer */
async function vectorIn(model, words, at, layer) {
  const all = await model.contextVectors(words, { layer });
  const width = all.length / words.length;
  const vector = all.slice(at * width, (at + 1) * width);
  return layer ? vector : vector.slice(0, width / 2); // layer 0 is the row of Q, twice
}

/** @param {Model} model @param {Line[]} lines @returns {Promise<Layers>} */
const layersOf = (model, lines) =>
  Promise.all(
    LAYERS.map(async (layer) => {
      const [a, b] = await Promise.all(
        lines.map(({ words, at }) => vectorIn(model, words, at, layer)),
      );
      return /** @type {[Float32Array, Float32Array]} */ ([a, b]);
    }),
  );

/** @param {Context} context */
export function train(context) {
  const lines = linesOf(context.language);
  const measure = (/** @type {Model} */ model) => layersOf(model, lines);
  return record(context.api, plan, { ...context, frames: FRAMES, measure });
}

/** How many numbers of two rows differ. @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
export const differing = (a, b) => Array.from(a).filter((x, i) => x !== b[i]).length;

/**
 * Sentences with the word, from the text and from what is held out, with their meanings.
 * @param {Language} language
 */
async function usesOf(language) {
  const preset = presets.find(({ id }) => id === presetOf(plan, language));
  const made = await preset?.polysemy?.();
  if (!made) throw new Error('This chapter needs the corpus of words with two meanings.');
  const word = WORDS[language];
  const uses = (
    /** @type {string} */ text,
    /** @type {(import('../../../../corpora/polysemy.js').Label | null)[]} */ labels,
  ) =>
    text
      .trim()
      .split('\n')
      .flatMap((line, i) => {
        const label = labels[i];
        return label?.word === word ? [{ words: line.split(' '), sense: label.sense }] : [];
      });
  return {
    names: /** @type {Sense[]} */ (made.senses[word].names),
    known: uses(made.text, made.labels.train).slice(0, KNOWN),
    unread: uses(made.heldout, made.labels.heldout),
  };
}

/** How many of the unread uses are told by each layer, as a share. @param {Model} model @param {Awaited<ReturnType<typeof usesOf>>} uses @param {Language} language @returns {Promise<number[]>} */
async function toldBy(model, { known, unread }, language) {
  const all = [...known, ...unread];
  await model.watch({
    word: WORDS[language],
    sentences: all.map(({ words }) => words),
    senses: all.map(({ sense }) => sense),
    heldout: all.map((_, i) => i >= known.length),
  });
  const { layers } = await model.senseMap({ layer: 0 });
  return LAYERS.map((layer) => layers[layer].accuracy);
}

/** What the readers expect at each place, from the words that they have seen. @param {Model} model @param {Line} line @returns {Promise<Expected[]>} */
const expectedAlong = (model, { words }) =>
  Promise.all(
    words.map(async (_, at) => {
      const how = { topn: GUESSES };
      const [next, previous] = await Promise.all([
        model.predictNext(words.slice(0, at), how),
        model.predictPrevious(words.slice(at + 1), how),
      ]);
      return { next, previous };
    }),
  );

const percent = (/** @type {number} */ share) => `${Math.round(100 * share)}`;

/** @typedef {{from: Float64Array, along: Float64Array}} Axis from the middle, towards the companies */

const minus = (/** @type {ArrayLike<number>} */ a, /** @type {ArrayLike<number>} */ b) =>
  Float64Array.from(a, (x, i) => x - b[i]);

/** Per layer, the axis from the mean of the fruit to the mean of the companies. @param {Model} model @param {Awaited<ReturnType<typeof usesOf>>} uses @param {Language} language @returns {Promise<Axis[]>} */
async function axesOf(model, { known, names }, language) {
  const some = known.slice(0, MIDDLE);
  return Promise.all(
    LAYERS.map(async (layer) => {
      const vectors = await Promise.all(
        some.map(({ words }) => vectorIn(model, words, words.indexOf(WORDS[language]), layer)),
      );
      const mean = (/** @type {Sense} */ sense) => {
        const group = vectors.filter((_, i) => names[some[i].sense] === sense);
        return Float64Array.from(
          vectors[0],
          (_, i) => group.reduce((sum, vector) => sum + vector[i], 0) / group.length,
        );
      };
      const [fruit, company] = [mean('fruit'), mean('company')];
      return { from: fruit.map((x, i) => (x + company[i]) / 2), along: minus(company, fruit) };
    }),
  );
}

/** Where a vector lies on the axis: −1 is the mean of the fruit, 1 that of the companies. @param {ArrayLike<number>} vector @param {Axis} axis */
function lean(vector, { from, along }) {
  const length = dot(along, along);
  return length > 1e-9 ? (2 * dot(minus(vector, from), along)) / length : 0;
}

/** @param {{frames: Layers[], run: {model: Model, hash: string}}} trained @param {Context} context */
export async function conclude({ frames, run }, { language }) {
  const { model } = run;
  const lines = linesOf(language);
  const last = /** @type {Layers} */ (frames.at(-1));
  const uses = await usesOf(language);
  const told = await toldBy(model, uses, language);
  const axes = await axesOf(model, uses, language);
  const vocabulary = new Set((await model.vocabulary()).map(({ word }) => word));
  const expected = await Promise.all(lines.map((line) => expectedAlong(model, line)));
  const changed = (await model.weightsHash()) !== run.hash;
  const differ = last.map(([a, b]) => differing(a, b));
  const value = changed
    ? 'everywhere'
    : differ[0]
      ? 'table'
      : differ[1] && differ[2]
        ? 'above'
        : '';
  const [reading] = expected.map((all, i) => all[lines[i].at]);
  return {
    value,
    numbers: {
      ...Object.fromEntries(LAYERS.map((layer) => [`told${layer}`, percent(told[layer])])),
      ...Object.fromEntries(LAYERS.map((layer) => [`differ${layer}`, `${differ[layer]}`])),
      alike1: cosine(...last[1]).toFixed(2),
      alike2: cosine(...last[2]).toFixed(2),
      unread: `${uses.unread.length}`,
      expectedApple: percent(
        reading.next.find(({ word }) => word === WORDS[language])?.probability ?? 0,
      ),
    },
    more: {
      told,
      expected,
      unread: uses.unread.length,
      hash: run.hash,
      axes,
      leans: [0, 1].map((i) => last.map((pair, layer) => lean(pair[i], axes[layer]))),
      vocabulary,
    },
  };
}

/**
 * The words of a typed sentence: between spaces or, in Chinese, the longest words of the text.
 * @param {string} typed @param {Set<string>} vocabulary
 * @returns {string[]} also words that are not in the text
 */
export function wordsOf(typed, vocabulary) {
  const parts = typed.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return parts.flatMap((part) => {
    if (vocabulary.has(part) || !/\p{Script=Han}/u.test(part)) return [part];
    /** @type {string[]} */
    const words = [];
    let unknown = '';
    for (let rest = part; rest; ) {
      let size = rest.length;
      while (size && !vocabulary.has(rest.slice(0, size))) --size;
      if (!size) unknown += rest[0];
      if (unknown && (size || rest.length === 1)) {
        words.push(unknown);
        unknown = '';
      }
      if (size) words.push(rest.slice(0, size));
      rest = rest.slice(size || 1);
    }
    return words;
  });
}

/** The word that every typed sentence needs. @param {Language} language */
export const wordOf = (language) => WORDS[language];

/**
 * Reads a sentence with the trained model.
 * @param {Model} model @param {string[]} words all of them in the text @param {Language} language
 * @param {Axis[]} axes
 */
export async function read(model, words, language, axes) {
  const at = words.indexOf(WORDS[language]);
  const [line] = linesOf(language);
  const before = await model.weightsHash();
  const rows = await Promise.all(
    LAYERS.map((layer) =>
      Promise.all([vectorIn(model, words, at, layer), vectorIn(model, line.words, line.at, layer)]),
    ),
  );
  return {
    words,
    at,
    leans: rows.map(([vector], layer) => lean(vector, axes[layer])),
    differ: rows.map(([a, b]) => differing(a, b)),
    before,
    after: await model.weightsHash(),
  };
}

/**
 * Reads a new sentence and looks at the weights.
 * @param {string} _choice @param {{run: {model: Model, hash: string}}} trained @param {Context} context
 */
export async function check(_choice, { run }, { language }) {
  const axes = await axesOf(run.model, await usesOf(language), language);
  const result = await read(run.model, TYPED[language].split(' '), language, axes);
  const same = result.before === run.hash && result.after === run.hash;
  const value = same && !result.differ[0] ? 'nothing' : result.differ[0] ? 'row' : 'readers';
  return { value, numbers: {}, more: result };
}
