import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { define, given, LabElement } from '../../ui/base.js';

/** Opens the dialog of stored models and texts, which is loaded on demand. */
export class KeptButton extends LabElement {
  static properties = given('session');

  constructor() {
    super();
    /** @type {import('../session.js').Session | null} */
    this.session = null;
    /** @type {Promise<import('./kept-dialog.js').KeptDialog> | undefined} */
    this.dialog = undefined;
  }

  #open() {
    this.dialog ??= import('./kept-dialog.js').then(({ KeptDialog }) => {
      const dialog = new KeptDialog();
      if (this.session) dialog.session = this.session;
      this.append(dialog);
      return dialog.updateComplete.then(() => dialog);
    });
    this.dialog.then(
      (dialog) => dialog.open(),
      () => {
        this.dialog = undefined; // the network may be available at the next attempt
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
