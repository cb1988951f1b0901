import { html, nothing } from 'lit';
import { memory } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, LabElement, own } from '../ui/base.js';
import { keepEverything, offlineState } from './ask.js';
import { installation } from './register.js';

/**
 * Shows whether the page works without a network. Caches the large files and installs the app on
 * request.
 */
export class OfflinePanel extends LabElement {
  static properties = own('found done failed');

  constructor() {
    super();
    /** @type {import('./ask.js').Offline} */
    this.found = { state: 'getting' };
    /** Number of large files that were cached; NaN if caching is not in progress. */
    this.done = Number.NaN;
    this.failed = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  async #ask() {
    this.found = await offlineState();
  }

  async #keepAll() {
    Object.assign(this, { done: 0, failed: false });
    const all = await keepEverything((done) => {
      this.done = done;
    });
    Object.assign(this, { done: Number.NaN, failed: !all });
    await this.#ask();
  }

  async #install() {
    await installation()?.();
    this.requestUpdate();
  }

  render() {
    const { state, all } = this.found;
    const key = state === 'ready' && all ? 'all' : state;
    return html`<section class="offline" aria-labelledby="offline-title">
      <h3 id="offline-title">${t('offline.title')}</h3>
      <p class="note" id="offline-state" data-state=${key} role="status">${this.#text(key)}</p>
      ${state === 'ready' && !all && Number.isNaN(this.done) ? this.#more() : nothing}
      ${
        installation()
          ? html`<button type="button" class="plain" id="install" @click=${this.#install}>
              ${t('offline.install')}
            </button>`
          : nothing
      }
    </section>`;
  }

  #text(/** @type {string} */ key) {
    if (!Number.isNaN(this.done)) {
      return t('offline.gettingMore', { done: this.done, total: this.found.files ?? 0 });
    }
    return t(this.failed ? 'offline.failed' : `offline.${key}`);
  }

  #more() {
    return html`<button type="button" class="plain" id="offline-more" @click=${this.#keepAll}>
      ${t('offline.more', { size: memory(this.found.bytes ?? 0) })}
    </button>`;
  }
}

define('offline-panel', OfflinePanel);
