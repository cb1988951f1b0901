/** The experiment without a page: trains two texts alike over several seeds, and compares them. */
import { Random } from '../../../corpora/random.js';
import * as api from '../../api/index.js';
import { inLanes } from '../../api/lanes.js';
import { LabError } from '../../text/own-text.js';
import { countsOf } from '../lines.js';
import { LEAST_SHARED, ranked, sharedWords, shiftsBetween } from './shifts.js';

/**
 * @typedef {import('../../api/model.js').Model} Model
 * @typedef {import('./shifts.js').Trained} Trained
 *
 * @typedef {object} Settings
 * @property {number} vectorSize
 * @property {number} epochs
 * @property {number} window
 * @property {number} sample
 * @property {number} minCount
 *
 * @typedef {object} How
 * @property {number} [seeds]
 * @property {Partial<Settings>} [settings]
 * @property {(string | undefined)[]} [workers] addresses of workers; undefined: the page's own
 * @property {(done: number, all: number) => void} [onProgress] in trainings
 * @property {AbortSignal} [signal]
 *
 * @typedef {object} Compared
 * @property {import('./shifts.js').Shift[]} shifts
 * @property {number} limit
 * @property {number} seeds
 * @property {number} shared number of words in both texts
 * @property {[Neighbours, Neighbours]} neighbours of each word, in both texts with the first seed
 * @property {[string, string]} hashes of the weights with the first seed
 * @typedef {Map<string, {word: string, similarity: number}[]>} Neighbours
 */

/** @type {Settings} */
export const SETTINGS = { vectorSize: 32, epochs: 5, window: 5, sample: 0, minCount: 8 };
export const MOST_SEEDS = 20;
/** Words that are listed with their neighbours. */
const LISTED = 60;
const NEIGHBOURS = 8;

/**
 * @param {string[][]} sentences @param {number} seed @param {Settings} settings
 * @param {{worker: string | undefined, signal?: AbortSignal}} where
 */
async function train(sentences, seed, settings, { worker, signal }) {
  const { vectorSize, epochs, window, sample, minCount } = settings;
  return api.train({
    corpus: { tokens: sentences },
    model: 'skip-gram',
    ...{ vectorSize, epochs, window, sample, minCount, seed, signal },
    ...(worker ? { workerUrl: worker } : {}),
  });
}

/** @param {Model} model @returns {Promise<Trained>} */
async function read(model) {
  const vocabulary = await model.vocabulary({ topn: 1e9 });
  const words = vocabulary.map(({ word }) => word);
  return { words, vectors: await model.vectors(), dimensions: model.info.dimensions };
}

/**
 * The sentences of both texts, shuffled together and cut in two as large as the texts.
 * @param {string[][]} a @param {string[][]} b @param {number} seed
 * @returns {[string[][], string[][]]}
 */
export function shuffledHalves(a, b, seed) {
  const all = new Random(seed).shuffle([...a, ...b]);
  return [all.slice(0, a.length), all.slice(a.length)];
}

/**
 * @param {[string[][], string[][]]} texts sentences of words
 * @param {How} [how]
 * @returns {Promise<Compared>} rejects with a LabError if the texts cannot be compared
 */
export async function compareTexts(texts, how = {}) {
  const { seeds = 5, workers = [undefined], onProgress, signal } = how;
  const settings = { ...SETTINGS, ...how.settings };
  const counts = /** @type {[import('./shifts.js').Counts, import('./shifts.js').Counts]} */ (
    texts.map(countsOf)
  );
  const words = sharedWords(counts[0], counts[1], settings.minCount);
  if (words.length < LEAST_SHARED) {
    throw new LabError('TooFewShared', 'The texts share too few words.', {
      value: String(words.length),
      permitted: String(LEAST_SHARED),
    });
  }
  /** @type {{real: Float64Array[], chance: Float64Array[]}} */
  const found = { real: [], chance: [] };
  /** @type {Compared['neighbours']} */
  const neighbours = [new Map(), new Map()];
  /** @type {[string, string]} */
  const hashes = ['', ''];
  const jobs = Array.from({ length: seeds }, (_, i) => i + 1).flatMap((seed) => [
    { seed, kind: /** @type {const} */ ('real') },
    { seed, kind: /** @type {const} */ ('chance') },
  ]);
  let done = 0;
  onProgress?.(done, 2 * jobs.length);
  /** Models of the first seed, whose neighbours are read when the order is known. @type {Model[]} */
  const kept = [];
  /** @param {typeof jobs[0]} job @param {string | undefined} worker */
  const compare = async ({ seed, kind }, worker) => {
    const pair = kind === 'real' ? texts : shuffledHalves(texts[0], texts[1], seed);
    /** @type {Trained[]} */
    const both = [];
    for (const [n, sentences] of pair.entries()) {
      const model = await train(sentences, seed, settings, { worker, signal });
      both.push(await read(model));
      if (kind === 'real' && seed === 1) {
        hashes[n] = await model.weightsHash();
        kept[n] = model;
      } else await model.close();
      onProgress?.(++done, 2 * jobs.length);
    }
    // Without a change, a word of one half may be too rare to be trained: it has no shift there.
    found[kind][seed - 1] = shiftsBetween(both[0], both[1], words);
  };
  try {
    await inLanes(jobs, workers, compare);
    const { shifts, limit } = ranked(words, counts, found.real, found.chance);
    for (const { word } of shifts.slice(0, LISTED)) {
      for (const n of [0, 1]) {
        const items = await kept[n].mostSimilar({ positive: [word], topn: NEIGHBOURS });
        neighbours[n].set(word, items);
      }
    }
    return { shifts, limit, seeds, shared: words.length, neighbours, hashes };
  } finally {
    await Promise.all(kept.map((model) => model?.close().catch(() => {})));
  }
}

/**
 * Sentences with a word, those with most of its neighbours first.
 * @param {string[][]} sentences @param {string} word @param {{word: string}[]} near @param {number} [most]
 */
export function sentencesBehind(sentences, word, near, most = 3) {
  const around = new Set(near.map((item) => item.word));
  // Texts of a grammar, and speeches, say some sentences more than once.
  const different = new Map(sentences.map((sentence) => [sentence.join(' '), sentence]));
  return [...different.values()]
    .filter((sentence) => sentence.includes(word))
    .map((sentence, at) => ({
      sentence,
      at,
      score:
        new Set(sentence.filter((other) => around.has(other))).size / Math.sqrt(sentence.length),
    }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most)
    .map(({ sentence }) => sentence);
}
