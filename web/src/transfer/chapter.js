import { Eta } from '../training/eta.js';
import { Pack } from './pack.js';

/**
 * How a B is trained, and what is recorded about it.
 * @typedef {object} Trial
 * @property {Omit<import('../api/types.js').TransferOptions, 'seed' | 'signal' | 'onProgress'>} options
 * @property {(b: Classifier) => import('../api/types.js').Examples} test
 * @property {Record<string, unknown>} about
 * @property {(b: Classifier) => Promise<Record<string, unknown>>} more further measurements of the
 *   B that is shown
 *
 * @typedef {import('../api/classifier.js').Classifier} Classifier
 * @typedef {import('./pack.js').Lender} Lender
 * @typedef {import('../api/types.js').TransferMode} TransferMode
 */

/**
 * The most important results are computed first; they do not depend on the order.
 * @type {TransferMode[]}
 */
const FIRST = ['frozen', 'scratch'];
const modesInOrder = (/** @type {TransferMode[]} */ modes) => [
  ...FIRST.filter((mode) => modes.includes(mode)),
  ...modes.filter((mode) => !FIRST.includes(mode)),
];
const inOrderOfInterest = (/** @type {number[]} */ labels) =>
  [...labels].sort((a, b) => Number(b === 5) - Number(a === 5) || a - b);

/**
 * The common part of both chapters: pre-trains A, trains Bs from it, compares the four modes. Only
 * one of these runs at a time. A chapter defines its packs and creates its models.
 * @abstract
 */
export class Chapter {
  /** @param {import('./session.js').TransferSession} session */
  constructor(session) {
    this.session = session;
    /** @type {Map<string, Pack>} */
    this.slots = new Map();
  }

  get store() {
    return this.session.store;
  }

  changed() {
    this.session.changed();
  }

  /** The key of the current pack. @abstract @returns {string} */
  get key() {
    throw new Error('a chapter names its packs');
  }

  /** @returns {Pack} */
  get current() {
    const { key } = this;
    const pack = this.slots.get(key) ?? new Pack(this, key);
    this.slots.set(key, pack);
    return pack;
  }

  /**
   * Loads the examples. @abstract
   * @param {Pack} _pack
   * @returns {Promise<any>} any: each chapter has its own type
   */
  async load(_pack) {
    throw new Error('a chapter loads its examples');
  }

  /**
   * Creates an untrained A. @abstract
   * @param {Pack} _pack
   * @param {number} _seed
   * @returns {Promise<Lender>}
   */
  async make(_pack, _seed) {
    throw new Error('a chapter makes its models');
  }

  /**
   * A kept A. @abstract
   * @param {Pack} _pack
   * @param {Uint8Array} _checkpoint
   * @param {{finished: boolean, step?: number}} _report of the moment when it was stored
   * @returns {Promise<Lender>}
   */
  async reopen(_pack, _checkpoint, _report) {
    throw new Error('a chapter opens its models');
  }

  /** Called to update what is shown of A. @param {Pack} _pack */
  async watch(_pack) {}

  /** Called at the end of A's training. @param {Pack} _pack */
  async measure(_pack) {}

  /** Whether A was trained with another seed than the current one. @param {Pack} pack */
  isStale(pack) {
    return pack.stale;
  }

  async pretrain() {
    if (!this.current.job) await this.current.train();
  }

  pause() {
    return this.current.pause();
  }

  /** Resets A to untrained weights. A trained A can be restored. */
  async reset() {
    if (!this.current.job) await this.current.reset();
  }

  // ---- jobs

  /**
   * Runs one job at a time, with progress and cancellation. An error is shown at the job's step.
   * @param {Pack} pack @param {'train' | 'compare'} name
   * @param {(job: {signal: AbortSignal, progress: (share: number) => void}) => Promise<void>} body
   */
  async work(pack, name, body) {
    if (pack.job || pack.running || pack.preparing) return;
    const control = new AbortController();
    const eta = new Eta();
    /** @type {import('./pack.js').Job} */
    const job = { name, progress: 0, secondsLeft: Number.NaN, control };
    pack.job = job;
    pack.refused = { ...pack.refused, [name]: null };
    this.changed();
    const progress = (/** @type {number} */ share) => {
      job.progress = share;
      job.secondsLeft = eta.update(performance.now(), share);
      this.changed();
    };
    try {
      await body({ signal: control.signal, progress });
    } catch (error) {
      const stopped = error.code === 'Cancelled' || control.signal.aborted;
      if (error.code === 'Cancelled') await error.model?.close?.();
      if (!stopped) pack.refused = { ...pack.refused, [name]: error };
    }
    if (pack.job === job) pack.job = null;
    this.changed();
  }

  /** Stops the current job, but not pre-training. */
  cancel() {
    this.current.job?.control.abort();
  }

  /**
   * Trains one B after the other; the first one is shown.
   * @param {Trial[]} trials
   */
  async tryAll(trials) {
    const pack = this.current;
    await this.work(pack, 'train', async ({ signal, progress }) => {
      for (const [i, trial] of trials.entries()) {
        const share = (/** @type {number} */ x) => progress((i + 0.9 * x) / trials.length);
        await this.#try(pack, trial, { signal, share, keep: i === 0 });
      }
    });
    await this.session.watching.now();
  }

  /**
   * Trains and measures one B.
   * @param {Pack} pack @param {Trial} trial
   * @param {{signal: AbortSignal, share: (x: number) => void, keep: boolean}} how
   */
  async #try(pack, { options, test, about, more }, { signal, share, keep }) {
    const start = performance.now();
    const b = await /** @type {Lender} */ (pack.model).transfer({
      ...options,
      seed: this.store.get('seed'),
      signal,
      onProgress: ({ progress }) => share(progress),
    });
    const seconds = (performance.now() - start) / 1000;
    try {
      const measured = await b.evaluate(test(b), { signal });
      const { accuracy } = measured;
      const id = 1 + (pack.tries.at(-1)?.id ?? 0);
      pack.tries = [...pack.tries, { ...about, accuracy, seconds, control: !keep, id }];
      this.changed();
      if (!keep) return;
      const found = await more(b);
      const old = pack.last?.model;
      pack.last = { ...measured, ...found, model: b };
      await old?.close();
    } finally {
      if (pack.last?.model !== b) await b.close();
    }
  }

  /**
   * Compares the four modes for several numbers of labels and seeds.
   * @param {Required<Pick<import('../api/types.js').CompareOptions, 'pool' | 'test' | 'labels' | 'modes'>>
   *   & {options?: object}} what
   */
  async compareAll({ pool, test, labels, modes, options = {} }) {
    const pack = this.current;
    const seeds = Number(this.store.get('seeds'));
    await this.work(pack, 'compare', async ({ signal, progress }) => {
      const comparison = { results: [], labels, modes, seeds, finished: false };
      pack.comparison = comparison;
      // any: the comparisons of images and of sentences report different results.
      const arrived = (/** @type {any} */ news) => {
        if (!news || signal.aborted) return;
        comparison.results = news.results ?? comparison.results;
        progress(news.progress ?? 1);
      };
      const order = inOrderOfInterest(labels);
      const seed = this.store.get('seed');
      const how = {
        ...options,
        pool,
        test,
        modes: modesInOrder(modes),
        labels: order,
        seeds,
        seed,
      };
      const { results } = await /** @type {Lender} */ (pack.model).compare({
        ...how,
        signal,
        onProgress: arrived,
      });
      Object.assign(comparison, { results, finished: true });
    });
  }
}
