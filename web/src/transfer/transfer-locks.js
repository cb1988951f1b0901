import { html, svg } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { LOCKABLE } from './table.js';

/**
 * B's layers from the picture to the answer, each with a button to freeze it. Event: `set` {locks}.
 */
export class TransferLocks extends LabElement {
  static properties = given('locks layers origin busy');

  constructor() {
    super();
    /** @type {string[]} */
    this.locks = [];
    /** @type {Array<{name: string, parameters: number}>} */
    this.layers = [];
    this.origin = 'pretrained';
    this.busy = false;
  }

  #toggle(/** @type {string} */ name) {
    const locked = this.locks.includes(name);
    const locks = LOCKABLE.filter((one) => (one === name ? !locked : this.locks.includes(one)));
    this.emit('set', { locks });
  }

  render() {
    return html`
      <h4 id="locks-title">${t('transfer.locks.title')}</h4>
      <ol class="locks" aria-labelledby="locks-title">
        <li class="lock-end">${t('transfer.locks.image')}</li>
        ${LOCKABLE.map((name) => this.#layer(name))}
        <li class="lock head">
          <span class="lock-name">${t('transfer.layer.head')}</span>
          <span class="note">${t('transfer.locks.head')}</span>
        </li>
      </ol>
    `;
  }

  #layer(/** @type {string} */ name) {
    const locked = this.locks.includes(name);
    const count = this.layers.find((layer) => layer.name === name)?.parameters;
    const state = t(locked ? 'transfer.locks.frozen' : 'transfer.locks.trains');
    return html`<li>
      <button
        type="button"
        class=${`lock ${locked ? 'frozen' : 'open'} ${this.origin}`}
        id=${`lock-${name}`}
        aria-pressed=${locked ? 'true' : 'false'}
        aria-label=${t('transfer.locks.label', { layer: t(`transfer.layer.${name}`) })}
        ?disabled=${this.busy}
        @click=${() => this.#toggle(name)}
      >
        ${padlock(locked)}
        <span class="lock-name">${t(`transfer.layer.${name}`)}</span>
        <span class="lock-state">${state}</span>
        <span class="note">${count ? t('transfer.locks.weights', { count: whole(count) }) : ''}</span>
      </button>
    </li>`;
  }
}

/** @param {boolean} locked */
const padlock = (locked) => html`
  <svg class="padlock" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    ${svg`<path
      d=${locked ? 'M6 9V6.5a4 4 0 0 1 8 0V9' : 'M6 9V5.5a4 4 0 0 1 7.6-1.7'}
      fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
      <rect x="4" y="9" width="12" height="8.5" rx="2"
        fill=${locked ? 'currentColor' : 'none'} stroke="currentColor" stroke-width="1.8" />`}
  </svg>
`;

define('transfer-locks', TransferLocks);
