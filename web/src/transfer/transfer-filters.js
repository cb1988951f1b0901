import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { t } from '../i18n/index.js';
import { paintSigned, rgb } from '../plots/pixels.js';
import { define, given, LabElement } from '../ui/base.js';
import { tokens } from '../ui/canvas.js';
import { Chart } from '../ui/chart.js';

/** The filters of the first layer in two colours: one for ink, one for paper. */
export class TransferFilters extends LabElement {
  static properties = given('filters trained');

  constructor() {
    super();
    /** @type {{height: number, width: number, count: number, values: Float32Array} | null} */
    this.filters = null;
    this.trained = false;
    this.chart = new Chart(this, { draw: () => this.#paint() });
  }

  render() {
    const count = this.filters?.count ?? 8;
    return html`
      <h4>${t('transfer.filters.title')}</h4>
      <div class="filters" ${ref(this.chart.watch)} role="img" aria-label=${t('transfer.filters.label', { count })}>
        ${Array.from({ length: count }, () => html`<canvas></canvas>`)}
      </div>
      <p class="note">${t(this.trained ? 'transfer.filters.trained' : 'transfer.filters.random')}</p>
    `;
  }

  #paint() {
    const { filters } = this;
    if (!filters) return;
    const { width, height, values } = filters;
    const most = values.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9) * 0.85;
    const { accent, warning } = tokens(this, ['accent', 'warning']);
    const look = { most, positive: rgb(accent), negative: rgb(warning) };
    for (const [i, canvas] of this.querySelectorAll('canvas').entries()) {
      const own = values.subarray(i * width * height, (i + 1) * width * height);
      paintSigned(canvas, own, width, height, look);
    }
  }
}

define('transfer-filters', TransferFilters);
