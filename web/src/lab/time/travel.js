import { part } from '../../api/part.js';
import { shut } from '../../training/life.js';
import { prefersStill } from '../../ui/canvas.js';
import { modelAt, reportOf, untrained } from './models.js';
import { Past } from './past.js';
import { Recording, stepOf } from './recording.js';

/**
 * @typedef {import('../session.js').Session} Session
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('../../api/model.js').Model} Model
 */

/** Moments of a training that is trained again to be recorded. */
const PARTS = 60;
/** A short training with fewer moments is trained again. */
const COARSE = 24;
/** A training that takes longer is only trained again when the reader asks for it. */
const SOON_SECONDS = 12;
/** How fast a checkpoint is certainly written; the cost of recording follows from it. */
const BYTES_PER_MS = 100_000;
/** Recording takes at most this share of the time. */
const SHARE = 1 / 20;
const FRAME_MS = 110;
const STILL_MS = 700;

/** Drags a run of the Lab through its training: records its moments and shows one of them. */
export class Travel {
  /** @type {Past | null} */
  past = null;
  /** The step that is shown or will be; null: the present. @type {number | null} */
  step = null;
  playing = false;
  /** The share that is recorded while a copy trains; NaN otherwise. */
  recorded = Number.NaN;
  /** Whether the copy ended with other weights than the run; threads change them. */
  differs = false;
  /** @type {import('../../i18n/errors.js').Fault | null} */
  error = null;
  #taking = false;
  /** The address does not follow a film. */
  #filming = false;
  /** How often memory ran out. */
  #failures = 0;
  #restUntil = 0;
  #showing = false;
  #stop = () => {};

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    this.step = session.store.get('moment');
    session.addEventListener('change', this.#follow);
    queueMicrotask(this.#follow);
  }

  get slot() {
    return this.session.present;
  }

  get recording() {
    return this.slot.recording;
  }

  /** Whether all of the training so far is recorded. */
  get complete() {
    const { recording, slot } = this;
    return Boolean(recording?.fromStart && recording.last?.step === slot.report?.step);
  }

  /** Whether a short run went by too fast for many moments. */
  get #coarse() {
    const { moments = [] } = this.recording ?? {};
    const few = this.complete && moments.length < COARSE && (this.slot.report?.step ?? 0) > PARTS;
    return few && this.repeatable && this.seconds < SOON_SECONDS / 4;
  }

  /** Whether the run can be trained again to be recorded. */
  get repeatable() {
    const { slot } = this;
    const { start, stale, trained, running } = slot;
    return trained && !running && !stale && start === this.session.startVectors.lender;
  }

  /** How long that will take, in seconds; NaN while unknown. */
  get seconds() {
    const { report, forecast } = this.slot;
    if (forecast && report) return forecast.seconds * report.progress;
    const pace = report?.tokensPerSecond ?? 0;
    return pace > 0 ? (report?.tokens ?? 0) / pace : Number.NaN;
  }

  // ---- recording

  /** Called when a run begins or goes on. @param {Slot} slot */
  begun(slot) {
    if (slot !== this.slot) return;
    if (this.past) this.leave();
    const at = slot.report?.step ?? 0;
    if (at > 0) return;
    slot.recording = new Recording(slot.report?.steps ?? 1);
    void this.#take(slot);
  }

  /** Called with each report. @param {Slot} slot */
  reported(slot) {
    const { recording, report } = slot;
    if (slot !== this.slot || !recording || !report) return;
    if (performance.now() < this.#restUntil || !recording.wants(report.step)) return;
    void this.#take(slot);
  }

  /** @param {Slot} slot */
  async #take({ model, recording }) {
    if (this.#taking || !model || !recording) return;
    this.#taking = true;
    try {
      const bytes = await model.checkpoint();
      this.#restUntil = performance.now() + bytes.length / BYTES_PER_MS / SHARE;
      recording.add({ step: stepOf(bytes), bytes });
    } catch (error) {
      if (error.code === 'OutOfMemory') {
        this.#failures += 1;
        recording.shrink();
      }
      // A model that was closed has nothing to record; a diverged one says so itself.
      if (['OutOfMemory', 'TooLarge'].includes(error.code)) this.error = error;
    } finally {
      this.#taking = false;
    }
    this.session.changed();
  }

  /** Trains a copy of the run up to where it is, in equal parts. */
  async record() {
    const { slot } = this;
    const { report, model } = slot;
    if (!report || !model || !this.repeatable || !Number.isNaN(this.recorded)) return;
    this.error = null;
    this.recorded = 0;
    let stopped = false;
    this.#stop = () => {
      stopped = true;
    };
    this.session.changed();
    const recording = new Recording(report.steps);
    recording.spacing = 0;
    /** @type {Model | null} */
    let copy = null;
    try {
      copy = await untrained(this.session, this.slot);
      for (let i = 0; i <= PARTS && !stopped && !recording.tooLarge; i++) {
        const target = Math.round((report.step * i) / PARTS);
        const at = recording.last?.step ?? 0;
        if (target > at) await copy.step(target - at);
        const bytes = await copy.checkpoint();
        recording.add({ step: stepOf(bytes), bytes });
        this.recorded = i / PARTS;
        this.session.changed();
      }
      if (!stopped && slot.model === model) {
        slot.recording = recording;
        this.differs = Boolean(slot.hash) && (await copy.weightsHash()) !== slot.hash;
      }
    } catch (error) {
      if (slot.model === model) this.error = error;
    } finally {
      if (copy) await shut(copy);
      this.recorded = Number.NaN;
      this.session.changed();
    }
  }

