/** Interrupted trainings: finds them when the page opens, resumes or discards them. */
import { Alive } from './alive.js';
import './messages.js';
import { Recorder } from './recorder.js';
import { isOnShow, restore } from './restore.js';
import { Shelf } from './shelf.js';

/**
 * @typedef {import('./entry.js').Listed} Listed
 * @typedef {import('../session.js').Session} Session
 *
 * @typedef {import('./restore.js').About & import('./entry.js').OfRun} RunAbout
 *
 * @typedef {object} Note a message for the reader
 * @property {'offer' | 'resumed' | 'problem'} kind
 * @property {Listed} [entry]
 * @property {import('../../i18n/errors.js').Fault} [error]
 */

const MOST_KEPT = 5;

/** The data that the recorder wrote. @param {Listed} entry entry of a training */
const aboutRun = ({ about }) => /** @type {RunAbout} */ (about);

export class Trainings {
  /**
   * @param {Session} session
   * @param {{shelf?: Shelf, alive?: Alive, pace?: {first: number, pause: number}}} [parts]
   */
  constructor(session, { shelf = new Shelf(), alive = new Alive(), pace } = {}) {
    this.session = session;
    this.shelf = shelf;
    this.alive = alive;
    /** @type {Note | null} */
    this.note = null;
    const failed = (/** @type {Note['error']} */ error) => this.#tell({ kind: 'problem', error });
    this.recorder = new Recorder(session, { shelf, alive, failed, pace });
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
   * Looks for trainings that are not open in any tab. The latest is resumed if the page shows
   * exactly its settings, else offered. A training that was resumed before is only offered, because
   * it may have crashed the page.
   */
  async find() {
    try {
      const cutOff = await this.#cutOff();
      const [latest] = cutOff;
      if (!latest) return;
      const about = aboutRun(latest);
      const { current } = this.session;
      const waits = current.kind === about.settings.model && !current.running;
      if (waits && !about.tries && isOnShow(this.session, about)) {
        await this.resume(latest);
      } else this.#tell({ kind: 'offer', entry: latest });
    } catch (error) {
      this.#tell({ kind: 'problem', error });
    }
  }

  /** The interrupted trainings, the latest first. Old and unreadable ones are deleted. */
  async #cutOff() {
    const [runs, living] = await Promise.all([this.shelf.list(['run']), this.alive.all()]);
    const dead = runs.filter(({ id }) => !living.has(id));
    const good = dead.filter(({ state }) => state === 'good');
    const broken = dead.filter(({ state }) => state === 'broken');
    await Promise.all([...good.slice(MOST_KEPT), ...broken].map(({ id }) => this.shelf.remove(id)));
    return good.slice(0, MOST_KEPT);
  }

  /** @param {Listed} entry */
  async resume(entry) {
    const { id } = entry;
    try {
      if (!(await this.alive.hold(id))) throw Object.assign(new Error(), { code: 'InAnotherTab' });
      await this.shelf.change(id, (kept) => ({
        ...kept,
        about: { ...kept.about, tries: (kept.about.tries ?? 0) + 1 },
      }));
      const { bytes } = await this.shelf.read(id);
      const slot = await restore(this.session, aboutRun(entry), bytes);
      this.recorder.take(slot, id);
      this.#tell({ kind: 'resumed', entry });
      if (entry.about.running) this.session.train();
    } catch (error) {
      this.alive.release(id);
      this.#tell({ kind: 'problem', error, entry });
    }
  }

  /** Discards a training and offers the previous one. @param {Listed} entry */
  async discard(entry) {
    this.dismiss();
    try {
      await this.shelf.remove(entry.id);
      const [next] = await this.#cutOff();
      if (next) this.#tell({ kind: 'offer', entry: next });
    } catch (error) {
      this.#tell({ kind: 'problem', error });
    }
  }

  dismiss() {
    this.#tell(null);
  }

  #tell(/** @type {Note | null} */ note) {
    this.note = note;
    this.session.changed();
  }
}
