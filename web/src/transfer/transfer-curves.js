import { html, nothing, svg } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { sentences } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { labelCurves } from '../plots/label-curves.js';
import { spreadLabels } from '../plots/loss-chart.js';
import { markPath } from '../plots/marks.js';
import { axes } from '../ui/axes.js';
import { define, given, LabElement } from '../ui/base.js';
import { Chart } from '../ui/chart.js';
import { glossed } from '../ui/gloss.js';
import { find, gapAt, gaps, summarise } from './results.js';
import {
  accuracyText,
  lookOf,
  modeMark,
  modeName,
  pointsApart,
  roughly,
} from './transfer-parts.js';

const WIDE = 560;
const few = 5;

/**
 * The results of the four modes over labels per class, updated as they arrive: a chart, a sentence
 * and a table.
 */
export class TransferCurves extends LabElement {
  static properties = given('comparison labels modes chance unit version');

  constructor() {
    super();
    /** @type {import('./pack.js').Comparison | null} */
    this.comparison = null;
    /** @type {number[]} values of the axis before the first result */
    this.labels = [];
    /** @type {string[]} */
    this.modes = [];
    this.chance = 0;
    /** 'digit' or 'label': the kind of labels. */
    this.unit = 'digit';
    /** Counts the changes of `comparison`. */
    this.version = 0;
    this.chart = new Chart(this);
  }

  render() {
    const summary = summarise(this.comparison?.results ?? []);
    const empty = summary.length === 0;
    return html`
      <p class="step-verdict" id="curves-verdict">${this.#verdict(summary)}</p>
      <div class="curves" ${ref(this.chart.watch)}>
        ${this.#chart(summary)}
        ${empty ? html`<p class="note empty">${t('transfer.curves.empty')}</p>` : nothing}
      </div>
      ${empty ? nothing : this.#table(summary)}
    `;
  }

  /** @param {import('./results.js').Summary[]} summary */
  #verdict(summary) {
    const found = gaps(summary);
    if (!found.few) return '';
    return sentences(this.#gap(found.few), found.many ? this.#gap(found.many) : '');
  }

  #gap(/** @type {NonNullable<ReturnType<typeof gapAt>>} */ gap) {
    const { labels, points, mode } = gap;
    const [better, worse] = [accuracyText(gap.with), accuracyText(gap.without)];
    const kind = Math.abs(points) < 1.5 ? 'same' : points > 0 ? 'ahead' : 'behind';
    const how = { labels, better, worse, mode: modeName(mode, this.unit === 'label') };
    return t(`transfer.curves.${this.unit}.${kind}${labels === 1 ? '.one' : ''}`, {
      ...how,
      points: pointsApart(gap.with, gap.without),
    });
  }

  /** @param {import('./results.js').Summary[]} summary */
  #chart(summary) {
    const { modes, chance } = this;
    const { units: width, scale } = this.chart;
    if (width < 50) return nothing;
    const height = width < WIDE ? 300 : 360;
    const labels = this.comparison?.labels ?? this.labels;
    const right = width < WIDE ? 92 : 150;
    const layout = labelCurves(summary, modes, { width, height, labels, chance, right });
    const middle = (layout.left + layout.right) / 2;
    return html`<svg viewBox=${`0 0 ${width} ${height}`} width=${width * scale} height=${height * scale} aria-hidden="true">
      ${axes(layout, layout.labelTicks, layout.base + 16, roughly)}
      <text class="tick" x=${middle} y=${height - 4} text-anchor="middle">${t(`transfer.curves.axis.${this.unit}`)}</text>
      ${layout.curves.map(
        ({ id, band }) =>
          svg`<path class="band" style=${`--hue: var(--${lookOf(id).colour})`} d=${band} />`,
      )}
      ${this.#bracket(layout, summary)}
      ${layout.curves.map((curve) => this.#curve(curve))}
      ${this.#names(layout, height)}
    </svg>`;
  }

  /** @param {ReturnType<typeof labelCurves>['curves'][number]} curve */
  #curve({ id, path, points, dots }) {
    const { colour, shape } = lookOf(id);
    return svg`<g class="way" data-mode=${id} style=${`--hue: var(--${colour})`}>
      ${dots.map(([x, y]) => svg`<circle class="seed-dot" cx=${x} cy=${y} r="1.8" />`)}
      <path class="curve" d=${path} />
      ${points.map(
        ({ x, y }) =>
          svg`<path class="mean" d=${markPath(shape)} transform=${`translate(${x} ${y}) scale(4.6)`} />`,
      )}
    </g>`;
  }

  /** The difference at five labels, drawn in the chart. */
  #bracket(
    /** @type {ReturnType<typeof labelCurves>} */ layout,
    /** @type {import('./results.js').Summary[]} */ summary,
  ) {
    const gap = gapAt(summary, few);
    if (!gap || gap.points < 1) return nothing;
    const [x, top, foot] = [layout.xOf(few), layout.yOf(gap.with), layout.yOf(gap.without)];
    const text = t('transfer.curves.points', { points: pointsApart(gap.with, gap.without) });
    return svg`<g class="gap">
      <line x1=${x} x2=${x} y1=${top} y2=${foot} />
      <text x=${x + 8} y=${(top + foot) / 2 + 5}>${text}</text>
    </g>`;
  }

  #names(/** @type {ReturnType<typeof labelCurves>} */ layout, /** @type {number} */ height) {
    const drawn = layout.curves.filter(({ path }) => path);
    const ys = spreadLabels(drawn, { height: height - 30, line: 18 });
    return drawn.map(
      ({ id, mean }) => svg`<text class="way-name" style=${`fill: var(--${lookOf(id).colour})`}
        x=${layout.right + 10} y=${(ys.get(id) ?? 0) + 4}>${t(`transfer.mode.short.${id}`)} ${accuracyText(mean)}</text>`,
    );
  }

  /** @param {import('./results.js').Summary[]} summary */
  #table(summary) {
    const labels = this.comparison?.labels ?? this.labels;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('transfer.curves.table')}>
      <table class="ways" id="ways">
        <caption class="note">${glossed(t(`transfer.curves.caption.${this.unit}`))}</caption>
        <thead>
          <tr>
            <th scope="col">${t('transfer.curves.way')}</th>
            ${labels.map((count) => html`<th scope="col">${count}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.modes.map(
            (mode) => html`<tr data-mode=${mode}>
              <th scope="row">${modeMark(mode)} ${modeName(mode, this.unit === 'label')}</th>
              ${labels.map((count) => html`<td data-labels=${count}>${cell(find(summary, mode, count))}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

/** 84.2 ± 3.1, in percent. @param {import('./results.js').Summary | undefined} row */
function cell(row) {
  if (!row) return '·';
  const mean = (100 * row.mean).toFixed(1);
  return Number.isFinite(row.spread)
    ? html`${mean}<span class="spread"> ± ${(100 * row.spread).toFixed(1)}</span>`
    : mean;
}

define('transfer-curves', TransferCurves);
