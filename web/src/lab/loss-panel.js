import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { compact, nats, plain } from '../i18n/format.js';
import { counted, t } from '../i18n/index.js';
import { define, given, LabElement, own, unset } from '../ui/base.js';
import { Chart } from '../ui/chart.js';
import { isLanguageModel } from './model-fields.js';
import './perplexity-table.js';
import { glossed } from '../ui/gloss.js';

/** @typedef {import('./runs.js').Run} Run */

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
  static properties = { ...given('session shown version'), ...own('lit plot') };

  constructor() {
    super();
    /** @type {import('./session.js').Session} */
    this.session = unset();
    /** @type {import('./slot.js').Slot} */
    this.shown = unset();
    /** Counts the changes of `session`. */
    this.version = 0;
    this.lit = -1;
    /**
     * The module that draws the chart, once there is data.
     * @type {typeof import('../plots/loss-chart.js') | null}
     */
    this.plot = null;
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

  /** The curves of one kind: losses of language models and of Word2Vec are not comparable. */
  get #runs() {
    const language = isLanguageModel(this.shown.kind);
    const { runs } = this.session;
    return runs.filter((run) => run.points.length && isLanguageModel(run.model) === language);
  }

  render() {
    const runs = this.#runs;
    const { kind, perplexities, running } = this.shown;
    const lit = runs.find((run) => run.id === this.lit);
    const mixed = !this.#heldout && new Set(runs.map((run) => run.values.objective)).size > 1;
    return html`
      <section class="panel loss" aria-labelledby="loss-title">
        <div class="panel-head">
          <h2 id="loss-title">${glossed(t('loss.title'))}</h2>
          <p class="note run-note" id="run-note">
            ${lit ? settings(lit) : mixed ? t('loss.mixed') : ''}
          </p>
          <button
            type="button"
            class="link"
            id="clear-runs"
            ?hidden=${runs.filter((run) => run !== this.#current).length === 0}
            @click=${() => this.session.clearRuns()}
          >
            ${t('loss.clear')}
          </button>
        </div>
        <div class=${`loss-chart ${this.#heldout ? 'tall' : ''}`} id="loss" ${ref(this.chart.watch)}>
          ${this.#chart(runs)}
        </div>
        <p class="visually-hidden" id="loss-summary">
          ${runs.map((run) => this.#summary(run)).join(' ')}
        </p>
        ${
          this.#heldout
            ? html`<perplexity-table
                .measured=${perplexities}
                .model=${kind}
                .now=${running ? (this.#current?.heldout.at(-1)?.loss ?? Number.NaN) : null}
              ></perplexity-table>`
            : nothing
        }
      </section>
    `;
  }

  #fetchPlot() {
    import('../plots/loss-chart.js').then(
      (plot) => {
        this.plot = plot;
      },
      () => {}, // no network: tried again at the next visit
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
    const shown = { document, ...box, scale, current: current?.id ?? -1, lit: this.lit };
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
    const name = t(`story.${run.model}`);
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
    return [
      lossSummary(run.model, run.epoch, run.loss),
      measured === undefined ? '' : t('loss.summary.heldout', { loss: nats(measured) }),
    ].join(' ');
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

const settings = (/** @type {Run} */ { model, values }) => {
  const { vectorSize: size, seed, window, context, hidden, layers, cellSize: cells } = values;
  const shared = { size, seed, alpha: plain(values.alpha) };
  if (model === 'nnlm') return t('loss.settings.nnlm', { ...shared, context, hidden });
  if (model === 'elmo') return t('loss.settings.elmo', { ...shared, layers, cells });
  return t('loss.run', { ...shared, window, objective: t(`objective.${values.objective}`) });
};

define('loss-panel', LossPanel);
