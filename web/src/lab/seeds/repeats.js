/** The current run of the Lab with other seeds, in the background, and what its models say. */
import { repeat } from '../../api/index.js';
import { workerAddresses } from '../../api/workers.js';
import { modelOptions } from '../model-options.js';
import { askOf } from './asks.js';

/**
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('../ask/question.js').Asking} Asking
 * @typedef {import('../../api/repeat-questions.js').Held} Held
 * @typedef {import('../../api/repeat.js').Runs} Runs
 */

/** Every model stays in memory, to be asked again. The command line takes up to 1,000 seeds. */
export const MOST = 100;
const MOST_BYTES = 400e6;
const BYTES_PER_PARAMETER = 4;

export class Repeats {
  /** @type {'idle' | 'training' | 'ready'} */
  phase = 'idle';
  /** @type {import('../../api/repeat.js').RepeatProgress | null} */
  progress = null;
  /** @type {import('../../i18n/errors.js').Fault | null} */
  error = null;
  /** Seconds that the trainings took. */
  seconds = Number.NaN;
  /** Whether the first run has the weights of the page's own; null: the page has other settings. @type {boolean | null} */
  same = null;
  /** @type {Runs | null} */
  runs = null;
  /** The kind and the settings of the runs. */
  #of = '';
  /** @type {AbortController | null} */
  #stop = null;
  /** By question: what was asked, and what was answered. @type {Map<string, {key: string, held: Held | null}>} */
  #held = new Map();

  /** @param {import('../session.js').Session} session @param {typeof repeat} [train] */
  constructor(session, train = repeat) {
    this.session = session;
    this.train = train;
  }

  /** @param {Slot} slot */
  #keyOf = (slot) => `${slot.kind} ${slot.key}`;

  /** Whether the runs are those of the model on the page. @param {Slot} slot */
  concerns(slot) {
    return this.#of === this.#keyOf(slot);
  }

  /**
   * How many runs may be kept open in memory.
   * @param {number} parameters of one model
   */
  static most(parameters) {
    return Math.max(2, Math.min(MOST, Math.floor(MOST_BYTES / (BYTES_PER_PARAMETER * parameters))));
  }

  /** Trains `count` runs, the first with the seed of the page. @param {Slot} slot @param {number} count */
  async start(slot, count) {
    const dropped = this.drop();
    const { session } = this;
    const stop = new AbortController();
    Object.assign(this, { phase: 'training', progress: null, error: null, same: null });
    this.#stop = stop;
    this.#of = this.#keyOf(slot);
    session.changed();
    const begun = performance.now();
    try {
      await dropped;
      const options = modelOptions(slot.values, await session.source.options(slot.values));
      const runs = await this.train(options, {
        seeds: count,
        workers: await workerAddresses({ own: false }),
        signal: stop.signal,
        onProgress: (progress) => {
          this.progress = progress;
          session.changed();
        },
      });
      this.seconds = (performance.now() - begun) / 1000;
      this.runs = runs;
      this.phase = 'ready';
      const own = this.concerns(slot) && slot.finished ? slot.hash : '';
      this.same = own ? own === runs.hashes[0] : null;
    } catch (error) {
      if (this.#stop !== stop) return; // others were started
      this.phase = 'idle';
      if (error.code !== 'Cancelled') this.error = error;
    }
    this.#stop = null;
    session.changed();
  }

  cancel() {
    this.#stop?.abort();
  }

  /** Closes the models. */
  async drop() {
    const { runs } = this;
    this.cancel();
    this.runs = null;
    this.#held.clear();
    if (this.phase === 'ready') this.phase = 'idle';
    this.session.changed();
    await runs?.close();
  }

  /**
   * How far the answer to a question of the page holds; null while unknown. A new question is asked
   * of all models.
   * @param {string} name @param {Asking} asking @returns {Held | null}
   */
  answerTo(name, asking) {
    const { runs } = this;
    if (!runs || !this.concerns(asking.slot)) return null;
    const ask = askOf(name, asking);
    if (!ask) return null;
    const key = JSON.stringify(ask);
    const known = this.#held.get(name);
    if (known?.key === key) return known.held;
    const entry = { key, held: /** @type {Held | null} */ (null) };
    this.#held.set(name, entry);
    runs.ask(ask).then(
      (held) => {
        entry.held = held;
        if (this.#held.get(name) === entry) this.session.changed();
      },
      () => {}, // the models were closed, or the page itself says what is wrong with the question
    );
    return null;
  }
}
