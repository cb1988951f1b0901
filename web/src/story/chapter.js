/**
 * A chapter of the Story: asks, trains, shows what came out, checks.
 *
 * @typedef {import('./plans.js').Language} Language
 * @typedef {import('./plans.js').Plan} Plan
 *
 * @typedef {object} Outcome
 * @property {string} value the option that came out; '' for none of them
 * @property {Record<string, string>} [said] what came out for each option, formatted
 * @property {Record<string, string>} [numbers] numbers in the text by name, formatted
 * @property {Record<string, string>} [measured] the same, but they differ from machine to machine
 * @property {any} [more] any: what the chapter's figures show besides the frames
 *
 * any, below: frames and results are of each chapter's own types.
 * @typedef {object} Context what a chapter's functions are given
 * @property {Pick<typeof import('../api/index.js'), 'create' | 'load' | 'train' | 'trainImages'>} api
 * @property {Language} language
 * @property {number} seed
 * @property {AbortSignal} [signal]
 * @property {(frame: any) => void} [onFrame] called with each recorded frame
 * @property {(done: number, secondsLeft: number) => void} [onProgress]
 *
 * @typedef {{frames: any[], run: {model: any, hash: string, seconds: number, epochs: number}}}
 *   Trained
 *
 * @typedef {object} Run chapters/…/run.js: everything that is computed, without a page
 * @property {Plan} [plan] what the link to the Lab trains
 * @property {(language: Language) => string} [door] further fields of this link, `&inside=2`
 * @property {(language: Language, how: {seed: number}) => string} [elsewhere] the link, if it does
 *   not lead to the Lab
 * @property {(context: Context) => Promise<Trained>} train
 * @property {boolean} [anyLanguage] whether `train` and `check` are the same in all languages
 * @property {(trained: Trained, context: Context) => Promise<Outcome>} conclude
 * @property {(choice: string, trained: Trained, context: Context) => Promise<Outcome>} [check]
 *   tries the question at the end of the chapter
 * @property {(trained: Trained, context: Context, onPart: (more: any) => void) => Promise<Outcome>}
 *   [further] trains more for the figures below the outcome, once that is shown; its numbers are in
 *   the text, too
 *
 * @typedef {object} View what a figure is drawn from
 * @property {Language} language
 * @property {'asking' | 'training' | 'playing' | 'outcome' | 'failed'} phase
 * @property {boolean} [still] whether it is drawn once, as a picture
 * @property {any[]} frames the recorded frames
 * @property {number} at position of the shown frame, 0 … frames.length − 1; fractions between two
 * @property {any} frame the frame at `at`; undefined before there is one
 * @property {Outcome | null} outcome
 * @property {string | null} guess
 * @property {string | null} check the answer to the check
 * @property {Outcome | null} checked what came of it
 * @property {boolean} checking
 * @property {any} further `more` of what was trained further; while it trains, what onPart got last
 * @property {Trained['run'] | null} run
 * @property {number} done of the training, or of the check's, 0 … 1
 * @property {number} secondsLeft
 * @property {Record<string, any>} state what the reader set in the figures
 * @property {(more: Record<string, any>) => void} set sets it
 * @property {(value: string) => void} choose guesses, for figures that can be tapped
 * @property {() => void} again trains anew
 * @property {Context} context
 *
 * @typedef {Record<string, (view: View) => unknown>} Figures chapters/…/figures.js: a template per
 *   `data-figure` of the text
 */
import { doorOf } from './plans.js';
import { frameAt, Player } from './player.js';
import * as inThisBrowser from './progress.js';

export class Chapter extends EventTarget {
  /** @type {Trained | null} */
  trained = null;
  /** The untrained model's frame, until the training is over. @type {any[]} any: see above */
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
  /** @type {any} any: see above */
  further = null;
  /** Of the further training, when it is over. @type {Record<string, string>} */
  furtherNumbers = {};
  #furtherEnd = new AbortController();
  /** @type {any} any: whatever the training threw */
  error = null;
  done = 0;
  secondsLeft = Number.NaN;
  /** @type {Record<string, any>} */
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
    const context = {
      ...this.context,
      onFrame: (/** @type {any} any: see above */ frame) => {
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
      Object.assign(this, { trained, outcome });
      this.#reveal();
    } catch (error) {
      this.error = error;
    }
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
    const tell = (/** @type {any} any: see above */ more) => {
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
