import { html, nothing } from 'lit';
import { html as named, unsafeStatic } from 'lit/static-html.js';
import { language, t } from '../i18n/index.js';
import { define, LabElement, own } from '../ui/base.js';
import { experimentFragment, readExperiment } from './address.js';
import { EXPERIMENTS, experimentOf } from './list.js';

/** The page of experiments: all of them, or the one that the address names. */
export class ExperimentsApp extends LabElement {
  static properties = own('open fields loaded unknown');

  constructor() {
    super();
    /** The experiment that is shown. @type {import('./list.js').Experiment | null} */
    this.open = null;
    /** What the address says beside its name. @type {Map<string, string>} */
    this.fields = new Map();
    this.loaded = '';
    /** A name in the address that no experiment has. */
    this.unknown = '';
    this.onHash = () => void this.#read();
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    void this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
  }

  async #read() {
    const { id, fields } = readExperiment(window.location.hash);
    const found = experimentOf(id);
    this.open = found;
    this.fields = fields;
    this.unknown = found ? '' : id;
    const title = found ? t(`experiments.${id}`) : t('experiments.title');
    document.title = `${title} · Preformer`;
    if (!found || this.loaded === id) return;
    await this.updateComplete;
    const place = () => this.querySelector('#experiment-place');
    await found.load(place, () => {
      if (this.open === found) this.loaded = id;
    });
  }

  /** The address follows what the reader does, so that a reload keeps it. */
  #write(/** @type {CustomEvent<Record<string, string>>} */ { detail }) {
    if (!this.open) return;
    window.history.replaceState(null, '', experimentFragment(this.open.id, detail));
  }

  render() {
    const { open } = this;
    if (!open) return this.#list();
    const tag = unsafeStatic(open.tag);
    return html`<div class="experiment" data-experiment=${open.id} lang=${language() === 'zh' ? 'zh-Hans' : 'en'}>
      <nav class="experiment-others" aria-label=${t('experiments.title')}>
        ${EXPERIMENTS.map(
          ({ id }) =>
            html`<a href=${experimentFragment(id)} aria-current=${id === open.id ? 'page' : nothing}>${t(`experiments.${id}`)}</a>`,
        )}
      </nav>
      <h1>${t(`experiments.${open.id}.question`)}</h1>
      <p class="lead">${t(`experiments.${open.id}.lead`)}</p>
      <div id="experiment-place"></div>
      ${
        this.loaded === open.id
          ? named`<${tag} .fields=${this.fields} @fields=${this.#write}></${tag}>`
          : html`<p class="note" role="status">${t('experiments.loading')}</p>`
      }
    </div>`;
  }

  #list() {
    return html`<div class="experiments-list">
      <h1>${t('experiments.title')}</h1>
      <p class="lead">${t('experiments.lead')}</p>
      ${
        this.unknown
          ? html`<p class="warning" role="alert">${t('experiments.unknown', { id: this.unknown })}</p>`
          : nothing
      }
      <ol class="cards experiment-cards">
        ${EXPERIMENTS.map(
          ({ id }) => html`<li>
            <a href=${experimentFragment(id)}>
              <span class="card-title">${t(`experiments.${id}.question`)}</span>
              <span class="card-about">${t(`experiments.${id}.lead`)}</span>
            </a>
          </li>`,
        )}
      </ol>
    </div>`;
  }
}

define('experiments-app', ExperimentsApp);
