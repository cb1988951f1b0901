/** The kept trainings of a page: restores them, offers them, discards them. */
import { Alive } from './alive.js';
import { bytesOf } from './entry.js';
import './messages.js';
import { Recorder } from './recorder.js';
import { Shelf } from './shelf.js';
import { isOnTrial } from './trial.js';

/**
 * @typedef {import('./entry.js').Listed} Listed
 * @typedef {import('./manner.js').Manner} Manner
 * @typedef {import('./manner.js').Run} Run
 * @typedef {import('./manner.js').About & import('./entry.js').OfRun} RunAbout
 * @typedef {EventTarget & {changed: () => void, starting?: Promise<unknown> | null,
 *   presets?: import('../../corpora/presets.js').Preset[],
 *   store?: {get(name: string): unknown}}} Session
 *
 * @typedef {object} Note a message for the reader
 * @property {'offer' | 'restoring' | 'resumed' | 'problem'} kind
 * @property {Listed} [entry]
 * @property {Run} [run] of `restoring`
 * @property {import('../i18n/errors.js').Fault} [error]
 */

/** The oldest trainings beyond these limits are deleted. */
const MOST_KEPT = 12;
const MOST_BYTES = 150e6;
/** A training that could not be restored in so many visits is not tried again. */
const MOST_TRIES = 3;
/** Restoring is mentioned if it takes longer. */
const SOON_MS = 400;
/** Before this share of a training, "resumed" would only puzzle. */
const BEGUN = 0.005;

/** The data that the recorder wrote. @param {Listed} entry entry of a training */
export const aboutRun = ({ about }) => /** @type {RunAbout} */ (about);

export class Trainings {
  /** What is being restored. @type {Map<string, Listed>} */
  #opening = new Map();
  #saidStorage = false;

  /**
   * @param {Session} session
   * @param {Manner} manner
   * @param {{shelf?: Shelf, alive?: Alive, pace?: {first: number, pause: number}}} [parts]
   */
  constructor(session, manner, { shelf = new Shelf(), alive = new Alive(), pace } = {}) {
    this.session = session;
    this.manner = manner;
    this.shelf = shelf;
    this.alive = alive;
    /** @type {Note | null} */
    this.note = null;
    this.recorder = new Recorder(manner, {
      shelf,
      alive,
      pace,
      failed: (error) => this.sayOnce(error),
      restored: (run, id) => this.#restored(run, id),
      stored: () => this.#prune(),
      makeRoom: () => this.#prune(1),
    });
  }

  /** Observes the session from now on. @param {Document} [page] */
  follow(page = document) {
    this.session.addEventListener('change', () => this.recorder.look());
    page.addEventListener('visibilitychange', () => {
      if (page.visibilityState === 'hidden') this.recorder.hurry();
    });
    this.recorder.look();
  }

  /**
   * How to put the kept training of a run's current settings in place; null if there is none.
   * @param {Run} run
   * @returns {Promise<import('../training/life.js').AnyMaker | null>}
   */
  async recall(run) {
    const { manner, alive } = this;
    const place = manner.placeOf(run);
    if (!place || isOnTrial(this.session.store)) return null;
    const wanted = manner.wantedOf(run);
    const fits = (/** @type {Listed} */ entry) => {
      const about = aboutRun(entry);
      if (this.#pageOf(about) !== manner.page || this.#placeOf(about) !== place) return false;
      if (about.trained !== wanted || !(manner.canOpen?.(about) ?? true)) return false;
      // A training that was resumed before may have crashed the page: where it can be offered, it
      // is not resumed again by itself.
      return about.tries < (about.running && this.offers ? 1 : MOST_TRIES);
    };
    const entry = (await this.free()).find(fits);
    if (!entry || !(await alive.hold(entry.id))) return null;
    return () => this.#open(run, entry);
  }

  /** Whether the page offers trainings that it does not restore by itself. */
  get offers() {
    return false;
  }

  #pageOf(/** @type {RunAbout} */ { page = 'lab' }) {
    return page;
  }

