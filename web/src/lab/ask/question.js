import { html, nothing } from 'lit';
import { hasLearnt, hasOutput, isCollapsed, isTrained, modelKind } from '../slot.js';
import { answer } from './answers.js';
import { phrasesFor } from './phrases.js';
import { wordsFor } from './words.js';

/**
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('../session.js').Session} Session
 * @typedef {import('../../api/model.js').Model} Model
 */

/**
 * A question to the current model. A new one is a file with its element, and a line in list.js.
 *
 * @template A the answer
 * @typedef {object} Question
 * @property {string} name name of its answer
 * @property {string[]} needs fields of the state that it reads; it is evaluated again when one
 *   changes
 * @property {number} pause smallest time in milliseconds between two evaluations during training
 * @property {(asking: Asking) => boolean} [suits] whether this model can answer it; by default
 *   every model
 * @property {(asking: Asking) => Promise<A | undefined>} ask undefined keeps the previous answer
 * @property {(slot: Slot, answer: A) => void} [keep] stores the answer; by default in slot.answers
 * @property {(asking: Asking, answer: A | undefined) => unknown} [show] returns a lit template
 */

/** Infers the type of the answer. @template A @param {Question<A>} question */
export const question = (question) => question;

/**
 * What each model can answer besides questions on its word vectors.
 * @type {Record<string, string[]>}
 */
const ABILITIES = {
  nnlm: ['next', 'score', 'generate', 'heldout'],
  cbow: ['blank'],
  elmo: ['next', 'blank', 'score', 'generate', 'heldout', 'contexts', 'backward'],
};

/** The current model and the reader's inputs to the questions. */
export class Asking {
  /** @param {Session} session @param {Slot} slot */
  constructor(session, slot) {
    this.session = session;
    this.slot = slot;
    /** @type {import('../table.js').Values} */
    this.values = session.store.values;
  }

  /** @returns {Model} */
  get model() {
    return /** @type {Model} */ (this.slot.model); // only used if there is a model
  }

  /** Whether it has learnt enough for a verdict. */
  get trained() {
    return hasLearnt(this.slot);
  }

  /** Whether it has done a step. */
  get begun() {
    return isTrained(this.slot);
  }

  /** Whether all its words are nearly alike, so that their order means nothing. */
  get collapsed() {
    return isCollapsed(this.slot);
  }

  get hasOutput() {
    return hasOutput(this.slot);
  }

  /** Which of the model's two vectors per word are compared. @returns {'input' | 'output'} */
  get matrix() {
    return this.hasOutput ? this.values.matrix : 'input';
  }

  /** The words of the questions: the reader's, else the corpus's examples. */
  get words() {
    return wordsFor(this.values, this.session.presetOf(this.slot), this.slot.vocabulary);
  }

  /** The sentences of the questions: the reader's, else the corpus's examples. */
  get phrases() {
    const { session, slot, values } = this;
    const { vocabulary, known } = slot;
    const bytes = slot.values.corpus === 'own' ? session.source.text?.bytes : undefined;
    // A checkpoint does not contain the name of its corpus; the current corpus may be the same.
    const preset = session.presetOf(slot) ?? session.presetOf(session.slot(values.model));
    return phrasesFor(values, { preset, vocabulary, known, bytes });
  }

  /** @param {string} what an item of the lists in ABILITIES */
  can(what) {
    return ABILITIES[modelKind(this.slot)]?.includes(what) ?? false;
  }

  /**
   * @template {string} Name
   * @template Result
   * @param {string[]} words words that must be known @param {Name} name name of the result
   * @param {() => Promise<Result>} ask
   */
  answer(words, name, ask) {
    return answer(this.slot, words, name, ask);
  }

  /** @template A @param {Question<A>} question @returns {A | undefined} the latest */
  answerTo({ name }) {
    return this.slot.answers[name];
  }

  /** @template A @param {Question<A>} question */
  suits({ suits }) {
    return suits?.(this) ?? true;
  }

  /**
   * Its element, if the model can answer the question. @template A
   * @param {Question<A>} question
   */
  show(question) {
    if (!this.suits(question)) return '';
    const shown = question.show?.(this, this.answerTo(question)) ?? nothing;
    // One template with and without the note: another would make the fields anew under the reader.
    return html`${shown}${this.held(question.name) ?? nothing}`;
  }

  /** In how many runs with other seeds an answer holds, if there are any. @param {string} name */
  held(name) {
    return this.session.repeatsNote?.(name, this);
  }

  /**
   * Evaluates a question. The answer is discarded if the model was replaced meanwhile.
   * @template A @param {Question<A>} question a question that suits the model
   */
  async ask(question) {
    const { slot, model } = this;
    const given = await question.ask(this);
    if (given === undefined || slot.model !== model) return;
    if (question.keep) question.keep(slot, given);
    else slot.answers = { ...slot.answers, [question.name]: given };
  }
}
