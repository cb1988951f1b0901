import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { comma, compact, nats, plain, sentences } from '../i18n/format.js';
import { counted, t } from '../i18n/index.js';
import { define, given, LabElement, own, unset } from '../ui/base.js';
import { Chart } from '../ui/chart.js';
import { glossed } from '../ui/gloss.js';
import { openOf } from '../ui/inputs.js';
import { onDemand } from '../ui/later.js';
import { changeFrom, nameOf, reasonApart } from './compare/compare.js';
import { isLanguageModel } from './model-fields.js';

/** @typedef {import('./runs.js').Run} Run */

const runsTable = onDemand(() => import('./compare/runs-table.js'));
const perplexityTable = onDemand(() => import('./perplexity-table.js'));

const HEIGHT = 104;
const TALL = 168; // with held-out text: horizontal lines of n-grams to compare with
const LABEL_ROOM = 118;
const HELD_OUT = 'heldout';
/** @type {('unigram' | 'bigram' | 'trigram')[]} */
const NGRAMS = ['unigram', 'bigram', 'trigram'];

/**
 * The loss curve, with earlier runs in grey, each named at the end of its curve. The names are
 * buttons: hovering or focusing one highlights its curve and shows its settings. A language model
 * is compared with n-grams on held-out text.
 */
export class LossPanel extends LabElement {
  static properties = { ...given('session shown moment version'), ...own('lit plot listed') };

  constructor() {
    super();
    /** @type {import('./session.js').Session} */
    this.session = unset();
    /** @type {import('./slot.js').Slot} */
    this.shown = unset();
    /** The epoch that is marked; NaN for none. */
    this.moment = Number.NaN;
    /** Counts the changes of `session`. */
    this.version = 0;
    this.lit = -1;
    /** Whether the table is open. */
    this.listed = false;
    /**
     * The module that draws the chart, once there is data.
     * @type {typeof import('../plots/loss-chart.js') | null}
     */
    this.plot = null;
    this.plotLater = onDemand(() => import('../plots/loss-chart.js'));
    this.chart = new Chart(this);
  }

