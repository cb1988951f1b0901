import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from './base.js';
import { Chart } from './chart.js';
import { markMore, showCurrent } from './row-scroll.js';

/**
 * The Lab's models, in the order in which they came. Event: `set` {model}.
 */
export class ModelRow extends LabElement {
  static properties = given('models current marks');

  constructor() {
    super();
    /** @type {string[]} */
    this.models = [];
    this.current = '';
    /** @type {Record<string, '' | 'trained' | 'running'>} */
    this.marks = {};
  }

  /** The row, which scrolls if the page is narrower. Rendered again when its width changes. */
  row = new Chart(this);
  #width = 0;

  updated(/** @type {import('lit').PropertyValues<this>} */ changed) {
    const { width } = this.row;
    const row = /** @type {HTMLElement | undefined} */ (this.row.element);
    if (row && (changed.has('current') || width !== this.#width)) showCurrent(row);
    this.#width = width;
    this.#fade();
  }

  #fade() {
    const row = /** @type {HTMLElement | undefined} */ (this.row.element);
    if (row) markMore(row);
  }

  render() {
    return html`
      <nav class="model-row" aria-label=${t('story.label')}>
        <ul ${ref(this.row.watch)} @scroll=${this.#fade}>
          ${this.models.map((model) => this.#step(model))}
        </ul>
      </nav>
    `;
  }

  #step(/** @type {string} */ model) {
    const mark = this.marks[model];
    return html`<li>
      <button
        type="button"
        id=${`model-${model}`}
        aria-current=${model === this.current ? 'step' : nothing}
        @click=${() => this.emit('set', { model })}
      >
        <span class="model-name"
          >${t(`story.${model}`)}${
            mark
              ? html`<span class=${`model-mark ${mark}`} title=${t(`story.${mark}`)}></span
                  ><span class="visually-hidden">, ${t(`story.${mark}`)}</span>`
              : nothing
          }</span
        >
        <span class="model-adds">${t(`story.${model}.adds`)}</span>
      </button>
    </li>`;
  }
}

define('model-row', ModelRow);
