/** Chapter 8: a word with two meanings has one row, which lies between them. */
import { sentenceAbout } from '../../../../corpora/grammar.js';
import { Random } from '../../../../corpora/random.js';
import { generateRelations, lexicons } from '../../../../corpora/relations.js';
import { cosine } from '../../../plots/vectors.js';
import { planeOf } from '../../figures/plane.js';
import { plans } from '../../plans.js';
import { record } from '../../recording.js';
import { textOf, trainOn } from '../../texts.js';

/** @typedef {import('../../chapter.js').Context} Context */
/** @typedef {import('../../plans.js').Language} Language */
/** @typedef {import('../../recording.js').Model} Model */
/** @typedef {'word' | 'fruit' | 'company' | 'fruitCue' | 'companyCue'} Kind */
/** @typedef {{word: string, kind: Kind}} Named */
/** @typedef {Float32Array[]} Rows one for each of the words on the map */
/** @typedef {{word: string, similarity: number, kind: 'fruit' | 'company' | ''}} Near */
/** @typedef {{fruit: number, company: number, near: Near[]}} Place mean cosines, nearest words */

const NEAREST = 6;
const TENFOLD = 10;

export const plan = plans.skipGram;

/** The two senses of the word in the grammar of the text: fruit, company. @param {Language} language */
const sensesOf = (language) => {
  const { senses } = lexicons[language];
  const [fruit, company] = senses.filter(({ word }) => word === senses[0].word);
  return { word: fruit.word, fruit, company };
};

/** The words on the map; the first is the word in question. @param {Language} language */
export function wordsOf(language) {
  const { word, fruit, company } = sensesOf(language);
  const named = (/** @type {string[]} */ words, /** @type {Kind} */ kind) =>
    words.map((each) => ({ word: each, kind }));
  return /** @type {Named[]} */ ([
    { word, kind: 'word' },
    ...named(fruit.twins, 'fruit'),
    ...named(company.twins, 'company'),
    ...named([...fruit.before, ...fruit.after], 'fruitCue'),
    ...named([...company.before, ...company.after], 'companyCue'),
  ]);
}

/** @param {Context} context */
export async function train(context) {
  const words = wordsOf(context.language);
  /** @type {number[] | undefined} */
  let lines;
  const measure = async (/** @type {Model} */ model) => {
    if (!lines) {
      const places = new Map((await model.vocabulary()).map(({ word }, i) => [word, i]));
      lines = words.map(({ word }) => /** @type {number} */ (places.get(word)));
    }
    const all = await model.vectors();
    const width = all.length / model.info.vocabulary;
    return lines.map((line) => all.slice(line * width, (line + 1) * width));
  };
  return record(context.api, plan, { ...context, measure });
}

const mean = (/** @type {number[]} */ list) => list.reduce((a, b) => a + b, 0) / list.length;

/** Where the word has come to lie. @param {Model} model @param {Language} language @returns {Promise<Place>} */
async function placeOf(model, language) {
  const words = wordsOf(language);
  const [{ word }] = words;
  const alike = async (/** @type {Kind} */ kind) => {
    const group = words.filter((each) => each.kind === kind);
    return mean(await Promise.all(group.map((each) => model.similarity(word, each.word))));
  };
  const nearest = await model.mostSimilar({ positive: word, topn: NEAREST });
  const kindOf = (/** @type {string} */ near) => {
    const kind = words.find((each) => each.word === near)?.kind;
    return kind === 'fruit' || kind === 'company' ? kind : '';
  };
  return {
    fruit: await alike('fruit'),
    company: await alike('company'),
    near: nearest.map((each) => ({ ...each, kind: kindOf(each.word) })),
  };
}

/** Between: at least two of the six nearest words are fruit, and two are companies. @param {Place} place */
function outcomeOf({ near }) {
  const count = (/** @type {string} */ kind) => near.filter((each) => each.kind === kind).length;
  const [fruit, company] = [count('fruit'), count('company')];
  if (fruit >= 2 && company >= 2) return 'between';
  return fruit > company ? 'fruit' : company > fruit ? 'company' : '';
}

/** Which sentences hold the word, and whether as the fruit. @param {string[]} lines @param {Language} language */
function uses(lines, language) {
  const { word, fruit } = sensesOf(language);
  const cues = new Set([...fruit.before, ...fruit.after]);
  return lines.flatMap((line, index) => {
    const tokens = line.split(' ');
    return tokens.includes(word) ? [{ index, fruit: tokens.some((each) => cues.has(each)) }] : [];
  });
}

/**
 * The places of the recorded rows on a map of the trained ones; the word itself does not decide
 * about the map. Fruit is left, companies are right, the words of the sentences are below.
 * @param {Rows[]} frames @param {Named[]} words
 * @returns {[number, number][][]} for each frame
 */
