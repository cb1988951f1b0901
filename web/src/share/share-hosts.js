import { html } from 'lit';
import { t } from '../i18n/index.js';
import { withSum } from '../link/link-sum.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { textOf } from '../ui/inputs.js';
import { HOSTS, SNIPPETS } from './snippets.js';

/** Snippets of the demo for other sites. Event: `copy` {text}. */
export class ShareHosts extends LabElement {
  static properties = { ...given('fragment page'), ...own('host') };

  constructor() {
    super();
    this.fragment = '';
    /** @type {import('./parts.js').Page} */
    this.page = 'lab';
    this.host = HOSTS[0];
  }

  get snippet() {
    return SNIPPETS[this.host]({
      base: new URL('./', window.location.href.replace(/#.*$/s, '')).href,
      page: this.page,
      fragment: withSum(this.fragment),
      title: t(`share.name.${this.page}`),
      picture: `preformer-${this.page}.png`,
    });
  }

  render() {
    const { snippet } = this;
    return html`
      <label for="share-host">${t('share.hosts')}</label>
      <select
        id="share-host"
        data-value=${this.host}
        @change=${(/** @type {Event} */ event) => {
          this.host = textOf(event);
        }}
      >
        ${HOSTS.map((id) => html`<option value=${id}>${t(`share.host.${id}`)}</option>`)}
      </select>
      <p class="note" id="share-host-note">${t(`share.host.${this.host}.note`)}</p>
      <textarea
        id="share-snippet"
        class="share-snippet"
        readonly
        spellcheck="false"
        rows=${Math.min(14, snippet.split('\n').length + 1)}
        aria-label=${t('share.snippet')}
        aria-describedby="share-host-note"
        .value=${snippet}
      ></textarea>
      <div class="dialog-actions">
        <button
          type="button"
          class="primary"
          id="share-snippet-copy"
          @click=${() => this.emit('copy', { text: snippet })}
        >
          ${t('share.copySnippet')}
        </button>
      </div>
    `;
  }
}

define('share-hosts', ShareHosts);
