import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';
import { later } from '../../ui/later.js';

/** Opens the dialog of stored models and texts, which is loaded on demand. */
export class KeptButton extends LabElement {
  static properties = given('session');

  constructor() {
    super();
    /** @type {import('../session.js').Session | null} */
    this.session = null;
    /** @type {import('./kept-dialog.js').KeptDialog | undefined} */
    this.dialog = undefined;
  }

  #open() {
    const button = this.querySelector('#kept');
    return later(
      () => import('./kept-dialog.js'),
      button,
      async ({ KeptDialog }) => {
        if (!this.dialog) {
          this.dialog = new KeptDialog();
          if (this.session) this.dialog.session = this.session;
          this.append(this.dialog);
          await this.dialog.updateComplete;
        }
        this.dialog.open();
      },
    );
  }

  render() {
    return html`<button type="button" class="plain" id="kept" @click=${this.#open}>
      ${t('kept.title')}
    </button>`;
  }
}

define('kept-button', KeptButton);
