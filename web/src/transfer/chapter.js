import { Eta } from '../training/eta.js';
import { Pack } from './pack.js';

/**
 * How to train a B, and what is noted of it.
 * @typedef {object} Trial
 * @property {Omit<import('../api/types.js').TransferOptions, 'seed' | 'signal' | 'onProgress'>} options
 * @property {(b: Classifier) => import('../api/types.js').Examples} test
 * @property {Record<string, unknown>} about
 * @property {(b: Classifier) => Promise<Record<string, unknown>>} more what is measured of the B on show
 *
 * @typedef {import('../api/classifier.js').Classifier} Classifier
 * @typedef {import('./pack.js').Lender} Lender
 * @typedef {import('../api/types.js').TransferMode} TransferMode
 */

/** What matters most is seen first: the results do not depend on the order. @type {TransferMode[]} */
const FIRST = ['frozen', 'scratch'];
const modesInOrder = (/** @type {TransferMode[]} */ modes) => [
  ...FIRST.filter((mode) => modes.includes(mode)),
  ...modes.filter((mode) => !FIRST.includes(mode)),
];
const inOrderOfInterest = (/** @type {number[]} */ labels) =>
  [...labels].sort((a, b) => Number(b === 5) - Number(a === 5) || a - b);

/**
 * What both chapters do: pre-train A, train Bs from it, compare the four ways. One thing runs at a
 * time. A chapter says what its packs are and how their models are made.
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

  /** Of the pack on show. @abstract @returns {string} */
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

  /** The examples. @abstract @param {Pack} _pack @returns {Promise<any>} of its own kind */
  async load(_pack) {
    throw new Error('a chapter loads its examples');
  }

  /** A, untrained. @abstract @param {Pack} _pack @param {number} _seed @returns {Promise<Lender>} */
  async make(_pack, _seed) {
    throw new Error('a chapter makes its models');
  }

  /** A look at A. @param {Pack} _pack */
  async watch(_pack) {}

  /** When A has come to its end. @param {Pack} _pack */
  async measure(_pack) {}

  /** Was A trained from another seed than the control shows? @param {Pack} pack */
  isStale(pack) {
    return pack.stale;
  }

  async pretrain() {
    if (!this.current.job) await this.current.train();
  }

  pause() {
    return this.current.pause();
  }

  /** Untrained again. What was trained can be brought back. */
  async reset() {
    if (!this.current.job) await this.current.reset();
  }

  // ---- jobs

  /**
   * One thing at a time, with progress and a way to stop it. What fails is said at its step.
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

  /** Stops what runs beside pre-training. */
  cancel() {
    this.current.job?.control.abort();
  }

  /**
   * One B after the other; the first is the one on show.
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
   * One B: trained, and measured.
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
   * The four ways side by side, over labels and seeds.
   * @param {Required<Pick<import('../api/types.js').CompareOptions, 'pool' | 'test' | 'labels' | 'modes'>>
   *   & {options?: object}} what
   */
  async compareAll({ pool, test, labels, modes, options = {} }) {
    const pack = this.current;
    const seeds = Number(this.store.get('seeds'));
    await this.work(pack, 'compare', async ({ signal, progress }) => {
      const comparison = { results: [], labels, modes, seeds, finished: false };
      pack.comparison = comparison;
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
