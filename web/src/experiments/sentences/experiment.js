/** The whole experiment without a page: train, find candidates, train again without each. */
import { gradientOf, valueIn, wordsOf } from './asked.js';
import { candidates, placebos } from './candidates.js';
import { influenceOf, noiseOf } from './influence.js';
import { textWithout } from './text.js';
import { optionsFor, trainAll } from './trainings.js';
import { verdictOf } from './verdict.js';

/**
 * @typedef {import('./asked.js').Asked} Asked
 * @typedef {import('./candidates.js').Candidate} Candidate
 * @typedef {import('./trainings.js').Trained} Trained
 * @typedef {import('../../api/model.js').Model} Model
 *
 * @typedef {Candidate & import('./verdict.js').Effect & {hashes: string[],
 *   fault: import('../../i18n/errors.js').Fault | null}} Tried
 *
 * @typedef {object} Base the trainings with all sentences
 * @property {number[]} values by seed
 * @property {string[]} hashes
 * @property {Model} model of the first seed
 *
 * @typedef {object} How
 * @property {(string | undefined)[]} workers
 * @property {AbortSignal} [signal]
 * @property {(done: number, of: number, perSecond: number) => void} [onProgress]
 */

/** A missing letter box is filled by CBOW; similarities are Skip-gram's. @param {Asked} asked @returns {'cbow' | 'skip-gram'} */
export const modelFor = ({ kind }) => (kind === 'blank' ? 'cbow' : 'skip-gram');

/** @param {import('./trainings.js').Job[]} jobs @param {Asked} asked @param {How} how */
const trainJobs = (jobs, asked, { workers, signal, onProgress }) =>
  trainAll(jobs, {
    options: optionsFor(modelFor(asked)),
    read: (model) => valueIn(model, asked),
    workers,
    signal,
    onProgress: (done, perSecond) => onProgress?.(done, jobs.length, perSecond),
  });

/**
 * Trains a text with every seed; the model of the first stays open.
 * @param {string} text @param {Asked} asked @param {number[]} seeds @param {How} how
 * @returns {Promise<{values: number[], hashes: string[], fault: Trained['fault'],
 *   model: Model | null}>} fault: why the text cannot be trained on
 */
export async function trainText(text, asked, seeds, how) {
  const jobs = seeds.map((seed, i) => ({ text, seed, keep: i === 0 }));
  const all = await trainJobs(jobs, asked, how);
  const [{ fault, model }] = all;
  return { values: all.map((one) => one.value), hashes: all.map((one) => one.hash), fault, model };
}

/**
 * Trains the whole text with every seed. Throws the fault of a text that cannot be trained on.
 * @param {string[][]} sentences @param {Asked} asked @param {number[]} seeds @param {How} how
 * @returns {Promise<Base>}
 */
export async function trainWhole(sentences, asked, seeds, how) {
  const text = textWithout(sentences, []);
  const { values, hashes, fault, model } = await trainText(text, asked, seeds, how);
  if (fault || !model) throw fault;
  return { values, hashes, model };
}

/**
 * Candidates of a trained text, by first-order influence.
 * @param {Model} model @param {string[][]} sentences @param {Asked} asked
 */
export async function candidatesIn(model, sentences, asked) {
  const [words, input, output] = await Promise.all([
    model.vocabulary(),
    model.vectors({ matrix: 'input' }),
    model.vectors({ matrix: 'output' }),
  ]);
  const ids = new Map(words.map(({ word }, id) => [word, id]));
  const noise = noiseOf(words.map(({ count }) => count));
  const weights = { ids, dims: model.info.dimensions, input, output, noise };
  const { window = 5, negative = 5 } = optionsFor(modelFor(asked));
  const settings = { model: modelFor(asked), window, negative };
  const influence = influenceOf(weights, gradientOf(weights, asked), settings);
  return candidates(sentences, asked, influence);
}

/**
 * Trains the text without each candidate, with every seed.
 * @param {string[][]} sentences @param {Asked} asked
 * @param {{seeds: number[], base: Base, candidates: Candidate[]}} what
 * @param {How} how
 * @returns {Promise<Tried[]>} in the order of the candidates
 */
export async function tryWithout(sentences, asked, { seeds, base, candidates: tried }, how) {
  const others = placebos(sentences, wordsOf(asked), tried);
  const groups = [...tried, ...others];
  const jobs = groups.flatMap((group) => {
    const text = textWithout(sentences, group.sentences);
    return seeds.map((seed) => ({ text, seed }));
  });
  const all = await trainJobs(jobs, asked, how);
  const of = (/** @type {number} */ i) => all.slice(i * seeds.length, (i + 1) * seeds.length);
  const values = groups.map((_, i) => of(i).map((one) => one.value));
  return tried.map((candidate, i) => {
    const alike = others.flatMap((one, n) =>
      one.sentences.length === candidate.sentences.length ? [values[tried.length + n]] : [],
    );
    const trained = of(i);
    return {
      ...candidate,
      ...verdictOf(base.values, values[i], alike),
      hashes: trained.map((one) => one.hash),
      fault: trained.find((one) => one.fault)?.fault ?? null,
    };
  });
}
