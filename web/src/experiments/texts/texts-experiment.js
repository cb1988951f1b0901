import { html, nothing } from 'lit';
import { PAIRS } from '../../../corpora/pairs.js';
import { workerAddresses } from '../../api/workers.js';
import { comma, whole } from '../../i18n/format.js';
import { addMessages, language, pick, t } from '../../i18n/index.js';
import { en } from '../../i18n/two-texts-en.js';
import { zh } from '../../i18n/two-texts-zh.js';
import { textOfFile } from '../../text/own-text.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { choice } from '../../ui/choice.js';
import { filesOf, textOf } from '../../ui/inputs.js';
import { problem, progressBar } from '../../ui/parts.js';
import { textBox } from '../text-box.js';
import { AddressTexts } from '../text-in-address.js';
import { textNotes } from '../text-notes.js';
import { cut } from './reader-text.js';
import { shiftTable } from './shift-table.js';
import './texts.css';
import { compareTexts, SETTINGS } from './two-texts.js';

addMessages({ en, zh });

const OWN = 'own';
const SEEDS = ['3', '5', '10'];
/** A word of a reader's text must occur so often in both. */
const LEAST_OWN = 5;
const LISTED = 20;
/** Browsers limit how often an address may be written. */
const TYPING_PAUSE_MS = 500;

/** Two texts, trained alike and compared. */
export class TextsExperiment extends LabElement {
  static properties = {
    ...given('fields'),
    ...own('pair seeds texts found done all error'),
  };

  constructor() {
    super();
    /** What the address says. @type {Map<string, string>} */
    this.fields = new Map();
    /** The chosen pair, or `own`. */
    this.pair = '';
    this.seeds = '5';
    /** The reader's texts. */
    this.texts = ['', ''];
    /** @type {(import('./two-texts.js').Compared & {sentences: [string[][], string[][]], names: [string, string]}) | null} */
    this.found = null;
    /** Trainings that are done; −1 at rest. */
    this.done = -1;
    this.all = 0;
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.error = null;
    /** @type {AbortController | null} */
    this.stopping = null;
    this.ownTexts = new AddressTexts(['first', 'second']);
  }

  willUpdate(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (!changed.has('fields')) return;
    const { pair, seeds } = Object.fromEntries(this.fields);
    if (SEEDS.includes(seeds)) this.seeds = seeds;
    const first = language() === 'zh' ? 'poems' : 'addresses';
    if (!this.pair) this.pair = this.#pairs.includes(pair) ? pair : first;
    void this.#read(this.fields);
  }

