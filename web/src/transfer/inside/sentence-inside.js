import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { addMessages, t } from '../../i18n/index.js';
import { en as elmoEn } from '../../i18n/inside-elmo-en.js';
import { zh as elmoZh } from '../../i18n/inside-elmo-zh.js';
import { en as insideEn } from '../../i18n/inside-en.js';
import { zh as insideZh } from '../../i18n/inside-zh.js';
import { en } from '../../i18n/sentence-inside-en.js';
import { zh } from '../../i18n/sentence-inside-zh.js';
import { en as pictureEn } from '../../i18n/transfer-inside-en.js';
import { zh as pictureZh } from '../../i18n/transfer-inside-zh.js';
import { blockTable } from '../../inside/block-table.js';
import '../../inside/inside.css';
import { legend } from '../../inside/legend.js';
import '../../inside/number-drawer.js';
import '../../inside/prove-it.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { Chart } from '../../ui/chart.js';
import { inputOf } from '../../ui/inputs.js';
import { focusOn, rootOf } from '../../ui/root.js';
import { refusal } from '../transfer-parts.js';
import './inside.css';
import { leadTo, showDialog } from './arriving.js';
import { SentenceNet } from './sentence-net.js';
import { scoreTable, sentencePicture, sentenceScene, stepTable } from './sentence-picture.js';

addMessages({ en: insideEn, zh: insideZh });
addMessages({ en: elmoEn, zh: elmoZh });
addMessages({ en: pictureEn, zh: pictureZh });
addMessages({ en, zh });

/** @typedef {import('./sentence-net.js').Place} Place */

/**
 * The reader's sentence followed through the classifier that was trained last: each word's vector or
 * each layer, the scores, and one step. The page gives the chapter and `version`, which changes with it.
 * Event: `set` {inside: 'closed'}.
 */
export class SentenceInside extends LabElement {
  static properties = { ...given('text version'), ...own('net label opened table problem') };

  constructor() {
    super();
    /** @type {import('../text.js').TextChapter | null} */
    this.text = null;
    this.version = 0;
    /** @type {SentenceNet | null} */
    this.net = null;
    /** The true class; '': the likeliest. */
    this.label = '';
    /** @type {Place | null} */
    this.opened = null;
    /** The block that is shown as a table. */
    this.table = '';
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.problem = null;
    this.chart = new Chart(this);
    /** @type {unknown[]} what was followed last */
    this.asked = [];
  }

  firstUpdated() {
    leadTo(this);
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  updated(changed) {
    super.updated(changed);
    showDialog(this);
    void this.#follow();
  }

  /** Follows the sentence if it, its true class or the classifier has changed. */
  async #follow() {
    const { answer, current } = /** @type {import('../text.js').TextChapter} */ (this.text);
    const model = current.last?.model;
    const label = this.label || answer?.answer?.label;
    if (!model || !answer?.input || !label) {
      this.net = null;
      this.asked = [];
      return;
    }
    const asked = [model, answer.sentence, label];
    if (asked.every((one, i) => one === this.asked[i])) return;
    this.asked = asked;
    try {
      const trace = await model.inside(answer.input, label);
      if (this.asked !== asked) return;
      Object.assign(this, {
        net: new SentenceNet(trace, model.labels, label, model.layers),
        problem: null,
      });
    } catch (problem) {
      if (this.asked === asked) Object.assign(this, { net: null, problem });
    }
  }

