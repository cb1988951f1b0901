import { html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { compact, nats, plain } from '../i18n/format.js';
import { counted, t } from '../i18n/index.js';
import { lossChart, lossLayout, spreadLabels } from '../plots/loss-chart.js';
import { define, LabElement } from './base.js';

const HEIGHT = 104;
const LABEL_ROOM = 118;

/**
 * The loss, falling; earlier runs in grey, each named at the end of its curve. The names are
 * buttons: pointing at one, or focusing it, lights its curve and tells its settings.
 * Event: `clear-runs`.
 */
export class LossPanel extends LabElement {
  static properties = {
    runs: { attribute: false },
    current: { attribute: false },
    version: { attribute: false },
    width: { state: true },
    lit: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../state/runs.js').Run[]} */
    this.runs = [];
    /** @type {import('../state/runs.js').Run | null} */
    this.current = null;
    this.version = 0;
    this.width = 0;
    this.lit = -1;
    this.chart = createRef();
  }

  firstUpdated() {
    this.observer = new ResizeObserver(([entry]) => {
      this.width = Math.round(entry.contentRect.width);
    });
    this.observer.observe(/** @type {Element} */ (this.chart.value));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  render() {
    const runs = this.runs.filter((run) => run.points.length > 0);
    const lit = runs.find((run) => run.id === this.lit);
    const mixed = new Set(runs.map((run) => run.values.objective)).size > 1;
    return html`
      <section class="panel loss" aria-labelledby="loss-title">
        <div class="panel-head">
          <h2 id="loss-title">${t('loss.title')}</h2>
          <p class="note run-note" id="run-note">
            ${lit ? settings(lit) : mixed ? t('loss.mixed') : ''}
          </p>
          <button
            type="button"
            class="link"
            id="clear-runs"
            ?hidden=${runs.filter((run) => run !== this.current).length === 0}
            @click=${() => this.emit('clear-runs')}
          >
            ${t('loss.clear')}
          </button>
        </div>
        <div class="loss-chart" id="loss" ${ref(this.chart)}>${this.#chart(runs)}</div>
        <p class="visually-hidden" id="loss-summary">
          ${runs.map((run) => this.#summary(run)).join(' ')}
        </p>
      </section>
    `;
  }

  #chart(/** @type {import('../state/runs.js').Run[]} */ runs) {
    if (!runs.length) return html`<p class="note empty">${t('loss.empty')}</p>`;
    if (this.width < 50) return nothing;
    // The current curve is drawn last, over the others.
    const order = [...runs].sort((a, b) => Number(a === this.current) - Number(b === this.current));
    const epochs = Math.max(...runs.map((run) => run.values.epochs ?? 1));
    const box = { width: this.width, height: HEIGHT };
    const layout = lossLayout(order, { ...box, epochs, right: LABEL_ROOM }, compact);
    const current = this.current?.id ?? -1;
    const node = lossChart(layout, { document, ...box, current, lit: this.lit });
    const ys = spreadLabels(layout.curves, { height: HEIGHT - 14 });
    return html`${node}${layout.curves.map(({ id, x, path }) => {
      const run = runs.find((r) => r.id === id);
      return run && path ? this.#label(run, x, ys.get(id) ?? 0, id === current) : nothing;
    })}`;
  }

  #label(
    /** @type {import('../state/runs.js').Run} */ run,
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {boolean} */ isCurrent,
  ) {
    const light = (/** @type {number} */ id) => () => {
      this.lit = id;
    };
    const name = t(`story.${run.model}`);
    const loss = nats(run.points.at(-1)?.loss ?? 0);
    return html`<button
      type="button"
      class=${`run-label ${isCurrent ? 'current' : ''}`}
      style=${`transform: translate(${x + 6}px, calc(${y}px - 50%))`}
      data-run=${run.id}
      aria-describedby="run-note"
      @pointerenter=${light(run.id)}
      @pointerleave=${light(-1)}
      @focus=${light(run.id)}
      @blur=${light(-1)}
    >
      ${name} ${loss}
    </button>`;
  }

  #summary(/** @type {import('../state/runs.js').Run} */ run) {
    const last = run.points.at(-1);
    const epoch = Math.round((last?.epoch ?? 0) * 10) / 10;
    return counted('loss.summary', epoch, {
      name: t(`story.${run.model}`),
      loss: nats(last?.loss ?? 0),
      epoch: plain(epoch),
    });
  }
}

const settings = (/** @type {import('../state/runs.js').Run} */ { values }) =>
  t('loss.run', {
    size: values.vectorSize,
    window: values.window,
    objective: t(`objective.${values.objective}`),
    alpha: plain(values.alpha),
    seed: values.seed,
  });

define('loss-panel', LossPanel);
