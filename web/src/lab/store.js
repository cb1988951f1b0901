import { initialOf } from '../link/field.js';
import { formatFragment } from '../link/fragment.js';
import { LinkedStore } from '../link/linked-store.js';
import { firstCorpus } from '../link/story.js';
import { applies } from './model-fields.js';
import { FIELDS, field } from './table.js';

/**
 * @typedef {import('../link/fragment.js').Note} Note
 * @typedef {import('../link/address-bar.js').Place} Place
 * @typedef {import('./table.js').Values} Values
 * @typedef {Partial<import('../text/script.js').Cut>} Suggestion
 */

/**
 * The state of the Lab. Defaults depend on the model (alpha) or on the corpus (min count).
 * @extends {LinkedStore<Values>}
 */
export class Store extends LinkedStore {
  /**
   * @param {object} options
   * @param {Array<{id: string, defaults?: object} & Suggestion>} options.presets
   * @param {Place} options.place
   * @param {'en' | 'zh'} [options.language] the language of the browser
   */
  constructor({ presets, place, language }) {
    super(FIELDS, place, language);
    this.presets = presets;
    /** @type {Suggestion} */
    this.suggestion = { tokenizer: 'words', sentences: 'stops' };
    /** Whether the page has a text of the reader that is too long for a link. */
    this.textAtHand = false;
    this.begin();
  }

  /**
   * The context of the defaults, given the fields that are set.
   * @override @param {Partial<Values>} own @returns {import('./model-fields.js').Context & {corpus: Suggestion}}
   */
  context(own = this.own) {
    const model = own.model ?? field('model').initial;
    const { language, optimiser } = own;
    const id = own.corpus ?? initialOf(field('corpus'), { model, language });
    const preset = this.presets.find((p) => p.id === id);
    const defaults = defaultsFor(preset?.defaults ?? {}, model);
    return { model, optimiser, language, defaults, corpus: preset ?? this.suggestion };
  }

  /**
   * Suggests how a reader's own text is split; used as a default.
   * @param {Suggestion} suggestion
   */
  suggest(suggestion) {
    this.suggestion = { ...this.suggestion, ...suggestion };
    this.update(this.own, true);
  }

  /** The current default of a field. @param {string} name */
  initial(name) {
    return initialOf(field(name), this.context());
  }

  /**
   * Sets fields; `undefined` resets one to its default. Fields that the link locks do not change.
   * @param {Partial<Values>} wanted @param {{locked?: boolean}} [even] locked: also changes locked
   *   fields
   */
  set(wanted, { locked = false } = {}) {
    const changes = locked ? wanted : this.unlocked(wanted);
    const own = { ...this.own, ...changes };
    // A hash belongs to one exact run, so it is removed when the settings of the training change.
    const trains = Object.keys(changes).some((name) => field(name)?.training);
    if (trains && !('hash' in changes)) {
      delete own.hash;
      delete own.words;
      delete own.rules;
      if (!('moment' in changes)) delete own.moment;
    }
    // A number that is opened belongs to one model.
    if ('model' in changes && !('number' in changes)) delete own.number;
    this.update(own, true);
  }

  /** The link to the current view. @override @param {Partial<Values>} [more] */
  fragment(more = {}) {
    return formatFragment({ ...this.values, ...more }, this.context(), FIELDS);
  }

  /** The fields that affect the weights, as one string for comparison. @param {string} [model] */
  trainingKey(model = this.values.model) {
    return this.keyOfValues(this.valuesOf(model));
  }

  /** The values with another model; its defaults may be others. @param {string} model @returns {Values} */
  valuesOf(model) {
    return model === this.values.model ? this.values : this.resolve({ ...this.own, model });
  }

  /** The same of other values. @param {Values} values */
  keyOfValues(values) {
    const relevant = FIELDS.filter((row) => row.training && matters(row.name, values));
    return JSON.stringify(relevant.map((row) => [row.name, values[row.name]]));
  }

  /** The fields in the address. @override */
  linked() {
    const own = super.linked();
    const { corpus } = own;
    this.#checked(own);
    if (corpus && !own.corpus) this.notes.push(lostCorpus(corpus, this.notes));
    if (this.#leavesCorpus(own)) Object.assign(own, this.#readers(own));
    return own;
  }

  /**
   * Whether the link leaves the corpus to the reader: an empty link, and a broken one. A whole link
   * without a corpus means the same to every reader.
   */
  #leavesCorpus(/** @type {Partial<Values>} */ own) {
    if (own.corpus || own.hash) return false;
    return !Object.keys(own).length || this.notes.some(({ kind }) => kind !== 'clamped');
  }

  /** The first corpus in the reader's language, unless it is the default. */
  #readers(/** @type {Partial<Values>} */ own) {
    const corpus = firstCorpus(this.spoken(own));
    const isDefault = corpus === firstCorpus(own.language);
    return isDefault ? {} : this.#checked({ corpus });
  }

  #checked(/** @type {Partial<Values>} */ own) {
    const known = (/** @type {string} */ id) => this.presets.some((p) => p.id === id);
    if (own.corpus && own.corpus !== 'own' && !known(own.corpus)) delete own.corpus;
    const isAtHand = this.returning && this.textAtHand;
    if (own.corpus === 'own' && !own.text && !isAtHand) delete own.corpus;
    if (own.corpus !== 'own') delete own.text;
    return own;
  }
}

/**
 * A note on why the link's corpus is not available.
 * @param {string} corpus
 * @param {Note[]} notes
 * @returns {Note}
 */
function lostCorpus(corpus, notes) {
  if (corpus !== 'own') return { kind: 'noCorpus', value: corpus };
  const tooLong = notes.some(({ kind, keys }) => kind === 'long' || keys?.includes('c'));
  return { kind: tooLong ? 'badText' : 'noText' };
}

/**
 * The suggestions of a corpus for one model: { epochs: 10 } for all, { alpha: { cbow: 0.05 } } for
 * one.
 * @param {object} suggested @param {string} model @returns {Record<string, unknown>}
 */
const defaultsFor = (suggested, model) =>
  Object.fromEntries(
    Object.entries(suggested).map(([name, value]) => {
      const perModel = value !== null && typeof value === 'object' && !Array.isArray(value);
      return [name, perModel ? value[model] : value];
    }),
  );

const MAKE_THE_CORPUS = ['model', 'corpus', 'tokenizer', 'sentences'];

/** Whether the field affects this training. @param {string} name @param {Values} values */
function matters(name, values) {
  if (name === 'text') return values.corpus === 'own';
  return MAKE_THE_CORPUS.includes(name) || applies(field(name), values);
}
