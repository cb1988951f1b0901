import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own, unset } from '../ui/base.js';
import { choice } from '../ui/choice.js';
import { download } from '../ui/parts.js';
import { cardOf } from './card.js';
import { pngWithLink } from './picture-link.js';
import { picturesOf, toPng, toSvg } from './pictures.js';
import { qrOf } from './qr.js';
import { switchLine } from './share-switch.js';

/**
 * The page's plots as files, alone or with the link's QR code. Events: `saved` {name}, `failed` with the
 * error.
 */
export class SharePictures extends LabElement {
  static properties = { ...given('app link version'), ...own('chosen withCode') };

  constructor() {
    super();
    /** @type {import('./share-dialog.js').Page} */
    this.app = unset();
    this.link = '';
    /** Counts the openings of the dialog; the page may have been redrawn in between. */
    this.version = 0;
    this.chosen = '';
    this.withCode = true;
    /** @type {import('./pictures.js').Picture[]} */
    this.pictures = [];
    /** The file of the preview, and its URL. */
    this.shown = '';
    this.address = '';
  }

  willUpdate(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (changed.has('version') || changed.has('app')) {
      this.pictures = picturesOf(this.app, this.app.shared.page);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.address);
    this.address = this.shown = '';
  }

  /** @returns {import('./pictures.js').Picture | undefined} */
  get picture() {
    const found = this.pictures.find(({ id }) => id === this.chosen) ?? this.pictures[0];
    const plain = found && { ...found, link: this.link };
    if (!plain || !this.withCode) return plain;
    const address = this.link.replace(/[?#].*$/s, '').replace(/^https?:\/\//, '');
    const title = t(`share.name.${this.app.shared.page}`);
    return cardOf(plain, qrOf(this.link), { title, address });
  }

  async #save(
    /** @type {string} */ svg,
    /** @type {'svg' | 'png'} */ kind,
    /** @type {string} */ id,
  ) {
    try {
      const blob =
        kind === 'png'
          ? await pngWithLink(await toPng(svg), this.link)
          : new Blob([svg], { type: 'image/svg+xml' });
      const name = `preformer-${this.app.shared.page}-${id}.${kind}`;
      download(name, blob);
      this.emit('saved', { name });
    } catch (error) {
      this.emit('failed', error);
    }
  }

  /** The preview shows the file itself. @param {string} svg */
  #preview(svg) {
    if (svg !== this.shown) {
      URL.revokeObjectURL(this.address);
      this.address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      this.shown = svg;
    }
    return this.address;
  }

  render() {
    const { picture } = this;
    if (!picture) return html`<p class="note" id="share-none">${t('share.picture.none')}</p>`;
    const svg = toSvg(picture);
    const names = new Map(this.pictures.map(({ id, name }) => [id, name]));
    return html`
      ${
        this.pictures.length > 1
          ? choice({
              id: 'share-plot',
              legend: t('share.picture'),
              values: [...names.keys()],
              current: picture.id,
              label: (id) => names.get(id) ?? id,
              choose: (id) => {
                this.chosen = id;
              },
            })
          : nothing
      }
      ${switchLine({
        id: 'share-with-code',
        label: t('share.picture.withCode'),
        help: t('share.picture.withCode.help'),
        on: this.withCode,
        set: (on) => {
          this.withCode = on;
        },
      })}
      <img
        class="share-preview"
        id="share-preview"
        src=${this.#preview(svg)}
        width=${Math.round(picture.width)}
        height=${Math.round(picture.height)}
        alt=${t('share.picture.alt', { name: picture.name })}
      />
      <div class="dialog-actions">
        <button type="button" class="plain" id="share-svg" @click=${() => this.#save(svg, 'svg', picture.id)}>
          ${t('share.picture.svg')}
        </button>
        <button type="button" class="primary" id="share-png" @click=${() => this.#save(svg, 'png', picture.id)}>
          ${t('share.picture.png')}
        </button>
      </div>
    `;
  }
}

define('share-pictures', SharePictures);
