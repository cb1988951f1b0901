import { html, nothing } from 'lit';
import { plain, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { textOf } from '../../ui/inputs.js';
import { problem } from '../../ui/parts.js';

const SHOWN = 12; // phrases that are listed

/**
 * Joins pairs of words that belong together, as new york to new_york. `find` asks the core; the event
 * `joined` {text} has the text as it is then, `undo` takes that back.
 */
export class PhraseField extends LabElement {
  static properties = { ...given('find joined'), ...own('found error busy minCount threshold') };

  constructor() {
    super();
    /** @type {(options: {minCount: number, threshold: number}) => Promise<import('../../api/phrases.js').FoundPhrases>} */
    this.find = async () => ({ phrases: [], text: '' });
    /** Whether the text is the joined one. */
    this.joined = false;
    /** @type {import('../../api/phrases.js').Phrase[] | null} */
    this.found = null;
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.error = null;
    this.busy = false;
    this.minCount = '5';
    this.threshold = '10';
  }

  #join = async () => {
    Object.assign(this, { busy: true, error: null, found: null });
    try {
      const how = { minCount: Number(this.minCount), threshold: Number(this.threshold) };
      const { phrases, text } = await this.find(how);
      this.found = phrases;
      if (phrases.length > 0) this.emit('joined', { text });
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  };

  #undo = () => {
    this.found = null;
    this.emit('undo', {});
  };

  #number(/** @type {'minCount' | 'threshold'} */ name) {
    return html`<div class="field">
      <label for=${`phrase-${name}`}>${t(`text.phrases.${name}`)}</label>
      <input
        class="text"
        id=${`phrase-${name}`}
        type="number"
        inputmode="decimal"
        step=${name === 'minCount' ? 1 : 'any'}
        min=${name === 'minCount' ? 1 : 0}
        .value=${this[name]}
        @input=${(/** @type {Event} */ event) => {
          this[name] = textOf(event);
        }}
      />
    </div>`;
  }

  #list() {
    const { found } = this;
    if (!found) return nothing;
    if (found.length === 0)
      return html`<p class="note" role="status">${t('text.phrases.none')}</p>`;
    const shown = found.slice(0, SHOWN);
    return html`<p class="note" role="status">
        ${t('text.phrases.found', { count: whole(found.length) })}
      </p>
      <ul class="tokens" dir="auto" aria-label=${t('text.phrases.list')}>
        ${shown.map(
          ({ phrase, score }) =>
            html`<li><span class="token" dir="auto" title=${plain(score)}>${phrase}</span></li>`,
        )}
      </ul>`;
  }

  render() {
    return html`<details class="more phrase-field">
      <summary>${t('text.phrases')}</summary>
      <p class="note">${t('text.phrases.note')}</p>
      ${this.#number('minCount')} ${this.#number('threshold')}
      <div class="phrase-actions">
        <button type="button" class="plain" id="phrase-join" ?disabled=${this.busy} @click=${this.#join}>
        ${t(this.busy ? 'text.reading' : 'text.phrases.join')}
      </button>
      ${
        this.joined
          ? html`<button type="button" class="plain" id="phrase-undo" @click=${this.#undo}>
              ${t('text.carrier.undo')}
            </button>`
          : nothing
      }
      </div>
      ${this.#list()} ${problem(this.error, 'phrase-problem')}
    </details>`;
  }
}

define('phrase-field', PhraseField);
