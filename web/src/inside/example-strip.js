import { html, nothing } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';

/**
 * The sentence that is followed: its window filled, the word to guess dashed. Another word, another
 * sentence or a typed one can be chosen.
 * Events: `example` {nth} | {typed} | {guess} | {lane}.
 */
export class ExampleStrip extends LabElement {
  static properties = {
    ...given('sentence position window lane lanes ends reads looks typed nth count next locked'),
    ...own('typing'),
  };

  constructor() {
    super();
    /** @type {string[]} */
    this.sentence = [];
    this.position = 0;
    /** Positions of the words that are read. @type {number[]} */
    this.window = [];
    /** Skip-gram: which of them is the input. */
    this.lane = 0;
    /** Whether each word of the window is the input in turn. */
    this.lanes = false;
    /** Whether the end of the sentence can be guessed, too. */
    this.ends = false;
    /** Whether a word is only read: one-hot. */
    this.reads = false;
    /** Whether every word is read and guessed, and one is looked at: ELMo. */
    this.looks = false;
    /** @type {string | null} */
    this.typed = null;
    this.nth = 0;
    this.count = 0;
    /** @type {import('../worker/wasm').NextExample | null} */
    this.next = null;
    /** Whether no other example can be chosen. */
    this.locked = false;
    this.typing = false;
  }

  #press(/** @type {number} */ i) {
    const lane = this.window.indexOf(i);
    if (this.lanes && lane >= 0 && lane !== this.lane) this.emit('example', { lane });
    else this.emit('example', { guess: i });
  }

  #take(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const field = this.querySelector('input');
    this.typing = false;
    this.emit('example', { typed: field?.value.trim() ?? '' });
  }

  #edit() {
    this.typing = true;
    this.updateComplete.then(() => this.querySelector('input')?.select());
  }

  render() {
    const { nth, count, typed } = this;
    const arrow = (
      /** @type {number} */ to,
      /** @type {string} */ key,
      /** @type {string} */ sign,
    ) => html`<button
      type="button"
      class="quiet square"
      id=${`example-${key}`}
      aria-label=${t(`inside.${key}`)}
      title=${t(`inside.${key}`)}
      ?disabled=${to < 0 || to >= count}
      @click=${() => this.emit('example', { nth: to })}
    >${sign}</button>`;
    if (this.locked) {
      return html`<div class="example" role="group" aria-label=${t('inside.example')}>${this.#words()}</div>`;
    }
    return html`<div class="example" role="group" aria-label=${t('inside.example')}>
      ${arrow(typed === null ? nth - 1 : nth, 'previous', '‹')}
      ${this.typing ? this.#field() : this.#words()}
      ${arrow(typed === null ? nth + 1 : nth, 'next', '›')}
      <p class="note" id="example-note">${this.#note()}</p>
      ${
        this.typing
          ? nothing
          : html`<button type="button" class="link" id="type-example" @click=${this.#edit}>
              ${t('inside.type')}
            </button>`
      }
    </div>`;
  }

  #note() {
    const { next, typed, nth, count, lanes } = this;
    if (next) {
      const number = whole(next.number + 1);
      return next.together > 1
        ? t('inside.inTraining.batch', { number, together: next.together })
        : t('inside.inTraining', { number });
    }
    const place =
      typed === null
        ? t('inside.sentence', { number: whole(nth + 1), count: whole(count) })
        : t('inside.typed');
    if (this.reads && !count && typed === null) return t('inside.pressRead');
    if (this.reads) return `${place} · ${t('inside.pressRead')}`;
    if (this.looks) return `${place} · ${t('inside.elmo.press')}`;
    return `${place} · ${t(lanes ? 'inside.pressInput' : 'inside.pressWord')}`;
  }

  /** What pressing a word does. */
  get #does() {
    if (this.looks) return 'inside.elmo.look';
    return this.reads ? 'inside.readWord' : 'inside.guessWord';
  }

  #words() {
    const { sentence, position, window, lane, lanes, ends } = this;
    const [first, last] = [Math.min(...window, position), Math.max(...window, position)];
    const words = ends && position >= sentence.length ? [...sentence, t('inside.ends')] : sentence;
    return html`<ol class="example-words" dir="auto">
      ${words.map((word, i) => {
        const read = window.indexOf(i);
        const input = lanes && read === lane;
        const look = [
          i === position ? (this.looks ? 'read begins ends looked' : 'guess') : '',
          read >= 0 ? 'read' : '',
          input ? 'input' : '',
          read >= 0 && (i === first || !(window.includes(i - 1) || i - 1 === position))
            ? 'begins'
            : '',
          read >= 0 && (i === last || !(window.includes(i + 1) || i + 1 === position))
            ? 'ends'
            : '',
        ];
        const label =
          lanes && read >= 0 && !input ? t('inside.inputWord', { word }) : t(this.#does, { word });
        return html`<li>
          <button
            type="button"
            class=${look.filter(Boolean).join(' ')}
            aria-pressed=${i === position ? 'true' : 'false'}
            aria-label=${this.locked ? nothing : label}
            title=${this.locked ? nothing : label}
            ?disabled=${this.locked}
            @click=${() => this.#press(i)}
          >${word}</button>
        </li>`;
      })}
    </ol>`;
  }

  #field() {
    const begin = this.typed ?? this.sentence.join(' ');
    return html`<form class="example-form" @submit=${this.#take}>
      <input
        class="text"
        id="example-text"
        type="text"
        dir="auto"
        maxlength="400"
        autocomplete="off"
        aria-label=${t('inside.typeHelp')}
        placeholder=${t('inside.typeHelp')}
        .value=${begin}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.key === 'Escape') this.typing = false;
        }}
      />
      <button class="plain" id="example-take">${t('inside.typedDone')}</button>
      <button type="button" class="quiet" @click=${() => {
        this.typing = false;
      }}>${t('inside.cancel')}</button>
    </form>`;
  }
}

define('example-strip', ExampleStrip);
