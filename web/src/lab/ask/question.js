import { hasOutput, isTrained, modelKind } from '../slot.js';
import { answer } from './answers.js';
import { phrasesFor } from './phrases.js';
import { wordsFor } from './words.js';

/**
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('../session.js').Session} Session
 * @typedef {import('../../api/model.js').Model} Model
 */

/**
 * A question to the model on show. A new one is a file, with its element, and a line in list.js.
 *
 * @template A the answer
 * @typedef {object} Question
 * @property {string} name of its answer
 * @property {string[]} needs the fields of the state that it reads: a change of them asks it again
 * @property {number} pause milliseconds at least between two askings of a model in training
 * @property {(asking: Asking) => boolean} [suits] can this model be asked? Without it: every model
 * @property {(asking: Asking) => Promise<A | undefined>} ask undefined: the answer before stays
 * @property {(slot: Slot, answer: A) => void} [keep] where the answer goes, if not into
 *   slot.answers
 * @property {(asking: Asking, answer: A | undefined) => unknown} [show] as a template of lit
 */

/** Infers the type of the answer. @template A @param {Question<A>} question */
export const question = (question) => question;

/** What each model can be asked beyond its word vectors. @type {Record<string, string[]>} */
const ABILITIES = {
  nnlm: ['next', 'score', 'generate', 'heldout'],
  cbow: ['blank'],
  elmo: ['next', 'blank', 'score', 'generate', 'heldout', 'contexts', 'backward'],
};

/** The model on show and what the reader asks it. */
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
    return /** @type {Model} */ (this.slot.model); // asked only where there is one
  }

  get trained() {
    return isTrained(this.slot);
  }

  get hasOutput() {
    return hasOutput(this.slot);
  }

  /** Which of the model's two vectors of a word are compared. @returns {'input' | 'output'} */
  get matrix() {
    return this.hasOutput ? this.values.matrix : 'input';
  }

  /** The words that are asked about: the reader's, else the corpus's own. */
  get words() {
    return wordsFor(this.values, this.session.presetOf(this.slot), this.slot.vocabulary);
  }

  /** The sentences that are asked about: the reader's, else the corpus's own. */
  get phrases() {
    const { session, slot, values } = this;
    const { vocabulary, known } = slot;
    const bytes = slot.values.corpus === 'own' ? session.source.text?.bytes : undefined;
    // A checkpoint does not name its corpus: the one on show may be it.
    const preset = session.presetOf(slot) ?? session.presetOf(session.slot(values.model));
    return phrasesFor(values, { preset, vocabulary, known, bytes });
  }

  /** @param {string} what a key of ABILITIES' lists */
  can(what) {
    return ABILITIES[modelKind(this.slot)]?.includes(what) ?? false;
  }

  /**
   * @template {string} Name
   * @template Result
   * @param {string[]} words that must be known @param {Name} name of the result
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

  /** Its element, where the model can be asked. @template A @param {Question<A>} question */
  show(question) {
    return this.suits(question) ? (question.show?.(this, this.answerTo(question)) ?? '') : '';
  }

  /**
   * Of a model that was replaced meanwhile, no answer is kept.
   * @template A @param {Question<A>} question that suits it
   */
  async ask(question) {
    const { slot, model } = this;
    const given = await question.ask(this);
    if (given === undefined || slot.model !== model) return;
    if (question.keep) question.keep(slot, given);
    else slot.answers = { ...slot.answers, [question.name]: given };
  }
}
