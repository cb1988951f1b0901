/** How the Lab keeps its trainings. */
import '../../keep/kept-note.js';
import { aboutRun, Trainings } from '../../keep/trainings.js';
import { newRun, withRun } from '../runs.js';
import { momentParts, momentsStamp, withoutMoments } from '../time/kept-moments.js';
import { aboutSlot, isOnShow, partsOf, reached, restore, resumed, sourcesOf } from './restore.js';

/**
 * @typedef {import('../session.js').Session} Session
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('../../keep/entry.js').Listed} Listed
 */

/** The Lab as its trainings are kept. @param {Session} session @returns {import('../../keep/manner.js').Manner} */
export function mannerOf(session) {
  const { store } = session;
  const slotOf = (/** @type {unknown} */ run) => /** @type {Slot} */ (run);
  return {
    page: 'lab',
    runs: () => session.slots.values(),
    placeOf: (run) => placeOf(slotOf(run)),
    keyOf: (run) => store.keyOfValues(slotOf(run).values),
    wantedOf: (run) => store.trainingKey(slotOf(run).kind),
    stampOf(run) {
      const { recording, report, running } = slotOf(run);
      return `${report?.step} ${running ? '' : momentsStamp(recording, report?.step)}`;
    },
    sourcesOf: (run) => sourcesOf(session, slotOf(run)),
    async partsOf(run, sources) {
      const { model, recording, report, running } = slotOf(run);
      if (!model) return {};
      const moments = running ? {} : momentParts(recording, report?.step);
      return { ...(await partsOf(model, sources)), ...moments };
    },
    essentialOf: withoutMoments,
    aboutOf: (run, sources) => aboutSlot(slotOf(run), sources),
    // Vectors from a file and a text that is too long for a link are restored by `offer`.
    canOpen: ({ text, start }) => !start && !session.startVectors.key && knowsText(session, text),
    async open(run, about, bytes) {
      const slot = slotOf(run);
      const { model, facts } = await resumed(session, bytes, about.report);
      return {
        model,
        facts: async () => {
          const known = await facts();
          const { report, values } = known;
          const { run: curve } = /** @type {import('./restore.js').About} */ (about);
          if (!curve || !report?.step) return known;
          const drawn = newRun(slot.kind, slot.wanted, values);
          Object.assign(drawn, reached(curve, report));
          session.runs = withRun(session.runs, drawn);
          return { ...known, run: drawn };
        },
      };
    },
    train: (run) => (run === session.current ? session.train() : undefined),
  };
}

const placeOf = (/** @type {Slot} */ { kind }) =>
  kind === 'loaded' || kind === 'one-hot' ? '' : kind;

const knowsText = (/** @type {Session} */ { store }, /** @type {unknown} */ text) =>
  !text || store.get('text') !== '';

/** The Lab also offers what was cut off under settings other than those on show. */
export class LabTrainings extends Trainings {
  /** @param {Session} session @param {ConstructorParameters<typeof Trainings>[2]} [parts] */
  constructor(session, parts) {
    super(session, mannerOf(session), parts);
    this.lab = session;
  }

  get offers() {
    return true;
  }

  /**
   * Looks for trainings that were not restored with the page's models. The latest is resumed if the
   * page shows exactly its settings, else offered.
   */
  async offer() {
    try {
      const [latest] = await this.#cutOff();
      if (!latest || this.note?.kind === 'problem') return;
      const about = aboutRun(latest);
      const { current } = this.lab;
      const waits = current.kind === about.settings.model && !current.running && !current.trained;
      const isShown = isOnShow(this.lab, /** @type {import('./restore.js').About} */ (about));
      if (waits && !about.tries && isShown) await this.resume(latest);
      else this.tell({ kind: 'offer', entry: latest });
    } catch (error) {
      this.sayOnce(error);
    }
  }

  /**
   * The trainings of the Lab that no tab has, the latest first: unfinished ones, and finished ones
   * that no link leads to.
   */
  async #cutOff() {
    const lost = (/** @type {ReturnType<typeof aboutRun>} */ { text, start }) =>
      Boolean(start) || !knowsText(this.lab, text);
    return (await this.free()).filter((entry) => {
      const about = aboutRun(entry);
      const isLabs = (about.page ?? 'lab') === 'lab';
      return isLabs && (!about.report.finished || lost(about));
    });
  }

  /** @override @param {Listed} entry */
  async resume(entry) {
    const { id } = entry;
    try {
      if (!(await this.alive.hold(id))) throw Object.assign(new Error(), { code: 'InAnotherTab' });
      await this.tried(id);
      const { bytes } = await this.shelf.read(id);
      const about = /** @type {import('./restore.js').About} */ (aboutRun(entry));
      await restore(this.lab, about, bytes, (model) => this.recorder.expect(model, id));
      if (!entry.about.report?.finished) this.tell({ kind: 'resumed', entry });
      if (entry.about.running) this.lab.train();
    } catch (error) {
      this.alive.release(id);
      this.tell({ kind: 'problem', error, entry });
    }
  }

  /** Discards a training and offers the previous one. @override @param {Listed} entry */
  async discard(entry) {
    await super.discard(entry);
    const [next] = await this.#cutOff().catch(() => []);
    if (next && !this.note) this.tell({ kind: 'offer', entry: next });
  }
}

/** Joins the Lab and what is kept of it. @param {Session} session */
export function trainingsOf(session) {
  const trainings = new LabTrainings(session);
  const offer = async () => {
    await session.starting?.catch(() => {});
    await trainings.offer();
  };
  void offer();
  return trainings;
}
