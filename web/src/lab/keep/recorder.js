/**
 * Stores the trainings of this tab in case of a crash: a checkpoint every few seconds, deleted at
 * the end.
 */
import { newId } from './names.js';
import { aboutSlot, partsOf, sourcesOf } from './restore.js';

/** The first checkpoint comes early, because a toy corpus is often trained by then. */
const PACE_MS = { first: 700, pause: 2500 };
const SHARE = 30; // storing takes at most 1/30 of the time

/**
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('../session.js').Session} Session
 *
 * @typedef {object} Record a training of this tab
 * @property {string} id
 * @property {import('../slot.js').Model | null} model
 * @property {import('./restore.js').Sources} sources
 * @property {string} trained key of the settings (Store.trainingKey)
 * @property {number} due time of the next checkpoint
 * @property {number} kept step of the latest checkpoint
 * @property {boolean} ran whether training was in progress at that checkpoint
 * @property {Promise<void> | null} saving
 * @property {boolean} refused whether storage is full or forbidden
 */

export class Recorder {
  /** @type {Map<string, Record>} by kind of model */
  #records = new Map();

  /**
   * @param {Session} session
   * @param {object} options
   * @param {import('./shelf.js').Shelf} options.shelf
   * @param {import('./alive.js').Alive} options.alive
   * @param {(error: import('../../i18n/errors.js').Fault) => void} options.failed
   * @param {{first: number, pause: number}} [options.pace] milliseconds
   */
  constructor(session, { shelf, alive, failed, pace = PACE_MS }) {
    this.session = session;
    this.shelf = shelf;
    this.alive = alive;
    this.failed = failed;
    this.pace = pace;
  }

  /** Called after every change of the session. */
  look() {
    for (const slot of this.session.slots.values()) this.#lookAt(slot);
  }

  /** Stores the trainings in progress now, because the page may be closed. */
  hurry() {
    for (const slot of this.session.slots.values()) {
      const record = this.#records.get(slot.kind);
      if (record && record.model === slot.model) this.#save(slot, record);
    }
  }

  /** Continues a resumed training under its previous id. @param {Slot} slot @param {string} id */
  take(slot, id) {
    this.#records.set(slot.kind, { ...this.#record(slot, id), kept: slot.report?.step ?? 0 });
  }

  /** @param {Slot} slot @param {string} [id] @returns {Record} */
  #record(slot, id = newId('run')) {
    return {
      id,
      model: slot.model,
      sources: sourcesOf(this.session, slot),
      trained: this.session.store.trainingKey(slot.kind),
      due: performance.now() + this.pace.first,
      kept: -1,
      ran: false,
      saving: null,
      refused: false,
    };
  }

  #lookAt(/** @type {Slot} */ slot) {
    let record = this.#records.get(slot.kind);
    if (record && record.model !== slot.model) {
      this.#forget(slot.kind, record);
      record = undefined;
    }
    if (slot.kind === 'loaded' || !slot.report) return;
    if (slot.report.finished) {
      if (record && !slot.running) this.#forget(slot.kind, record);
      return;
    }
    if (slot.running && !record) {
      record = this.#record(slot);
      this.#records.set(slot.kind, record);
      this.alive.hold(record.id);
    }
    if (!record) return;
    const rests = !slot.running && (record.ran || slot.report.step !== record.kept);
    if (rests || (slot.running && performance.now() >= record.due)) this.#save(slot, record);
  }

  #save(/** @type {Slot} */ slot, /** @type {Record} */ record) {
    if (record.saving || record.refused || slot.finished) return;
    const start = performance.now();
    record.saving = this.#write(slot, record)
      .catch((error) => {
        if (this.#records.get(slot.kind) !== record || !/^Storage/.test(error.code)) return;
        record.refused = true;
        this.failed(error);
      })
      .finally(() => {
        record.saving = null;
        const now = performance.now();
        record.due = now + Math.max(this.pace.pause, SHARE * (now - start));
      });
  }

  async #write(/** @type {Slot} */ slot, /** @type {Record} */ record) {
    const { model, sources, id, trained } = record;
    if (!model) return;
    record.kept = slot.report?.step ?? 0;
    record.ran = slot.running;
    const bytes = await partsOf(model, sources);
    const isThere = () => this.#records.get(slot.kind) === record && slot.model === model;
    if (!isThere()) return;
    const about = { ...aboutSlot(slot, sources), trained, running: record.ran, tries: 0 };
    await this.shelf.put({ id, kind: 'run', name: '', about }, bytes);
    if (!isThere()) await this.shelf.remove(id); // the training ended during the write
  }

  /** Removes the record of a training that has ended or was replaced. */
  async #forget(/** @type {string} */ kind, /** @type {Record} */ { id, saving, kept }) {
    this.#records.delete(kind);
    await saving;
    if (kept >= 0) await this.shelf.remove(id).catch(() => {});
    this.alive.release(id);
  }
}
