import { html, nothing } from 'lit';
import { compact } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { progressBar } from '../ui/parts.js';

/** Shows the published model in use, and its progress. */
export class SensePublished extends LabElement {
  static properties = given('name info read close');

  constructor() {
    super();
    this.name = '';
    /** @type {import('../api/elmo.js').ElmoInfo | undefined} */
    this.info = undefined;
    this.read = 1;
    /** @type {() => unknown} */
    this.close = () => {};
  }

  render() {
    const { name, info, read } = this;
    const text = t('import.elmo.read', { percent: Math.round(100 * read) });
    const about = {
      name,
      parameters: compact(info?.parameters ?? 0),
      dimensions: info?.dimensions ?? 0,
    };
    return html`<div class="transport" role="group" aria-label=${t('page.stage')}>
      <button type="button" class="plain" id="close-elmo" @click=${() => this.close()}>
        ${t('import.elmo.close')}
      </button>
      <p class="note" id="elmo-about">${read < 1 ? text : t('import.elmo.about', about)}</p>
      ${read < 1 ? progressBar(read, text) : nothing}
    </div>`;
  }
}

define('sense-published', SensePublished);
