import { html } from 'lit';
import { has, t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { APPS, LAB_FIELDS, PARTS } from './parts.js';

/** Panels without controls: they can be hidden but not locked. */
const ONLY_SHOWN = ['hero', 'lesson', 'status', 'legend', 'rungs', 'scores', 'loss', 'pages'];

/** Chooses what is hidden or locked for readers of the link. Event: `limits` {hide, lock}. */
export class ShareLimits extends LabElement {
  static properties = given('page hide lock');

  constructor() {
    super();
    /** @type {import('./parts.js').Page} */
    this.page = 'lab';
    /** @type {string[]} */
    this.hide = [];
    /** @type {string[]} */
    this.lock = [];
  }

  #toggle(/** @type {'hide' | 'lock'} */ which, /** @type {string} */ name) {
    const names = this[which];
    const next = names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
    this.emit('limits', { [which]: next });
  }

  /** The parts of the current page; they depend on the model. */
  get names() {
    const app = this.closest(Object.keys(APPS).join(', '));
    return Object.entries(PARTS[this.page])
      .filter(([name, selector]) => this.#chosen(name) || app?.querySelector(selector))
      .map(([name]) => name);
  }

  #chosen = (/** @type {string} */ name) => this.hide.includes(name) || this.lock.includes(name);

  render() {
    const { names } = this;
    const count = this.hide.length + this.lock.length;
    return html`<details class="more share-limits">
      <summary id="share-limits">
        ${t('share.limits')}${count ? html` <span class="note">${count}</span>` : ''}
      </summary>
      <p class="note">${t('share.limits.note')}</p>
      <div class="share-table" tabindex="0" role="group" aria-label=${t('share.limits')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('share.limits.part')}</th>
              <th scope="col">${t('share.limits.hide')}</th>
              <th scope="col">${t('share.limits.lock')}</th>
            </tr>
          </thead>
          <tbody>
            ${names.map((name) => this.#row(name))}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #row(/** @type {string} */ name) {
    const label = nameOf(name, this.page);
    const box = (/** @type {'hide' | 'lock'} */ which) => html`<input
      type="checkbox"
      id=${`share-${which}-${name}`}
      aria-label=${`${t(`share.limits.${which}`)}: ${label}`}
      .checked=${this[which].includes(name)}
      @change=${() => this.#toggle(which, name)}
    />`;
    return html`<tr>
      <th scope="row">${label}</th>
      <td>${box('hide')}</td>
      <td>${ONLY_SHOWN.includes(name) ? '' : box('lock')}</td>
    </tr>`;
  }
}

/**
 * The first existing message for a part: of this page, of any page, or of a parameter by its key.
 */
function nameOf(/** @type {string} */ name, /** @type {string} */ page) {
  const keys = [
    `share.part.${page}.${name}`,
    `share.part.${name}`,
    `parameter.${LAB_FIELDS[name] ?? name}`,
  ];
  const key = keys.find(has);
  return key ? t(key) : name;
}

define('share-limits', ShareLimits);