  /** Reads the texts of the address. @param {Map<string, string>} fields */
  async #read(fields) {
    const { ownTexts } = this;
    if (!ownTexts.differ(fields) || !ownTexts.keys.some((key) => fields.get(key))) return;
    this.pair = OWN;
    this.found = null;
    const texts = await ownTexts.read(fields);
    if (texts) this.texts = texts;
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.pause);
    this.stopping?.abort();
  }

  /** Those of the page's language first. */
  get #pairs() {
    const own = PAIRS.filter((pair) => pair.language === language());
    const others = PAIRS.filter(
      (pair) => pair.language !== language() && !pair.id.startsWith('planted'),
    );
    return [...own, ...others].map(({ id }) => id).concat(OWN);
  }

  #set(/** @type {Partial<Pick<TextsExperiment, 'pair' | 'seeds'>>} */ changes) {
    Object.assign(this, changes, { found: null, error: null });
    this.#tell();
  }

  /** Writes the address. The texts come last, so that a cut link loses nothing else. */
  #tell() {
    const texts = this.pair === OWN ? this.ownTexts.fields : { first: '', second: '' };
    this.emit('fields', { pair: this.pair, seeds: this.seeds, ...texts });
  }

  async #pack() {
    if (!(await this.ownTexts.pack(this.texts))) return; // changed meanwhile
    this.#tell();
    this.requestUpdate();
  }

  async #compare() {
    this.stopping?.abort();
    const stopping = new AbortController();
    Object.assign(this, { stopping, found: null, error: null, done: 0, all: 0 });
    try {
      const pair = PAIRS.find(({ id }) => id === this.pair);
      const sentences = pair ? await pair.load() : await this.#ownSentences();
      const compared = await compareTexts(sentences, {
        seeds: Number(this.seeds),
        settings: pair?.settings ?? { minCount: LEAST_OWN },
        workers: await workerAddresses(),
        signal: stopping.signal,
        onProgress: (done, all) => {
          if (this.stopping === stopping) Object.assign(this, { done, all });
        },
      });
      const names = pair ? pair.names.map(pick) : [t('two.first'), t('two.second')];
      const both = /** @type {[string, string]} */ (names);
      if (this.stopping === stopping) this.found = { ...compared, sentences, names: both };
    } catch (error) {
      if (this.stopping === stopping && error.code !== 'Cancelled') this.error = error;
    }
    if (this.stopping === stopping) Object.assign(this, { done: -1, stopping: null });
  }

  /** @returns {Promise<[string[][], string[][]]>} */
  async #ownSentences() {
    const [a, b] = await Promise.all(this.texts.map(cut));
    return [a, b];
  }

  async #file(/** @type {Event} */ event, /** @type {number} */ n) {
    const [file] = filesOf(event);
    if (!file) return;
    try {
      const { text } = await textOfFile(file);
      this.#write(n, text);
    } catch (error) {
      this.error = error;
    }
  }

  #write(/** @type {number} */ n, /** @type {string} */ text) {
    this.texts = this.texts.map((before, i) => (i === n ? text : before));
    this.found = null;
    this.ownTexts.broken = '';
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#pack(), TYPING_PAUSE_MS);
  }

  render() {
    const busy = this.done >= 0;
    const pair = PAIRS.find(({ id }) => id === this.pair);
    const missing = !pair && this.texts.some((text) => !text.trim());
    return html`
      <form class="two-form" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        ${choice({
          id: 'pair',
          legend: t('two.pair'),
          values: this.#pairs,
          current: this.pair,
          label: (id) => t(`two.${id}`),
          choose: (id) => this.#set({ pair: id }),
        })}
        ${pair ? html`<p class="note" id="pair-source">${t('two.source', { source: pick(pair.source) })}</p>` : html`${this.#ownFields()}${textNotes(this.ownTexts)}<p class="note">${t('two.own.note')}</p>`}
        <p class="two-run">
          <label for="two-seeds">${t('two.seeds')}</label>
          <select id="two-seeds" data-value=${this.seeds} @change=${(/** @type {Event} */ event) => this.#set({ seeds: textOf(event) })}>
            ${SEEDS.map((count) => html`<option value=${count} ?selected=${count === this.seeds}>${t('two.seeds.count', { count })}</option>`)}
          </select>
          ${
            busy
              ? html`<button type="button" class="plain" id="two-stop" @click=${() => this.stopping?.abort()}>${t('two.stop')}</button>`
              : html`<button type="button" class="primary" id="two-compare" ?disabled=${missing} aria-describedby=${missing ? 'two-need' : nothing} @click=${() => this.#compare()}>${t('two.compare')}</button>`
          }
          ${missing ? html`<span class="note" id="two-need">${t('two.need')}</span>` : nothing}
        </p>
      </form>
      ${busy ? this.#progress() : nothing} ${problem(this.error, 'two-problem')}
      <p class="visually-hidden" role="status">${this.found ? this.#summary(this.found) : ''}</p>
      ${this.found ? this.#result(this.found) : nothing}
      <details class="more" id="two-how">
        <summary>${t('two.how')}</summary>
        <p class="note">${t('two.how.text', { size: SETTINGS.vectorSize })}</p>
      </details>
    `;
  }

  #ownFields() {
    return html`<div class="two-texts">
      ${['first', 'second'].map(
        (name, n) => html`<div>
          <label for=${`two-${name}`}>${t(`two.${name}`)}</label>
          ${textBox({ id: `two-${name}`, text: this.texts[n], rows: 8, change: (text) => this.#write(n, text) })}
          <label class="button plain" for=${`two-${name}-file`}>${t('two.file')}</label>
          <input class="visually-hidden" type="file" id=${`two-${name}-file`} accept=".txt,text/plain" @change=${(/** @type {Event} */ event) => this.#file(event, n)} />
        </div>`,
      )}
    </div>`;
  }

  #progress() {
    const text = t('two.training', { done: this.done, all: this.all });
    return html`<p class="note">${text}</p>
      ${progressBar(this.all ? this.done / this.all : 0, text, { id: 'two-progress', label: t('two.compare') })}`;
  }

  /** @param {NonNullable<TextsExperiment['found']>} found */
  #summary({ shifts, seeds, shared }) {
    const moved = shifts.filter((shift) => shift.moved).map(({ word }) => word);
    const values = {
      seeds,
      shared: whole(shared),
      words: moved.join(comma()),
    };
    return t(moved.length ? 'two.some' : 'two.none', values);
  }

  /** @param {NonNullable<TextsExperiment['found']>} found */
  #result(found) {
    return html`<section class="two-result" id="two-result" aria-labelledby="two-result-title">
      <h2 class="visually-hidden" id="two-result-title">${t('two.words')}</h2>
      <p id="two-summary">${this.#summary(found)}</p>
      ${shiftTable(found, LISTED)}
    </section>`;
  }
}

define('texts-experiment', TextsExperiment);
