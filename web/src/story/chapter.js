/**
 * A chapter of the Story: asks, trains, shows what came out, checks.
 *
 * @typedef {import('./types.js').Language} Language
 * @typedef {import('./types.js').Plan} Plan
 * @typedef {import('./types.js').Outcome} Outcome
 * @typedef {import('./types.js').Context} Context
 * @typedef {import('./types.js').Trained} Trained
 * @typedef {import('./types.js').Run} Run
 * @typedef {import('./types.js').View} View
 * @typedef {import('./types.js').Figures} Figures
 * @typedef {import('./types.js').Own} Own
 */
import { doorOf } from './plans.js';
import { frameAt, Player } from './player.js';
import * as inThisBrowser from './progress.js';

export class Chapter extends EventTarget {
  /** @type {Trained | null} */
  trained = null;
  /** The untrained model's frame, until the training is over. @type {Own[]} */
  #first = [];
  /** @type {Outcome | null} */
  outcome = null;
  /** @type {Promise<void> | null} */
  #training = null;
  /** @type {string | null} */
  guess = null;
  /** @type {string | null} */
  answer = null;
  /** @type {Outcome | null} */
  checked = null;
  checking = false;
  /** @type {Own} */
  further = null;
  /** Of the further training, when it is over. @type {Record<string, string>} */
  furtherNumbers = {};
  #furtherEnd = new AbortController();
  #trainingEnd = new AbortController();
  /** @type {import('../i18n/errors.js').Fault | null} */
  error = null;
  done = 0;
  secondsLeft = Number.NaN;
  /** @type {Record<string, Own>} */
  state = {};
  #shown = false;

