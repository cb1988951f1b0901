/**
 * Types of the Story's chapters.
 *
 * @typedef {import('./plans.js').Language} Language
 * @typedef {import('./plans.js').Plan} Plan
 *
 * @typedef {any} Own any: frames and results are of each chapter's own types
 *
 * @typedef {object} Outcome
 * @property {string} value the option that came out; '' for none of them
 * @property {Record<string, string>} [said] what came out for each option, formatted
 * @property {Record<string, string>} [numbers] numbers in the text by name, formatted
 * @property {Record<string, string>} [measured] the same, but they differ from machine to machine
 * @property {Own} [more] what the chapter's figures show besides the frames
 *
 * @typedef {object} Context what a chapter's functions are given
 * @property {Pick<typeof import('../api/index.js'), 'create' | 'load' | 'train' | 'trainImages'>} api
 * @property {Language} language
 * @property {number} seed
 * @property {AbortSignal} [signal]
 * @property {(frame: Own) => void} [onFrame] called with each recorded frame
 * @property {(done: number, secondsLeft: number) => void} [onProgress]
 *
 * @typedef {{frames: Own[], run: {model: Own, hash: string, seconds: number, epochs: number}}}
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
 * @property {(trained: Trained, context: Context, onPart: (more: Own) => void) => Promise<Outcome>}
 *   [further] trains more for the figures below the outcome, once that is shown; its numbers are in
 *   the text, too
 *
 * @typedef {object} View what a figure is drawn from
 * @property {Language} language
 * @property {'asking' | 'training' | 'playing' | 'outcome' | 'failed'} phase
 * @property {boolean} [still] whether it is drawn once, as a picture
 * @property {Own[]} frames the recorded frames
 * @property {number} at position of the shown frame, 0 … frames.length − 1; fractions between two
 * @property {Own} frame the frame at `at`; undefined before there is one
 * @property {Outcome | null} outcome
 * @property {string | null} guess
 * @property {string | null} check the answer to the check
 * @property {Outcome | null} checked what came of it
 * @property {boolean} checking
 * @property {Own} further `more` of what was trained further; while it trains, what onPart got last
 * @property {Trained['run'] | null} run
 * @property {number} done of the training, or of the check's, 0 … 1
 * @property {number} secondsLeft
 * @property {Record<string, Own>} state what the reader set in the figures
 * @property {(more: Record<string, Own>) => void} set sets it
 * @property {(value: string) => void} choose guesses, for figures that can be tapped
 * @property {() => void} again trains anew
 * @property {() => void} stop ends the training, and asks again
 * @property {Context} context
 *
 * @typedef {Record<string, (view: View) => unknown>} Figures chapters/…/figures.js: a template per
 *   `data-figure` of the text
 */

export {};