  stopRecording() {
    this.#stop();
  }

  // ---- following the run

  /** Whether nothing is tried again by itself. Memory may be there once some of it was freed. */
  get #stuck() {
    const { error } = this;
    return error !== null && (error.code !== 'OutOfMemory' || this.#failures > 2);
  }

  #follow = () => {
    const { past, slot } = this;
    if (past && (past.of !== slot.model || past.kind !== slot.kind)) this.leave();
    const { report, running } = slot;
    if (this.#showing || running || slot.preparing || !slot.trained || !report || this.#stuck)
      return;
    if (!this.complete && Number.isNaN(this.recorded)) {
      if (slot.recording?.fromStart && !slot.recording.tooLarge) void this.#take(slot);
      else if (!slot.recording && this.repeatable && this.seconds < SOON_SECONDS) {
        void this.record();
      }
      return;
    }
    if (!this.error && this.#coarse && Number.isNaN(this.recorded)) return void this.record();
    if (this.step !== null && !this.past) void this.show(this.step);
  };

  // ---- showing a moment

  /** Shows a step of the training; the latest wish counts. @param {number} step */
  async show(step) {
    this.step = Math.max(0, Math.min(step, this.slot.report?.step ?? 0));
    if (this.#showing) return;
    this.#showing = true;
    this.session.changed();
    try {
      while (this.step !== null && this.past?.report?.step !== this.step) {
        await this.#open(this.step);
      }
    } catch (error) {
      this.error = error;
      this.leave();
    } finally {
      this.#showing = false;
    }
    this.session.changed();
  }

  /** @param {number} step */
  async #open(step) {
    const { slot, session } = this;
    const model = await modelAt(session, slot, step);
    const [report, hash] = await Promise.all([reportOf(slot, model, step), model.weightsHash()]);
    if (slot !== this.slot || this.step === null) return void shut(model);
    const past = this.past ?? new Past(slot);
    await past.become(model, report, hash);
    this.past = past;
    await session.live.arrive();
    if (this.step === step && !this.#filming) session.store.set({ moment: step });
  }

  /** Back to the run as it is. */
  leave() {
    const { past } = this;
    this.playing = false;
    if (this.step === null && !past) return;
    this.step = null;
    this.past = null;
    if (past) {
      this.session.live.refresh();
      void past.close();
    }
    this.session.store.set({ moment: undefined });
    this.session.changed();
  }

  /** Shows one moment after the other, from the beginning if the end is shown. */
  async play() {
    const { moments = [] } = this.recording ?? {};
    this.playing = !this.playing;
    this.session.changed();
    const from = this.step !== null && this.step < (moments.at(-1)?.step ?? 0) ? this.step : -1;
    for (const { step } of moments) {
      if (step <= from) continue;
      const due = performance.now() + (prefersStill() ? STILL_MS : FRAME_MS);
      if (!this.playing) break;
      await this.show(step);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    }
    this.playing = false;
    this.session.changed();
  }

  /** @param {'gif' | 'video'} kind @param {import('./film.js').Studio} studio */
  async film(kind, studio) {
    const { makeFilm } = await part(() => import('./film.js'));
    this.#filming = true;
    const { step } = this;
    try {
      return await makeFilm(this, kind, studio);
    } finally {
      this.#filming = false;
      if (step === null) this.leave();
      else await this.show(step);
    }
  }

  /** Nothing is recorded from now on. */
  async close() {
    this.session.removeEventListener('change', this.#follow);
    this.stopRecording();
    this.leave();
  }
}