  /**
   * @param {object} parts
   * @param {string} parts.id
   * @param {Run} parts.run
   * @param {Context} parts.context
   * @param {Pick<typeof inThisBrowser, 'seen' | 'remember' | 'forget'>} [parts.progress] where
   *   guesses are kept
   */
  constructor({ id, run, context, progress = inThisBrowser }) {
    super();
    this.id = id;
    this.run = run;
    this.context = context;
    this.progress = progress;
    this.player = new Player(() => this.#changed());
    const { guess } = progress.seen(id);
    if (guess !== undefined) this.guess = guess;
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  get phase() {
    if (this.error) return 'failed';
    if (this.guess === null) return 'asking';
    if (!this.outcome) return 'training';
    return this.player.playing ? 'playing' : 'outcome';
  }

  /** Whether what follows the guess may be seen. */
  get open() {
    return this.phase === 'outcome' || this.phase === 'failed';
  }

  /** @returns {View} */
  get view() {
    const { phase, outcome, guess, trained, done, secondsLeft, state, player } = this;
    const frames = trained?.frames ?? this.#first;
    const shows = phase === 'playing' || phase === 'outcome';
    const at = shows ? player.at * Math.max(0, frames.length - 1) : 0;
    return {
      language: this.context.language,
      phase,
      frames,
      at,
      frame: frameAt(frames, at),
      outcome: this.open ? outcome : null,
      guess,
      check: this.answer,
      checked: this.checked,
      checking: this.checking,
      further: this.open ? this.further : null,
      run: trained?.run ?? null,
      done,
      secondsLeft,
      state,
      set: (more) => {
        this.state = { ...this.state, ...more };
        this.#changed();
      },
      choose: (value) => this.choose(value),
      again: () => void this.again(),
      stop: () => this.stop(),
      context: this.context,
    };
  }

  /** Trains, if nothing is trained yet. The outcome is shown when the reader has guessed. */
  prepare() {
    this.#training ??= this.#train();
    return this.#training;
  }

  async #train() {
    this.error = null;
    this.#trainingEnd = new AbortController();
    const { signal } = this.#trainingEnd;
    const context = {
      ...this.context,
      signal,
      onFrame: (/** @type {Own} */ frame) => {
        if (this.#first.length) return;
        this.#first = [frame];
        this.#changed();
      },
      onProgress: (/** @type {number} */ done, /** @type {number} */ secondsLeft) => {
        Object.assign(this, { done, secondsLeft });
        if (this.guess !== null) this.#changed();
      },
    };
    try {
      const trained = await this.run.train(context);
      const outcome = await this.run.conclude(trained, context);
      if (signal.aborted) return void (await trained.run.model?.close?.());
      Object.assign(this, { trained, outcome });
      this.#reveal();
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
    }
    this.#changed();
  }

  /** Ends the training that a guess waits for. */
  stop() {
    this.#trainingEnd.abort();
    this.#training = null;
    Object.assign(this, { guess: null, done: 0, secondsLeft: Number.NaN });
    this.progress.forget(this.id);
    this.#changed();
  }

  /** Plays the training, once there are a guess and an outcome. */
  #reveal() {
    if (this.guess === null || !this.outcome || this.#shown) return;
    this.#shown = true;
    const known = this.progress.seen(this.id).outcome !== undefined;
    this.player.play({ atOnce: known });
    void this.#goFurther();
    const { language, seed } = this.context;
    const { hash, seconds } = /** @type {Trained} */ (this.trained).run;
    const { value } = this.outcome;
    this.progress.remember(this.id, {
      guess: this.guess,
      outcome: value,
      language,
      seed,
      hash,
      seconds,
      link: doorOf(this.run, language, seed),
    });
  }

  /** Trains what the figures below show. */
  async #goFurther() {
    const { trained } = this;
    if (this.further || !trained || !this.run.further) return;
    this.further = {};
    this.#furtherEnd = new AbortController();
    const context = { ...this.context, signal: this.#furtherEnd.signal };
    const tell = (/** @type {Own} */ more) => {
      if (this.trained !== trained) return;
      this.further = more;
      this.#changed();
    };
    try {
      const { more, numbers = {} } = await this.run.further(trained, context, tell);
      if (this.trained === trained) this.furtherNumbers = numbers;
      tell(more);
    } catch (error) {
      if (this.trained !== trained) return; // trained anew meanwhile
      this.error = error;
      this.#changed();
    }
  }

  /** @param {string | null} value an option; '' to be shown the outcome, null to guess again */
  choose(value) {
    if (value === null) {
      this.progress.forget(this.id);
      this.#shown = false;
      this.player.stop();
    }
    this.guess = value;
    if (value !== null) {
      this.progress.remember(this.id, { guess: value });
      void this.prepare();
      this.#reveal();
    }
    this.#changed();
  }

  /** Answers the question at the end. @param {string | null} value */
  async decide(value) {
    this.answer = value;
    this.checked = null;
    this.checking = value !== null;
    Object.assign(this, { done: 0, secondsLeft: Number.NaN });
    this.#changed();
    if (value === null || !this.trained) return;
    const onProgress = (/** @type {number} */ done, /** @type {number} */ secondsLeft) => {
      if (this.answer !== value) return;
      Object.assign(this, { done, secondsLeft });
      this.#changed();
    };
    try {
      const context = { ...this.context, onProgress };
      const result = await this.run.check?.(value, this.trained, context);
      if (this.answer !== value) return;
      this.checked = result ?? null;
      this.progress.remember(this.id, { check: value, checked: result?.value === value });
    } catch (error) {
      if (this.answer === value) this.error = error;
    }
    this.checking = false;
    this.#changed();
  }

  /** Trains the model anew. */
  async again() {
    this.player.stop();
    const { model } = this.trained?.run ?? {};
    Object.assign(this, { trained: null, outcome: null, done: 0, error: null, further: null });
    this.#furtherEnd.abort();
    await model?.close().catch(() => {});
    this.#training = null;
    this.#shown = false;
    const { outcome: _outcome, ...rest } = this.progress.seen(this.id);
    this.progress.forget(this.id);
    this.progress.remember(this.id, rest); // it is played again
    this.#changed();
    await this.prepare();
  }
}
