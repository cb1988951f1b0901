import { Eta } from '../lab/slot.js';
import { emptyPack, isFinished, isTrained, remember, untrained } from './pack.js';

/** @typedef {import('./pack.js').Pack} Pack */

/** What matters most is seen first: the results do not depend on the order. */
const FIRST = ['frozen', 'scratch'];
const modesInOrder = (/** @type {string[]} */ modes) => [
  ...FIRST.filter((mode) => modes.includes(mode)),
  ...modes.filter((mode) => !FIRST.includes(mode)),
];
const inOrderOfInterest = (/** @type {number[]} */ labels) =>
  [...labels].sort((a, b) => Number(b === 5) - Number(a === 5) || a - b);

/**
 * What both chapters do: make A and pre-train it, train Bs from it, compare the four ways. One thing
 * runs at a time. A chapter says what its packs are and how their models are made.
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
    if (!this.slots.has(key)) this.slots.set(key, emptyPack(key));
    return /** @type {Pack} */ (this.slots.get(key));
  }

  /** The examples. @abstract @param {Pack} _pack @returns {Promise<any>} */
  async load(_pack) {
    throw new Error('a chapter loads its examples');
  }

  /** A, untrained. @abstract @param {Pack} _pack @param {number} _seed @returns {Promise<any>} */
  async make(_pack, _seed) {
    throw new Error('a chapter makes its models');
  }

  /** A look at A while it trains. @param {Pack} _pack */
  async watch(_pack) {}

  /** When A has come to its end. @param {Pack} _pack */
  async measure(_pack) {}

  /** Was A trained from another seed than the control shows? @param {Pack} pack */
  isStale(pack) {
    return Boolean(pack.model) && pack.seed !== this.store.get('seed');
  }

  /** Makes A, untrained. @returns {Promise<boolean>} */
  async prepare(pack = this.current) {
    const seed = this.store.get('seed');
    pack.preparing = true;
    pack.ticket += 1;
    const { ticket } = pack;
    this.changed();
    try {
      pack.data ??= await this.load(pack);
      const model = await this.make(pack, seed);
      if (ticket !== pack.ticket) {
        await model.close();
        return false;
      }
      const report = await model.report();
      const old = [pack.model, pack.last?.model];
      Object.assign(pack, untrained(), { model, seed, report });
      for (const one of old) await one?.close();
      await this.watch(pack);
      return true;
    } catch (error) {
      if (ticket === pack.ticket) pack.errors = { ...pack.errors, pretrain: error };
      return false;
    } finally {
      if (ticket === pack.ticket) pack.preparing = false;
      this.changed();
    }
  }

  // ---- pre-training

  async pretrain() {
    const pack = this.current;
    if (pack.running || pack.job) return;
    const broken = pack.errors.pretrain?.code === 'EngineFailure';
    if (!pack.model || pack.preparing || this.isStale(pack) || broken) {
      if (!(await this.prepare(pack))) return;
    } else if (isFinished(pack)) {
      await pack.last?.model.close();
      const report = await pack.model.reset();
      Object.assign(pack, untrained(), { report });
    }
    await this.#run(pack);
  }

  async pause() {
    await this.current.model?.pause();
  }

  /** Untrained again. What was trained can be brought back. */
  async reset() {
    const pack = this.current;
    if (!pack.model || pack.job) return;
    if (pack.running) await pack.model.pause();
    if (isTrained(pack)) {
      const { model: a, last } = pack;
      const before = { ...pack, running: false };
      const both = { close: () => Promise.all([a.close(), last?.model.close()]) };
      await this.session.undoing.offer('reset', both, () => {
        const fresh = pack.model;
        Object.assign(pack, before, { ticket: pack.ticket + 1 });
        fresh?.close();
      });
      Object.assign(pack, { model: null, last: null }); // Undo keeps them
    }
    await this.prepare(pack);
  }

  /** @param {Pack} pack */
  async #run(pack) {
    if (this.session.undoing.name === 'reset') await this.session.undoing.drop();
    const eta = new Eta();
    const reported = (/** @type {any} */ report) => {
      if (!report) return;
      pack.report = report;
      pack.secondsLeft = eta.update(performance.now(), report.progress);
      remember(pack);
      this.session.watching.tick();
      this.changed();
    };
    Object.assign(pack, { running: true, hash: '', errors: {} });
    this.changed();
    try {
      reported(await pack.model.resume({ onProgress: reported }));
      if (pack.report?.diverged) pack.errors = { pretrain: { code: 'Diverged' } };
    } catch (error) {
      if (error.code !== 'Cancelled') pack.errors = { pretrain: error };
    }
    pack.running = false;
    this.changed();
    await this.#atRest(pack);
  }

  /** @param {Pack} pack */
  async #atRest(pack) {
    const { model } = pack;
    try {
      await this.watch(pack);
      const hash = await model.weightsHash();
      if (pack.model === model && !pack.running) pack.hash = hash;
      if (isFinished(pack) && pack.model === model) await this.measure(pack);
    } catch (error) {
      if (pack.model === model && error.code !== 'Cancelled') {
        pack.errors = { ...pack.errors, pretrain: error };
      }
    }
    this.changed();
  }

  // ---- jobs

  /**
   * One thing at a time, with progress and a way to stop it. What fails is said at its step.
   * @param {Pack} pack @param {'train' | 'compare'} name
   * @param {(job: {signal: AbortSignal, progress: (share: number) => void}) => Promise<void>} body
   */
  async work(pack, name, body) {
    if (pack.job || pack.running) return;
    const control = new AbortController();
    const eta = new Eta();
    /** @type {import('./pack.js').Job} */
    const job = { name, progress: 0, secondsLeft: Number.NaN, control };
    pack.job = job;
    pack.errors = { ...pack.errors, [name]: null };
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
      if (!stopped) pack.errors = { ...pack.errors, [name]: error };
    }
    if (pack.job === job) pack.job = null;
    this.changed();
  }

  /** Stops what runs beside pre-training. */
  cancel() {
    this.current.job?.control.abort();
  }

  /**
   * The four ways side by side, over labels and seeds.
   * @param {{pool: any, test: any, labels: number[], modes: string[], options?: object}} what
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
      const { results } = await pack.model.compare({ ...how, signal, onProgress: arrived });
      Object.assign(comparison, { results, finished: true });
    });
  }
}
