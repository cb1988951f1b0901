import { html } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { download } from '../ui/parts.js';
import { toPng } from './pictures.js';
import { MAX_QR, QR_COLOURS, qrFile, qrOf } from './qr.js';
import { escapeXml } from './svg-context.js';

/** The link as a QR code, to scan or to save. */
export class ShareCode extends LabElement {
  static properties = given('link');

  constructor() {
    super();
    this.link = '';
  }

  async #save(/** @type {string} */ kind) {
    const code = qrOf(this.link);
    if (!code) return;
    const file = qrFile(code, escapeXml(this.link));
    try {
      const blob = kind === 'png' ? await toPng(file) : new Blob([file], { type: 'image/svg+xml' });
      download(`preformer-qr.${kind}`, blob);
    } catch (error) {
      this.emit('failed', error);
    }
  }

  render() {
    const code = qrOf(this.link);
    if (!code) {
      const values = { count: whole(this.link.length), most: whole(MAX_QR) };
      return html`<h3>${t('share.code')}</h3>
        <p class="note" id="share-code-long">${t('share.code.long', values)}</p>`;
    }
    return html`
      <h3>${t('share.code')}</h3>
      <div class="share-code">
        <svg
          id="share-code"
          viewBox=${`0 0 ${code.size} ${code.size}`}
          role="img"
          aria-label=${t('share.code.label')}
        >
          <rect width=${code.size} height=${code.size} fill=${QR_COLOURS.light}></rect>
          <path d=${code.path} fill=${QR_COLOURS.dark} shape-rendering="crispEdges"></path>
        </svg>
        <div class="share-code-side">
          <p class="note">${t('share.code.note')}</p>
          <button type="button" class="plain" id="share-code-svg" @click=${() => this.#save('svg')}>
            SVG
          </button>
          <button type="button" class="plain" id="share-code-png" @click=${() => this.#save('png')}>
            PNG
          </button>
        </div>
      </div>
    `;
  }
}

define('share-code', ShareCode);