  #placeOf(/** @type {RunAbout} */ { place, settings }) {
    return place ?? settings.model;
  }

  /** The trainings that no tab has, the latest first. Unreadable ones are deleted. */
  async free() {
    const [runs, living] = await Promise.all([this.shelf.list(['run']), this.alive.all()]);
    const mine = this.recorder.ids;
    const { gone } = this.recorder;
    const free = runs.filter(({ id }) => !mine.has(id) && !gone.has(id));
    const dead = free.filter(({ id }) => !living.has(id) || this.alive.has(id));
    const broken = dead.filter(({ state }) => state === 'broken');
    await Promise.all(broken.map(({ id }) => this.shelf.remove(id)));
    return dead.filter(({ state }) => state === 'good');
  }

  /** Counts an attempt to restore a training. @param {string} id */
  tried(id) {
    return this.shelf.change(id, (kept) => ({
      ...kept,
      about: { ...kept.about, tries: (kept.about.tries ?? 0) + 1 },
    }));
  }

  /** @param {Run} run @param {Listed} entry */
  async #open(run, entry) {
    const { id } = entry;
    const timer = setTimeout(() => this.tell({ kind: 'restoring', entry, run }), SOON_MS);
    try {
      await this.tried(id);
      const { bytes } = await this.shelf.read(id);
      const opened = await this.manner.open(run, aboutRun(entry), bytes);
      this.#opening.set(id, entry);
      this.recorder.expect(opened.model, id);
      return opened;
    } catch (error) {
      this.alive.release(id);
      if (error.code !== 'Cancelled') this.tell({ kind: 'problem', error, entry });
      throw error;
    } finally {
      clearTimeout(timer);
      if (this.note?.kind === 'restoring') this.tell(null);
    }
  }

  /** A restored model is in place. */
  #restored(/** @type {Run} */ run, /** @type {string} */ id) {
    const entry = this.#opening.get(id);
    this.#opening.delete(id);
    if (!entry) return;
    const { running, tries, report } = aboutRun(entry);
    // A training that goes on may still crash the page: its attempt counts until it is stored.
    if (!running) this.shelf.change(id, untried).catch(() => {});
    if (!report.finished && report.progress >= BEGUN) this.tell({ kind: 'resumed', entry });
    if (running && !tries) this.#goOn(run);
  }

  async #goOn(/** @type {Run} */ run) {
    await this.session.starting?.catch(() => {});
    await this.manner.train(run);
  }

  /** Gives up what is being restored, and creates a new model. */
  async beginAfresh() {
    const { run, entry } = this.note ?? {};
    this.dismiss();
    if (!run || !entry) return;
    this.recorder.gone.add(entry.id);
    await run.renew();
    await this.#remove(entry);
  }

  /** Resumes what was offered. @param {Listed} _entry */
  async resume(_entry) {}

  /** Discards a training. @param {Listed} entry */
  async discard(entry) {
    this.dismiss();
    await this.#remove(entry);
  }

  async #remove(/** @type {Listed} */ { id }) {
    try {
      await this.shelf.remove(id);
    } catch (error) {
      this.tell({ kind: 'problem', error });
    }
  }

  dismiss() {
    this.tell(null);
  }

  /** @param {Note | null} note */
  tell(note) {
    this.note = note;
    this.session.changed();
  }

  /**
   * Trainings cannot be stored or listed: said once, because it does no harm.
   * @param {NonNullable<Note['error']>} error
   */
  sayOnce(error) {
    if (this.#saidStorage || wasSaid(error.code ?? '')) return;
    this.#saidStorage = true;
    this.tell({ kind: 'problem', error });
  }

  /**
   * Deletes the oldest trainings that no tab has, beyond the limits.
   * @param {number} [least] how many to delete in any case
   * @returns {Promise<boolean>} whether anything was deleted
   */
  async #prune(least = 0) {
    const runs = await this.shelf.list(['run']);
    const free = await this.free();
    let bytes = runs.reduce((sum, entry) => sum + bytesOf(entry), 0);
    let count = runs.length;
    let deleted = 0;
    for (const entry of free.reverse()) {
      if (count <= MOST_KEPT && bytes <= MOST_BYTES && deleted >= least) break;
      await this.shelf.remove(entry.id);
      bytes -= bytesOf(entry);
      count -= 1;
      deleted += 1;
    }
    return deleted > 0;
  }
}

/** @param {import('./entry.js').Entry} kept @returns {import('./entry.js').Entry} */
const untried = (kept) => ({ ...kept, about: { ...kept.about, tries: 0 } });

/**
 * Whether another page of this tab has already said that the browser stores nothing.
 * @param {string} code
 */
function wasSaid(code) {
  const key = `preformer.said.${code}`;
  try {
    const said = sessionStorage.getItem(key) !== null;
    sessionStorage.setItem(key, '1');
    return said;
  } catch {
    return false; // forbidden, or there is no window
  }
}
