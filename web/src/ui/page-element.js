import { nothing } from 'lit';
import { t } from '../i18n/index.js';
import { linkTo, longNote } from '../link/copied-link.js';
import { LabElement } from './base.js';
import { Frame } from './canvas.js';
import { applyLook } from './look.js';
import { hostOf } from './root.js';

/** A whole page: joins state and session with the parts of the page. Children say what it shows. */
export class PageElement extends LabElement {
  /** @param {string} title the message that names the page */
  constructor(title) {
    super();
    this.titleKey = title;
    /** @type {any} */
    this.session = null;
    /** Counts what happened in the session, for elements whose properties change inside. */
    this.version = 0;
  }

  /** A page has one main part; an embedded demo is a part of somebody's page. */
  get mainRole() {
    return hostOf(this) ? nothing : 'main';
  }

  /** Starts the page's life; called once with everything it needs. @param {any} session */
  connect(session) {
    this.session = session;
    const frame = new Frame(() => {
      this.version += 1;
      this.requestUpdate();
    });
    session.addEventListener('change', () => frame.request());
    session.store.addEventListener('change', () => {
      applyLook(session.store, this.titleKey, this);
      this.requestUpdate();
    });
    applyLook(session.store, this.titleKey, this);
    this.requestUpdate();
    return session.start();
  }

  /**
   * The page's link to the clipboard or, where that is shut, to the address bar.
   * @param {string} fragment @param {string} [note] what the link leaves out
   */
  async copyLink(fragment, note = '') {
    const header = /** @type {any} */ (this.querySelector('lab-header'));
    const link = linkTo(fragment, window.location);
    try {
      await navigator.clipboard.writeText(link);
      header.showCopied(true, note || longNote(link));
    } catch {
      window.history.replaceState(null, '', link);
      header.showCopied(false, t('header.copyFailed'));
    }
  }
}
