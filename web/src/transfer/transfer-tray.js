import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { pixelsOf, placesOf } from './digits.js';
import { digit } from './transfer-digit.js';

const SHOWN = 8;

/** Pictures of the pool for the digit of the target place. The page gives `take`. */
export class TransferTray extends LabElement {
  static properties = { ...given('pool label take'), ...own('page') };

  constructor() {
    super();
    /** @type {import('./digits.js').Images | null} */
    this.pool = null;
    this.label = '5';
    this.page = 0;
    /** @type {(pixels: Uint8Array) => void} */
    this.take = () => {};
  }

  willUpdate(/** @type {import('lit').PropertyValues} */ changed) {
    if (changed.has('label')) this.page = 0;
  }

  render() {
    const { pool, label } = this;
    if (!pool) return nothing;
    const places = placesOf(pool, label);
    const pages = Math.max(1, Math.floor(places.length / SHOWN));
    const start = (this.page % pages) * SHOWN;
    return html`
      <h4>${t('transfer.tray.title', { label })}</h4>
      <div class="tray" role="group" aria-label=${t('transfer.tray.title', { label })}>
        ${places.slice(start, start + SHOWN).map(
          (at, i) => html`<button
            type="button"
            class="slot"
            aria-label=${t('transfer.tray.take', { label, number: start + i + 1 })}
            @click=${() => this.take(pixelsOf(pool, at))}
          >${digit(pixelsOf(pool, at))}</button>`,
        )}
        <button
          type="button" class="plain" id="tray-more"
          @click=${() => {
            this.page += 1;
          }}
        >${t('transfer.tray.more')}</button>
      </div>
    `;
  }
}

define('transfer-tray', TransferTray);
