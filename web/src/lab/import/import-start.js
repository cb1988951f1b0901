import { html } from 'lit';
import { sentences, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';

/** A note that training begins with vectors of a file; `drop` returns to random vectors. */
export class ImportStart extends LabElement {
  static properties = given('name info applies drop');

  constructor() {
    super();
    this.name = '';
    /** @type {import('../../api/types.js').Info | null} info of the current model */
    this.info = null;
    /** Whether the current model begins with them. */
    this.applies = true;
    /** @type {() => Promise<void>} */
    this.drop = async () => {};
  }

  #text() {
    const { name, info } = this;
    if (!this.applies) return t('import.starts.not', { name });
    if (info?.started === undefined) return t('import.starts.soon', { name });
    const counts = { known: whole(info.started), words: whole(info.vocabulary) };
    return sentences(t('import.starts', { name, ...counts }), t('import.starts.link'));
  }

  render() {
    return html`<p class="note" id="starts-from" role="status">
      ${this.#text()}
      <button
        type="button"
        class="link"
        id="start-at-random"
        @click=${() => this.drop()}
      >
        ${t('import.starts.drop')}
      </button>
    </p>`;
  }
}

define('import-start', ImportStart);
