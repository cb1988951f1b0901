import { html, nothing, svg } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { nats, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { historyLayout } from '../plots/history.js';
import { axes } from '../ui/axes.js';
import { define, given, LabElement } from '../ui/base.js';
import { Chart } from '../ui/chart.js';
import { glossed } from '../ui/gloss.js';
import { accuracyText } from './transfer-parts.js';

const HEIGHT = 172;
const ROOM = 104;

/** A's loss and, if A is a classifier, its accuracy during training. */
export class TransferHistory extends LabElement {
  static properties = given('moments epochs title report');

  constructor() {
    super();
    /** @type {import('./pack.js').Moment[]} */
    this.moments = [];
    this.epochs = 1;
    this.title = '';
    /** @type {import('./pack.js').Report | null} */
    this.report = null;
    this.chart = new Chart(this);
  }

  render() {
    const last = this.moments.at(-1);
    const values = this.#ends;
    const classifies = last && Number.isFinite(last.accuracy);
    const key = classifies ? 'transfer.history.both' : 'transfer.history.loss';
    return html`
      <h4>${glossed(this.title)}</h4>
      <div class="history-chart" ${ref(this.chart.watch)}>
        ${this.moments.length > 1 ? this.#chart() : html`<p class="note empty">${t('transfer.history.empty')}</p>`}
      </div>
      <p class="visually-hidden">${last ? t(key, values) : ''}</p>
    `;
  }

  /**
   * The numbers at the ends of the curves: those of the epoch, not of the smoothed curves.
   * @returns {Record<string, string>}
   */
  get #ends() {
    const { epochLoss = Number.NaN, epochAccuracy = Number.NaN } = this.report ?? {};
    return {
      loss: Number.isFinite(epochLoss) ? nats(epochLoss) : '–',
      accuracy: accuracyText(epochAccuracy),
    };
  }

  #chart() {
    const { moments, epochs } = this;
    const { units: width, scale } = this.chart;
    if (width < 50) return nothing;
    const box = { width, height: HEIGHT, right: ROOM, epochs };
    const layout = historyLayout(moments, box);
    const ends = this.#ends;
    return html`<svg viewBox=${`0 0 ${width} ${HEIGHT}`} width=${width * scale} height=${HEIGHT * scale} aria-hidden="true">
      ${axes(layout, layout.epochTicks, HEIGHT - 4, plain)}
      ${layout.curves.map(
        ({ id, path, x, y }) => svg`<path class=${`curve history-${id}`} d=${path} />
          <text class=${`curve-end history-${id}`} x=${x + 7} y=${y + 4}>${t(
            `transfer.history.end.${id}`,
            { value: ends[id] },
          )}</text>`,
      )}
    </svg>`;
  }
}

define('transfer-history', TransferHistory);