  #leave() {
    focusOn(rootOf(this), '#open-inside');
    this.emit('set', { inside: 'closed' });
  }

  render() {
    const { net, problem } = this;
    return html`<section class="inside picture-inside" aria-labelledby="inside-title" id="inside">
      <header class="drawer-head">
        <h4 id="inside-title" tabindex="-1">${t('transfer.inside.text.title')}</h4>
        <button type="button" class="plain" id="inside-close" @click=${() => this.#leave()}>
          ${t('transfer.inside.close')}
        </button>
      </header>
      <p class="note">${t(net?.mixes ? 'transfer.inside.text.lede.elmo' : 'transfer.inside.text.lede')}</p>
      <p class="visually-hidden" id="inside-help">${t('inside.help')}</p>
      <div class="inside-room" ${ref(this.chart.watch)}></div>
      ${refusal(problem, 'inside-problem')}
      ${net ? this.#body(net) : html`<p class="note" id="inside-missing">${t('transfer.inside.text.waits')}</p>`}
    </section>`;
  }

  /** @param {SentenceNet} net */
  #body(net) {
    const { opened, table } = this;
    const fits = opened && fitsIn(net, opened) ? opened : null;
    const scene = sentenceScene(net, this.chart.units || 700);
    const block = scene.blocks.find(({ id }) => id === table);
    const open = (/** @type {Place} */ place) => {
      this.opened = place;
    };
    return html`
      <label class="true-digit">
        ${t('transfer.inside.text.label')}
        <select
          id="inside-label"
          data-value=${net.labels[net.target]}
          @change=${(/** @type {Event} */ event) => {
            this.label = inputOf(event).value;
          }}
        >
          ${net.labels.map((label) => html`<option value=${label}>${label}</option>`)}
        </select>
      </label>
      ${Number.isFinite(net.trace.loss) ? nothing : html`<p class="problem">${t('inside.diverged')}</p>`}
      <div
        @open-number=${(/** @type {CustomEvent<Place>} */ { detail }) => open(detail)}
        @show-table=${(/** @type {CustomEvent<{block: string}>} */ { detail }) => {
          this.table = detail.block;
        }}
      >${sentencePicture(net, scene, { opened: fits, scale: this.chart.scale, open })}</div>
      ${fits ? this.#drawer(net, fits) : html`<p class="note" id="inside-press">${t('inside.press')}</p>`}
      ${legend(scene, 5, (id) => {
        this.table = id;
      })}
      ${scoreTable(net)} ${stepTable(net)}
      ${
        block
          ? blockTable(block, () => {
              this.table = '';
            })
          : nothing
      }`;
  }

  /** @param {SentenceNet} net @param {Place} opened */
  #drawer(net, opened) {
    const equation = net.open(opened);
    const note =
      net.mixes && opened.block === 'rows'
        ? t('transfer.inside.text.layer', { layer: opened.row })
        : '';
    return html`<div
      class="inside-drawer"
      role="region"
      aria-labelledby="drawer-title"
      @close-number=${() => {
        this.opened = null;
        focusOn(this, `#block-${opened.block}, #sentence-scores button`);
      }}
      @show-table=${(/** @type {CustomEvent<{block: string}>} */ { detail }) => {
        this.table = detail.block;
      }}
    >
      <number-drawer .equation=${equation} .block=${opened.block} .note=${note}></number-drawer>
      <prove-it
        .entry=${net.entry(opened)}
        .value=${equation.value}
        .measure=${async (
          /** @type {import('../../worker/wasm').Entry} */ entry,
          /** @type {number} */ epsilon,
        ) => net.prove(entry, epsilon)}
        .random=${() => tenOf(net, opened)}
        .note=${t('transfer.inside.text.proof')}
        .subject=${[opened.block, opened.row, opened.col, net.trace.loss, net.trace.words].join(' ')}
      ></prove-it>
    </div>`;
  }
}

/** Whether a place is still there: another sentence has other words. @param {SentenceNet} net @param {Place} place */
const fitsIn = (net, { block, row }) => block !== 'rows' || row < net.rows;

/** Ten numbers of the same row, evenly spread. @param {SentenceNet} net @param {Place} opened */
function tenOf(net, opened) {
  const entry = net.entry(opened);
  const cols = entry.name === 'logits' ? net.labels.length : net.D;
  const many = Math.min(10, cols);
  return Array.from({ length: many }, (_, i) => ({ ...entry, col: Math.floor((i * cols) / many) }));
}

define('sentence-inside', SentenceInside);