export function mapOf(frames, words) {
  const last = /** @type {Rows} */ (frames.at(-1));
  const place = planeOf(last.slice(1));
  const places = last.map(place);
  const middle = (/** @type {Kind[]} */ kinds, /** @type {0 | 1} */ axis) =>
    mean(places.filter((_, i) => kinds.includes(words[i].kind)).map((at) => at[axis]));
  const right = middle(['company', 'companyCue'], 0) > middle(['fruit', 'fruitCue'], 0) ? 1 : -1;
  const up = middle(['fruit', 'company'], 1) > middle(['fruitCue', 'companyCue'], 1) ? 1 : -1;
  return frames.map((rows) =>
    rows.map((row) => {
      const [x, y] = place(row);
      return [right * x, up * y];
    }),
  );
}

/** @param {number} low @param {number} high */
const range = (low, high) => [low.toFixed(2), high.toFixed(2)];

/** @param {{frames: Rows[], run: {model: Model}}} trained @param {Context} context */
export async function conclude({ frames, run }, { language }) {
  const words = wordsOf(language);
  const lines = (await textOf(plan.corpus, language)).trim().split('\n');
  const found = uses(lines, language);
  const asFruit = found.filter(({ fruit }) => fruit).length;
  const [apple, ...rows] = /** @type {Rows} */ (frames.at(-1));
  const cosines = rows.map((row) => cosine(apple, row));
  const extent = (/** @type {Kind} */ kind) => {
    const group = cosines.filter((_, i) => words[i + 1].kind === kind);
    return range(Math.min(...group), Math.max(...group));
  };
  const place = await placeOf(run.model, language);
  const count = (/** @type {string} */ kind) =>
    place.near.filter((near) => near.kind === kind).length;
  return {
    value: outcomeOf(place),
    numbers: {
      fruitSentences: `${asFruit}`,
      companySentences: `${found.length - asFruit}`,
      nearFruit: `${count('fruit')}`,
      nearCompanies: `${count('company')}`,
    },
    more: {
      words,
      place,
      map: mapOf(frames, words),
      extents: { fruit: extent('fruit'), company: extent('company') },
      sentences: { fruit: asFruit, company: found.length - asFruit },
    },
  };
}

/**
 * The text with another mixture: of the sentences with the word, so many in a hundred are about the
 * fruit. All other sentences stay.
 * @param {string[]} lines @param {number} percent @param {Language} language
 */
export function mixed(lines, percent, language) {
  const { word, fruit, company } = sensesOf(language);
  const found = uses(lines, language);
  const wanted = Math.round((found.length * percent) / 100);
  const excess = found.filter((use) => use.fruit).length - wanted;
  const giving = found.filter((use) => use.fruit === excess > 0);
  const changes = Math.abs(excess);
  const { before, after, templates } = excess > 0 ? company : fruit;
  const head = { slots: { word: [word], before, after }, templates };
  const random = new Random(1);
  const result = [...lines];
  giving.forEach(({ index }, i) => {
    const due = Math.floor(((i + 1) * changes) / giving.length);
    if (due > Math.floor((i * changes) / giving.length)) {
      result[index] = sentenceAbout(head, random, () => true);
    }
  });
  return result;
}

/** Percent of fruit, in the order of training: the ends of the curves are there early. */
const MIXTURES = [90, 10, 70, 30, 100, 0, 80, 20, 60, 40];

/**
 * Trains anew for each mixture.
 * @param {{frames: Rows[], run: {model: Model}}} trained @param {Context} context
 * @param {(more: {places: Record<number, Place>}) => void} [onPart]
 */
export async function further({ run }, context, onPart) {
  const { language } = context;
  const lines = (await textOf(plan.corpus, language)).trim().split('\n');
  /** @type {Record<number, Place>} */
  const places = { 50: await placeOf(run.model, language) };
  onPart?.({ places: { ...places } });
  for (const percent of MIXTURES) {
    context.signal?.throwIfAborted();
    const text = `${mixed(lines, percent, language).join('\n')}\n`;
    const model = await trainOn(plan, text, { ...context, onProgress: undefined });
    try {
      places[percent] = await placeOf(model, language);
    } finally {
      await model.close();
    }
    onPart?.({ places: { ...places } });
  }
  const said = (/** @type {number} */ percent, /** @type {'fruit' | 'company'} */ kind) =>
    places[percent][kind].toFixed(2);
  return {
    value: '',
    numbers: {
      fruitAt90: said(90, 'fruit'),
      companyAt90: said(90, 'company'),
      fruitAt10: said(10, 'fruit'),
      companyAt10: said(10, 'company'),
    },
    more: { places },
  };
}

/**
 * Trains on ten times as many sentences.
 * @param {string} _choice @param {{run: {model: Model}}} trained @param {Context} context
 */
export async function check(_choice, { run }, context) {
  const { language } = context;
  let text = '';
  for (let seed = 1; seed <= TENFOLD; ++seed) {
    context.signal?.throwIfAborted();
    text += generateRelations({ language, seed }).text;
    await new Promise((resolve) => setTimeout(resolve)); // the page stays awake
  }
  const model = await trainOn(plan, text, context);
  try {
    const before = await placeOf(run.model, language);
    const after = await placeOf(model, language);
    return { value: outcomeOf(after), numbers: {}, more: { before, after } };
  } finally {
    await model.close();
  }
}
