import { html, nothing } from 'lit';
import { comma, similarity } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { written } from '../text/sentence.js';
import { define, given, LabElement, own, unset } from '../ui/base.js';
import { textOf } from '../ui/inputs.js';
import { mark, marked, senseName } from './sense-parts.js';
import { cleanSentence, MAX_SENTENCE } from './table.js';

/**
 * @typedef {import('./frame.js').Frame} Frame
 * @typedef {import('./frame.js').Probe} Probe
 */

/**
 * A sentence that the reader types, and its nearest occurrences; below it those of the selected
 * point. Event: `set` {sentence}.
 */
export class SenseAsk extends LabElement {
  static properties = { ...given('session values shown version'), ...own('given') };

  constructor() {
    super();
    /** @type {import('./session.js').SenseSession} */
    this.session = unset();
    /** The page's state. @type {import('./store.js').SenseStore['values']} */
    this.values = unset();
    /** @type {Frame | null} */
    this.shown = null;
    /** Counts the changes of `session`. */
    this.version = 0;
    /**
     * A sentence that the page has put into the field, and the reader's sentence that it replaced.
     */
    this.given = { now: '', before: '' };
    this.examples = 0;
  }

  /** A held-out sentence of the word; the senses alternate. */
  #example() {
    const { frame } = this.session;
    if (!frame) return;
    const { sentences, senses, heldout, names } = frame.of;
    const turn = this.examples++ % names.length;
    const list = sentences.filter((_, i) => heldout[i] && senses[i] === turn);
    const tokens = list[(7 * this.examples) % Math.max(1, list.length)];
    if (tokens) this.#give(written(tokens));
  }

  /** Puts a sentence into the field. The reader's previous sentence can be restored. */
  #give(/** @type {string} */ sentence) {
    const before = this.values.sentence.trim();
    const own = before && before !== this.given.now;
    this.given = { now: sentence, before: own ? before : this.given.before };
    this.emit('set', { sentence });
  }

  #takeBack() {
    const { before } = this.given;
    this.given = { now: '', before: '' };
    this.emit('set', { sentence: before });
  }

  render() {
    const { session, shown } = this;
    const { word, sentence } = this.values;
    const { running, known } = session.current;
    const missing = sentence.trim() !== '' && session.cut.place < 0;
    return html`
      <section class="panel-section" aria-labelledby="ask-title">
        <div class="title-line">
          <h2 id="ask-title">${t('sense.ask.title')}</h2>
          <button type="button" class="link" id="example" @click=${this.#example}>
            ${t('sense.ask.example')}
          </button>
        </div>
        <textarea
          dir="auto"
          rows="2"
          class="text"
          id="sentence"
          lang=${/^[a-z]/.test(word) ? 'en' : 'zh-Hans'}
          aria-label=${t('sense.ask.label', { word })}
          placeholder=${t('sense.ask.placeholder', { word })}
          aria-describedby="sentence-note"
          aria-invalid=${missing ? 'true' : 'false'}
          maxlength=${MAX_SENTENCE}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value=${sentence}
          @input=${(/** @type {Event} */ event) => this.emit('set', { sentence: cleanSentence(textOf(event)) })}
          @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Enter' && e.preventDefault()}
        ></textarea>
        <p class="note" id="sentence-note">${this.#note(missing)}</p>
        ${
          this.given.before
            ? html`<button type="button" class="link" id="take-back" @click=${this.#takeBack}>
                ${t('sense.ask.back')}
              </button>`
            : nothing
        }
        <p class="visually-hidden" role="status" id="sentence-said">
          ${!missing && shown?.typed && !running ? this.#verdict(shown.typed, shown).text : ''}
        </p>
        <div id="sentence-answer">
          ${!missing && shown?.typed ? this.#neighbours(shown.typed, shown) : nothing}
        </div>
        <details class="more" id="known-words" ?hidden=${session.published.active}>
          <summary>${t('sense.ask.vocabulary')}</summary>
          <div class="note known" tabindex="0" role="group" aria-label=${t('sense.ask.vocabulary')}>
            ${[...known].join(' · ')}
          </div>
        </details>
      </section>
      ${shown?.picked ? this.#picked(shown.picked, shown) : nothing}
    `;
  }

  #note(/** @type {boolean} */ missing) {
    const { unknown } = this.session.cut;
    const left = unknown.length
      ? html`<span id="sentence-unknown"
          >${t('sense.ask.unknown', { words: unknown.join(comma()) })}</span
        >`
      : nothing;
    const lack = missing
      ? html`<span class="warning" id="sentence-problem">${t('sense.ask.noWord', { word: this.values.word })}</span> `
      : nothing;
    return html`${lack}${left}`;
  }

  #picked(/** @type {Probe} */ probe, /** @type {Frame} */ frame) {
    const edit = () => {
      const text = probe.tokens.join(/^[a-z]/.test(this.values.word) ? ' ' : '');
      this.#give(cleanSentence(text));
      this.querySelector('textarea')?.focus();
    };
    return html`<section class="panel-section" id="picked" aria-labelledby="picked-title">
      <div class="title-line">
        <h2 id="picked-title">${t('sense.picked.title')}</h2>
        <button type="button" class="link" id="let-go" @click=${() => this.session.pick(-1)}>
          ${t('sense.picked.close')}
        </button>
      </div>
      <p class="picked-sentence">${marked(probe.tokens, probe.place)}</p>
      <button type="button" class="plain" id="edit" @click=${edit}>${t('sense.picked.edit')}</button>
      ${this.#neighbours(probe, frame)}
    </section>`;
  }

  /** The sense of a sentence according to its nearest occurrences. */
  #verdict(/** @type {Probe} */ { neighbours }, /** @type {Frame} */ { of, layer }) {
    const votes = of.names.map(
      (_, sense) => neighbours.filter((one) => of.senses[one.occurrence] === sense).length,
    );
    const most = Math.max(...votes);
    const sense = votes.indexOf(most);
    const tie = votes.filter((count) => count === most).length > 1;
    const key =
      layer === '0'
        ? 'level'
        : !this.session.current.trained
          ? 'untrained'
          : tie
            ? 'tie'
            : 'verdict';
    const values = { votes: most, count: neighbours.length, sense: senseName(of.names, sense) };
    return { key, sense, text: t(`sense.ask.${key}`, values) };
  }

  #neighbours(/** @type {Probe} */ probe, /** @type {Frame} */ frame) {
    const { of } = frame;
    const { key, sense, text } = this.#verdict(probe, frame);
    return html`
      <p class="verdict" data-sense=${key === 'verdict' ? of.names[sense] : ''}>
        ${key === 'verdict' ? mark(of.names, sense) : nothing} ${text}
      </p>
      <ol class="occurrences" aria-label=${t('sense.ask.nearest')} ?hidden=${key === 'level'}>
        ${probe.neighbours.map(
          ({ occurrence, similarity: value }) => html`<li>
            ${mark(of.names, of.senses[occurrence], of.heldout[occurrence])}
            <span class="visually-hidden">${senseName(of.names, of.senses[occurrence])}:</span>
            <button
              type="button"
              class="occurrence"
              @click=${() => this.session.pick(occurrence)}
            >
              ${marked(of.sentences[occurrence], of.places[occurrence])}
            </button>
            <span class="number">${similarity(value)}</span>
          </li>`,
        )}
      </ol>
    `;
  }
}

define('sense-ask', SenseAsk);
