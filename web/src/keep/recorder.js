/**
 * Stores the trainings of this tab: a checkpoint every few seconds, and the final state. What the
 * reader resets is deleted.
 */
import { storageError } from './errors.js';
import { newId } from './names.js';

/** The first checkpoint comes early, because a toy corpus is often trained by then. */
const PACE_MS = { first: 700, pause: 2500 };
const SHARE = 30; // storing takes at most 1/30 of the time

/**
 * @typedef {import('./manner.js').Manner} Manner
 * @typedef {import('./manner.js').Run} Run
 *
 * @typedef {object} Record a training of this tab
 * @property {string} id
 * @property {Run} run
 * @property {Run['model']} model
 * @property {string} place
 * @property {unknown} sources what the page's manner needs besides the run
 * @property {string} trained key of the settings from which the model was made
 * @property {number} due time of the next checkpoint
 * @property {string} kept stamp of the latest checkpoint; '' for none
 * @property {boolean} ran whether training was in progress at that checkpoint
 * @property {Promise<void> | null} saving
 * @property {boolean} refused whether storage is full or forbidden
 */

export class Recorder {
  /** @type {Map<Run, Record>} */
  #records = new Map();
  /** The ids of restored models. @type {WeakMap<object, string>} */
  #ids = new WeakMap();
  /** Trainings that were reset. Deleting them takes a moment. @type {Set<string>} */
  gone = new Set();

  /**
   * @param {Manner} manner
   * @param {object} options
   * @param {import('./shelf.js').Shelf} options.shelf
   * @param {import('./alive.js').Alive} options.alive
   * @param {(error: import('../i18n/errors.js').Fault) => void} options.failed
   * @param {(run: Run, id: string) => void} [options.restored] called when a restored model is in
   *   place
   * @param {() => Promise<unknown>} [options.stored] called when a training at rest was stored
   * @param {() => Promise<boolean>} [options.makeRoom] deletes older trainings; returns whether
   *   there was one
   * @param {{first: number, pause: number}} [options.pace] milliseconds
   */
  constructor(manner, { shelf, alive, failed, restored, stored, makeRoom, pace = PACE_MS }) {
    this.manner = manner;
    this.shelf = shelf;
    this.alive = alive;
    this.failed = failed;
    this.restored = restored ?? (() => {});
    this.stored = stored ?? (async () => {});
    this.makeRoom = makeRoom ?? (async () => false);
    this.pace = pace;
  }

  /** Called after every change of the session. */
  look() {
    const runs = new Set(this.manner.runs());
    for (const [run, record] of this.#records) if (!runs.has(run)) this.#leave(run, record);
    for (const run of runs) this.#lookAt(run);
  }

  /** Stores the trainings in progress now, because the page may be closed. */
  hurry() {
    for (const [run, record] of this.#records) if (record.model === run.model) this.#save(record);
  }

  /** The ids of the trainings that this tab has. @returns {Set<string>} */
  get ids() {
    return new Set([...this.#records.values()].map(({ id }) => id));
  }

  /** A model of a stored training will be put in place. @param {object} model @param {string} id */
  expect(model, id) {
    this.#ids.set(model, id);
  }

  /** @param {Run} run @returns {Record} */
  #begin(run) {
    const { manner } = this;
    const known = run.model ? this.#ids.get(run.model) : undefined;
    /** @type {Record} */
    const record = {
      id: known ?? newId('run'),
      run,
      model: run.model,
      place: manner.placeOf(run),
      sources: manner.sourcesOf?.(run),
      trained: manner.keyOf(run),
      due: performance.now() + this.pace.first,
      kept: known ? manner.stampOf(run) : '',
      ran: false,
      saving: null,
      refused: false,
    };
    this.#records.set(run, record);
    this.alive.hold(record.id);
    if (known) this.restored(run, known);
    return record;
  }

  #lookAt(/** @type {Run} */ run) {
    let record = this.#records.get(run);
    if (record && record.model !== run.model) {
      this.#leave(run, record);
      record = undefined;
    }
    if (!run.model || !run.trained || run.preparing || !this.manner.placeOf(run)) return;
    if (run.report?.diverged) {
      if (record) this.#forget(record);
      return;
    }
    record ??= this.#begin(run);
    const rests = !run.running && (record.ran || this.manner.stampOf(run) !== record.kept);
    if (rests || (run.running && performance.now() >= record.due)) this.#save(record);
  }

  #save(/** @type {Record} */ record) {
    if (record.saving || record.refused || !record.run.trained) return;
    const start = performance.now();
    record.saving = this.#write(record)
      .catch((error) => {
        if (!this.#has(record) || !/^Storage/.test(error.code)) return;
        record.refused = true;
        this.failed(error);
      })
      .finally(() => {
        record.saving = null;
        const now = performance.now();
        record.due = now + Math.max(this.pace.pause, SHARE * (now - start));
        if (this.#has(record)) this.#lookAt(record.run); // it may have ended meanwhile
      });
  }

  /**
   * The storage is full: what can be computed again is left out before older trainings are deleted.
   * @param {Parameters<import('./shelf.js').Shelf['put']>[0]} entry
   * @param {import('./shelf.js').Parts} essential @param {import('./shelf.js').Parts} all
   */
  async #putEssential(entry, essential, all) {
    const less = Object.keys(essential).length < Object.keys(all).length;
    if (less) {
      try {
        return await this.shelf.put(entry, essential);
      } catch (error) {
        if (error.code !== 'StorageFull') throw error;
      }
    }
    if (!(await this.makeRoom())) throw storageError('StorageFull');
    await this.shelf.put(entry, essential);
  }

  #has(/** @type {Record} */ record) {
    const { run, model } = record;
    return this.#records.get(run) === record && run.model === model;
  }

  async #write(/** @type {Record} */ record) {
    const { run, sources, id, trained, place } = record;
    const { manner } = this;
    record.kept = manner.stampOf(run);
    record.ran = run.running;
    const bytes = await manner.partsOf(run, sources);
    if (!this.#has(record)) return;
    const about = { ...manner.aboutOf(run, sources), page: manner.page, place, trained };
    const state = { running: record.ran, tries: 0 };
    /** @type {Parameters<import('./shelf.js').Shelf['put']>[0]} */
    const entry = { id, kind: 'run', name: '', about: { ...about, ...state } };
    try {
      await this.shelf.put(entry, bytes);
    } catch (error) {
      if (error.code !== 'StorageFull') throw error;
      await this.#putEssential(entry, manner.essentialOf?.(bytes) ?? bytes, bytes);
    }
    if (this.gone.has(id))
      await this.shelf.remove(id); // reset meanwhile
    else if (!record.ran) await this.stored();
  }

  /**
   * The model of a training is no longer on the page: it was reset, or another one with other
   * settings has taken its place.
   */
  #leave(/** @type {Run} */ run, /** @type {Record} */ record) {
    const { manner } = this;
    const same = manner.placeOf(run) === record.place && manner.wantedOf(run) === record.trained;
    if (same) return this.#forget(record);
    this.#records.delete(record.run);
    return this.alive.release(record.id);
  }

  /** Deletes a training. */
  async #forget(/** @type {Record} */ { run, id, saving, kept }) {
    this.gone.add(id);
    this.#records.delete(run);
    await saving;
    if (kept) await this.shelf.remove(id).catch(() => {});
    this.alive.release(id);
  }
}
