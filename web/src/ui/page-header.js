import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { linkTo, longNote } from '../link/copied-link.js';
import { define, given, LabElement } from './base.js';
import { icon } from './parts.js';
import { attend } from './row-scroll.js';
import { siteNav } from './site-nav.js';
import { isLarge, switchSize } from './size.js';

const COPIED_MS = 2000;
const THEMES = ['auto', 'light', 'dark'];

/**
 * The header: name, language, theme and link. Event: `set` {language | theme}. `openShare` opens
 * the share dialog over the page of an element; the dialog is loaded on demand. `shared` returns
 * the page's link.
 */
export class LabHeader extends LabElement {
  static properties = given('theme next copied note openShare shared pages page');

  constructor() {
    super();
    this.theme = 'auto';
    /** The language to which the switch changes. */
    this.next = 'zh';
    this.copied = false;
    this.note = '';
    /** @type {import('./site-pages.js').PageLink[]} */
    this.pages = [];
    /** The name of this page. */
    this.page = '';
    /** @type {(element: Element) => Promise<void>} */
    this.openShare = async () => {};
    /** @type {() => Pick<import('./page-element.js').Shared, 'fragment' | 'lacks'>} */
    this.shared = () => ({ fragment: () => '', lacks: '' });
  }

  firstUpdated() {
    const row = /** @type {HTMLElement | null} */ (this.querySelector('.site-nav'));
    if (row) this.unattend = attend(row);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unattend?.();
    clearTimeout(this.timer);
  }

  /** Shows whether copying succeeded. @param {boolean} done @param {string} [note] */
  #say(done, note = '') {
    this.copied = done;
    this.note = note;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.copied = false;
        this.note = '';
      },
      note ? 3 * COPIED_MS : COPIED_MS,
    );
  }

  #resize() {
    switchSize();
    this.requestUpdate();
  }

  /** The dialog for link, QR code, snippets and pictures is loaded on demand. */
  #share() {
    return this.openShare(this);
  }

  /**
   * Copies the page's link to the clipboard or, if that is not available, writes it to the address
   * bar.
   */
  async #copy() {
    const { fragment, lacks } = this.shared();
    const link = linkTo(fragment(), window.location);
    try {
      await navigator.clipboard.writeText(link);
      this.#say(true, lacks || longNote(link));
    } catch {
      window.history.replaceState(null, '', link);
      this.#say(false, t('header.copyFailed'));
    }
  }

  render() {
    const nextTheme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length];
    const themeName = `${t('header.theme')}: ${t(`header.theme.${this.theme}`)}`;
    return html`
      <header class="header">
        <h1>Preformer</h1>
        ${siteNav(this.pages, this.page)}
        <div class="header-actions">
          <button
            type="button"
            class="quiet"
            id="language"
            lang=${this.next === 'zh' ? 'zh-Hans' : 'en'}
            aria-label=${`${t('header.language')}: ${t('header.languageLabel')}`}
            @click=${() => this.emit('set', { language: this.next })}
          >
            ${t('header.language')}
          </button>
          <button
            type="button"
            class="quiet square"
            id="theme"
            data-theme-now=${this.theme}
            aria-label=${themeName}
            title=${themeName}
            @click=${() => this.emit('set', { theme: nextTheme })}
          >
            ${icon('theme')}
          </button>
          <button
            type="button"
            class="quiet square"
            id="size"
            aria-pressed=${isLarge() ? 'true' : 'false'}
            aria-label=${t('header.size')}
            title=${t('header.size')}
            @click=${this.#resize}
          >
            <span aria-hidden="true">A<small>A</small></span>
          </button>
          <button
            type="button"
            class="quiet"
            id="share"
            aria-haspopup="dialog"
            aria-label=${t('header.share')}
            @click=${this.#share}
          >
            ${icon('share')}<span>${t('header.share')}</span>
          </button>
          <button
            type="button"
            class="plain"
            id="copy-link"
            title=${t('header.copyPrivate')}
            @click=${this.#copy}
          >
            ${this.copied ? t('header.copied') : t('header.copy')}
          </button>
          <span class="visually-hidden" role="status"
            >${this.copied ? t('header.copied') : ''}</span
          >
          ${this.note ? html`<p class="header-note" id="copy-note" role="status">${this.note}</p>` : nothing}
        </div>
      </header>
    `;
  }
}

define('lab-header', LabHeader);