  get #current() {
    return this.shown.run;
  }

  /** Whether there is held-out text to measure on. */
  get #heldout() {
    const { kind, model } = this.shown;
    return isLanguageModel(kind) && model?.info.heldoutTokens !== 0;
  }

  /** The run with which others are compared: the current one, else the latest of this model. */
  get #reference() {
    const { kind } = this.shown;
    const current = this.#current;
    if (current?.points.length) return current;
    return this.#all.findLast(({ model }) => model === kind) ?? null;
  }

  /** All runs with a curve. */
  get #all() {
    return this.session.runs.filter((run) => run.points.length > 0);
  }

  /** The runs in the chart: those whose losses are comparable. */
  get #runs() {
    const reference = this.#reference;
    return reference ? this.#all.filter((run) => !reasonApart(run, reference)) : [];
  }

  render() {
    const runs = this.#runs;
    const { kind, perplexities, running } = this.shown;
    const lit = runs.find((run) => run.id === this.lit);
    const current = this.#current;
    // A restored run knows its loss from the model's report.
    if (current && Number.isNaN(current.loss))
      current.loss = this.shown.report?.epochLoss ?? current.loss;
    return html`
      <section class="panel loss" aria-labelledby="loss-title">
        <div class="panel-head">
          <h2 id="loss-title">${glossed(t('loss.title'))}</h2>
          <p class="note run-note" id="run-note">
            ${lit ? settings(lit, this.#reference) : ''}
          </p>
          <button
            type="button"
            class="link"
            id="clear-runs"
            ?hidden=${this.#all.filter((run) => run !== this.#current).length === 0}
            @click=${() => this.session.clearRuns()}
          >
            ${t('loss.clear')}
          </button>
        </div>
        <div class=${`loss-chart ${this.#heldout ? 'tall' : ''}`} id="loss" ${ref(this.chart.watch)}>
          ${this.#chart(runs)}
        </div>
        ${this.#apart()}
        <p class="visually-hidden" id="loss-summary">
          ${sentences(...runs.map((run) => this.#summary(run)))}
        </p>
        ${this.#perplexities(perplexities, kind, running)}
        ${this.#table()}
      </section>
    `;
  }

  /** Which runs are not in the chart, and why. */
  #apart() {
    const reference = this.#reference;
    const others = this.#all.filter((run) => reference && reasonApart(run, reference));
    if (!reference || !others.length) return nothing;
    const reasons = [...new Set(others.map((run) => reasonApart(run, reference)))];
    const why = reasons.map((reason) => t(`runs.why.${reason}`)).join(comma());
    const count = others.length;
    return html`<p class="note runs-apart" id="runs-apart">${counted('runs.apart', count, { count, why })}</p>`;
  }

  /** Held-out perplexities of the model and of n-grams, loaded with the first model that has them. */
  #perplexities(
    /** @type {unknown} */ measured,
    /** @type {string} */ kind,
    /** @type {boolean} */ running,
  ) {
    if (!this.#heldout) return nothing;
    perplexityTable(() => this.querySelector('perplexity-table'));
    return html`<perplexity-table
      .measured=${measured}
      .model=${kind}
      .now=${running ? (this.#current?.heldout.at(-1)?.loss ?? Number.NaN) : null}
    ></perplexity-table>`;
  }

  /** All runs as a table, which is loaded when it is opened. */
  #table() {
    if (this.#all.length < 2) return nothing;
    const toggle = (/** @type {Event} */ event) => {
      this.listed = openOf(event);
      if (this.listed) runsTable(() => this.querySelector('#runs summary'));
    };
    return html`<details class="more runs" id="runs" @toggle=${toggle}>
      <summary>${t('runs.title')}</summary>
      ${
        this.listed
          ? html`<runs-table
              .runs=${this.#all}
              .current=${this.#current}
              .shown=${this.shown}
              .preset=${this.session.presetOf(this.shown)}
              .version=${this.version}
            ></runs-table>`
          : nothing
      }
    </details>`;
  }

  #fetchPlot() {
    this.plotLater(
      () => this.querySelector('h2'),
      (plot) => {
        this.plot = plot;
      },
    );
    return nothing;
  }

  #chart(/** @type {Run[]} */ runs) {
    if (!runs.length) return html`<p class="note empty">${t('loss.empty')}</p>`;
    const { plot } = this;
    if (!plot) return this.#fetchPlot();
    const { units: width, scale } = this.chart;
    if (width < 50) return nothing;
    // The current curve is drawn last, above the others.
    const order = [...runs].sort(
      (a, b) => Number(a === this.#current) - Number(b === this.#current),
    );
    const epochs = Math.max(...runs.map((run) => run.values.epochs ?? 1));
    const box = { width, height: this.#heldout ? TALL : HEIGHT };
    const current = this.#current;
    const measured = current && current.heldout.length > 0 ? [current] : [];
    const heldout = measured.map((run) => ({ id: HELD_OUT, points: run.heldout }));
    const references = NGRAMS.map((id) => ({
      id,
      loss: Math.log(current?.baselines?.[id] ?? Number.NaN),
    }));
    const layout = plot.lossLayout(
      order,
      { ...box, epochs, right: LABEL_ROOM, heldout, references: this.#heldout ? references : [] },
      compact,
    );
    const shown = {
      document,
      ...box,
      scale,
      current: current?.id ?? -1,
      lit: this.lit,
      at: this.moment,
    };
    const node = plot.lossChart(layout, shown);
    const labels = [...layout.curves, ...layout.heldout, ...layout.references];
    const ys = plot.spreadLabels(labels, { height: box.height - 14 });
    const at = (/** @type {{id: number | string, x: number}} */ { id, x }) =>
      `transform: translate(${scale * (x + 6)}px, calc(${scale * (ys.get(id) ?? 0)}px - 50%))`;
    return html`${node}
    ${layout.curves.map((curve) => {
      const run = runs.find((r) => r.id === curve.id);
      return run && curve.path ? this.#label(run, at(curve)) : nothing;
    })}
    ${layout.heldout.map(
      (curve) => html`<span class="run-label heldout" style=${at(curve)}
        >${t('loss.heldout', { loss: nats(measured[0].heldout.at(-1)?.loss ?? 0) })}</span
      >`,
    )}
    ${layout.references.map(
      (reference) => html`<span class="run-label reference" style=${at(reference)}
        >${t(`loss.${reference.id}`)}</span
      >`,
    )}`;
  }

  #label(/** @type {Run} */ run, /** @type {string} */ style) {
    const light = (/** @type {number} */ id) => () => {
      this.lit = id;
    };
    const name = nameOf(run, this.#reference, 1);
    const loss = Number.isFinite(run.loss) ? nats(run.loss) : '';
    return html`<button
      type="button"
      class=${`run-label ${run === this.#current ? 'current' : ''}`}
      style=${style}
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

  #summary(/** @type {Run} */ run) {
    const measured = run.heldout.at(-1)?.loss;
    return sentences(
      lossSummary(run.model, run.epoch, run.loss),
      measured === undefined ? '' : t('loss.summary.heldout', { loss: nats(measured) }),
    );
  }
}

/**
 * The result of a run as a sentence.
 * @param {string} model @param {number} epochs may be a fraction
 * @param {number} loss NaN if it is not known, as in a checkpoint of an earlier version
 */
export function lossSummary(model, epochs, loss) {
  const epoch = Math.round(epochs * 10) / 10;
  const values = { name: t(`story.${model}`), epoch: plain(epoch) };
  if (!Number.isFinite(loss)) return counted('loss.unknown', epoch, values);
  return counted('loss.summary', epoch, { ...values, loss: nats(loss) });
}

/**
 * The settings of a run: what differs from the current one, else all that a reader sets.
 * @param {Run} run @param {Run | null} current
 */
function settings(run, current) {
  const change = current && run !== current ? changeFrom(run, current) : '';
  if (change) return t('runs.since', { change });
  const { model, values } = run;
  const { vectorSize: size, seed, window, context, hidden, layers, cellSize: cells } = values;
  const shared = { size, seed, alpha: plain(values.alpha) };
  if (model === 'nnlm') return t('loss.settings.nnlm', { ...shared, context, hidden });
  if (model === 'elmo') return t('loss.settings.elmo', { ...shared, layers, cells });
  return t('loss.run', { ...shared, window, objective: t(`objective.${values.objective}`) });
}

define('loss-panel', LossPanel);
