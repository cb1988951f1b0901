/**
 * The same run with several seeds: how much of an answer is luck. Every run is a training of its
 * own; with several workers they go on side by side.
 */
import { badParameter, cancelled, PreformerError } from '../worker/errors.js';
import { inLanes } from './lanes.js';
import * as check from './options.js';
import { answerOf, heldOf, kindOf } from './repeat-questions.js';

/**
 * @typedef {import('./model.js').Model} Model
 * @typedef {import('./repeat-questions.js').Ask} Ask
 * @typedef {import('./repeat-questions.js').Held} Held
 *
 * @typedef {{done: number, runs: number, progress: number, secondsLeft: number}} RepeatProgress
 *
 * @typedef {object} RepeatOptions
 * @property {number | number[]} [seeds] number of runs, with `seed`, `seed` + 1, …; or the seeds; 5
 * @property {Ask[]} [ask] questions; with them the models are closed as soon as they have answered
 * @property {(string | URL | undefined)[]} [workers] addresses of workers that train side by side;
 *   undefined: the page's own. One address with another fragment is another worker
 * @property {AbortSignal} [signal] aborting stops; the promise then rejects with code Cancelled
 * @property {(progress: RepeatProgress) => void} [onProgress] how many runs are done, and
 *   how long the others will take
 */

export const MOST_SEEDS = 1000;

/** @param {number | number[]} seeds @param {number} first */
function seedsOf(seeds, first) {
  if (!Array.isArray(seeds)) {
    check.checkValue('seeds', seeds, check.integer(5, 1, MOST_SEEDS));
    return Array.from({ length: seeds }, (_, i) => first + i);
  }
  check.checkValue('seeds', seeds.length, check.integer(5, 1, MOST_SEEDS));
  for (const seed of seeds) check.checkValue('seeds', seed, check.seed);
  return seeds;
}

/** What several runs had to say. */
export class Runs {
  /** @type {Map<string, number> | null} */
  #counts = null;

  /**
   * @param {number[]} seeds
   * @param {string[]} hashes of the weights, in the order of the seeds
   * @param {Model[]} models those that are open, in the same order
   * @param {Held[]} answers to the questions that were given beforehand
   */
  constructor(seeds, hashes, models, answers) {
    this.seeds = seeds;
    this.hashes = hashes;
    this.models = models;
    this.answers = answers;
  }

  /** Asks all models. @param {Ask} ask @returns {Promise<Held>} */
  async ask(ask) {
    kindOf(ask);
    const [first] = this.models;
    if (!first) throw badParameter('ask', ask, 'asked beforehand: the models are closed');
    this.#counts ??= await countsOf(first);
    const answers = await Promise.all(this.models.map((model) => answerOf(model, ask)));
    return heldOf(ask, answers, this.#counts);
  }

  /** Closes the models. What was answered stays. */
  async close() {
    await Promise.all(this.models.splice(0).map((model) => model.close()));
  }
}

/** @param {Model} model */
async function countsOf(model) {
  return new Map((await model.vocabulary()).map(({ word, count }) => [word, count]));
}

/**
 * Trains the same run with several seeds. Without `ask`, the models stay open, to be asked by
 * `ask()` until `close()`.
 * @param {typeof import('./index.js').create} create
 * @param {import('./types.js').CreateOptions} options of one run
 * @param {RepeatOptions} [how]
 * @returns {Promise<Runs>}
 */
export async function repeatWith(create, options, how = {}) {
  check.checkNames(how, ['seeds', 'ask', 'workers', 'signal', 'onProgress']);
  check.checkRun(how);
  const { ask, workers = [options.workerUrl], signal, onProgress } = how;
  const seeds = seedsOf(how.seeds ?? 5, options.seed ?? 1);
  ask?.forEach(kindOf);

  /** @type {(Model | undefined)[]} */
  const models = new Array(seeds.length);
  /** @type {string[]} */
  const hashes = [];
  /** Of each run, its answers to all questions. @type {import('./repeat-questions.js').Said[][]} */
  const answers = [];
  /** @type {Map<string, number>} */
  let counts = new Map();
  const shares = seeds.map(() => 0);
  const begun = performance.now();
  let done = 0;
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();

  const tell = () => {
    const progress = shares.reduce((sum, share) => sum + share, 0) / seeds.length;
    const seconds = (performance.now() - begun) / 1000;
    const secondsLeft = progress > 0 ? (seconds * (1 - progress)) / progress : Number.NaN;
    onProgress?.({ done, runs: seeds.length, progress, secondsLeft });
  };

  /** @param {number} seed @param {string | URL | undefined} workerUrl @param {number} at */
  const runOne = async (seed, workerUrl, at) => {
    const own = workerUrl === undefined ? {} : { workerUrl };
    const { onProgress: _, ...run } = options;
    const model = await create({ ...run, ...own, seed, signal: stop.signal });
    models[at] = model;
    const report = await model.resume({
      signal: stop.signal,
      onProgress: (report) => {
        shares[at] = report.progress;
        tell();
      },
    });
    if (report.diverged) throw diverged(seed, model.options.alpha);
    hashes[at] = await model.weightsHash();
    if (ask) {
      if (!counts.size) counts = await countsOf(model);
      answers[at] = await Promise.all(ask.map((one) => answerOf(model, one)));
      await model.close();
      models[at] = undefined;
    }
    shares[at] = 1;
    done += 1;
    tell();
  };

  /** @type {typeof runOne} */
  const runOrStop = async (...job) => {
    try {
      await runOne(...job);
    } catch (error) {
      abort(); // the runs beside it, too
      throw error;
    }
  };
  try {
    await inLanes(seeds, workers, runOrStop, stop.signal);
    if (stop.signal.aborted) throw cancelled();
  } catch (error) {
    await Promise.all(models.map((model) => model?.close().catch(() => {})));
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
  const open = models.filter((model) => model !== undefined);
  const held = (ask ?? []).map((one, i) =>
    heldOf(
      one,
      answers.map((all) => all[i]),
      counts,
    ),
  );
  return new Runs(seeds, hashes, open, held);
}

/** @param {number} seed @param {unknown} alpha */
const diverged = (seed, alpha) =>
  new PreformerError({
    code: 'BadParameter',
    message: `Training with seed ${seed} diverged: the loss is no longer finite. Take a smaller alpha.`,
    parameter: 'alpha',
    value: String(alpha),
    permitted: `less than ${alpha}`,
  });
