import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { memory, whole } from '../i18n/format.js';
import { addMessages, t } from '../i18n/index.js';
import { en } from '../i18n/onehot-en.js';
import { zh } from '../i18n/onehot-zh.js';
import { drawIdentity, rowAt } from '../plots/identity.js';
import { define, given, LabElement, own } from '../ui/base.js';
import { sharpen, tokens } from '../ui/canvas.js';
import { Chart } from '../ui/chart.js';
import { placeOn } from '../ui/pointer.js';

addMessages({ en, zh });

/**
 * The stage of one-hot: a drawing of the V × V identity matrix, and its memory compared with an
 * embedding's. Event: `set`.
 */
export class OneHotStage extends LabElement {
  static properties = { ...given('vocabulary size bytes dimensions word'), ...own('row') };

  constructor() {
    super();
    /** @type {Array<{word: string, count: number}>} */
    this.vocabulary = [];
    this.size = 0;
    /** @type {{dense: number, embedding: number}} */
    this.bytes = { dense: 0, embedding: 0 };
    this.dimensions = 32;
    /** The word whose row is highlighted at first: the word of the question. */
    this.word = '';
    this.row = 0;
    this.chart = new Chart(this, { draw: () => this.#draw() });
  }

  willUpdate(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (!changed.has('word') && !changed.has('vocabulary')) return;
    const row = this.vocabulary.findIndex(({ word }) => word === this.word);
    this.row = Math.max(0, row);
  }

  #draw() {
    const canvas = this.querySelector('canvas');
    const context = canvas?.getContext('2d');
    const side = canvas?.clientWidth ?? 0;
    if (!canvas || !context || !side) return;
    const found = tokens(this, ['ink', 'soft', 'hairline', 'accent', 'accent-ground']);
    const colours = { ...found, ground: found['accent-ground'] };
    const ratio = sharpen(canvas, side, side);
    drawIdentity(context, { size: this.size, row: this.row }, { side, ratio, colours });
  }

  #point(/** @type {PointerEvent} */ event) {
    const { canvas } = this.chart;
    this.row = rowAt(placeOn(event, canvas).y, canvas.clientHeight, this.size);
  }

  #key(/** @type {KeyboardEvent} */ event) {
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const last = this.size - 1;
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? last : this.row + (steps[event.key] ?? 0);
    if (to === this.row) return;
    event.preventDefault();
    this.row = Math.min(last, Math.max(0, to));
  }

  render() {
    const words = whole(this.size);
    const word = this.vocabulary[this.row]?.word ?? '';
    const place = { word, index: whole(this.row + 1), words };
    const share = this.bytes.dense ? this.bytes.embedding / this.bytes.dense : 0;
    return html`
      <section class="panel one-hot" aria-labelledby="one-hot-title">
        <div class="panel-head"><h2 id="one-hot-title">${t('onehot.title', { words })}</h2></div>
        <div class="one-hot-body">
          <div
            class="matrix"
            role="slider"
            tabindex="0"
            id="identity"
            aria-label=${t('onehot.label')}
            aria-orientation="vertical"
            aria-valuemin="1"
            aria-valuemax=${Math.max(1, this.size)}
            aria-valuenow=${this.row + 1}
            aria-valuetext=${`${t('onehot.row', place)}. ${t('onehot.vector', place)}`}
            aria-describedby="one-hot-help"
            @keydown=${this.#key}
          >
            <canvas
              ${ref(this.chart.watch)}
              aria-hidden="true"
              @pointermove=${this.#point}
              @pointerdown=${this.#point}
            ></canvas>
          </div>
          <div class="one-hot-facts">
            <p class="one-hot-word" id="one-hot-word">${this.size ? t('onehot.row', place) : nothing}</p>
            <p class="vector" aria-hidden="true">${this.size ? this.#vector() : nothing}</p>
            <h3>${t('onehot.nothing')}</h3>
            <p>${t('onehot.fact')}</p>
            <h3>${t('onehot.memory')}</h3>
            <dl class="memory">
              <dt>${t('onehot.dense', { words })}</dt>
              <dd id="memory-dense">${memory(this.bytes.dense)}</dd>
              <dd class="bar" aria-hidden="true"><span style="transform: scaleX(1)"></span></dd>
              <dt>${t('onehot.embedding', { words, dimensions: this.dimensions })}</dt>
              <dd id="memory-embedding">${memory(this.bytes.embedding)}</dd>
              <dd class="bar" aria-hidden="true">
                <span style=${`transform: scaleX(${Math.min(1, share)})`}></span>
              </dd>
            </dl>
            <button
              type="button"
              class="plain"
              id="one-hot-next"
              @click=${() => this.emit('set', { model: 'nnlm' })}
            >
              ${t('onehot.next')} →
            </button>
          </div>
        </div>
        <p class="visually-hidden" id="one-hot-help">${t('onehot.help')}</p>
      </section>
    `;
  }

  /** 0 0 … 0 1 0 … 0, with the one at its place as far as there is space. */
  #vector() {
    const { row, size } = this;
    const cells = (/** @type {number} */ n) => Array.from({ length: n }, () => '0');
    const shown = 3;
    const before = row <= shown ? cells(row) : [...cells(2), '…', '0'];
    const rest = size - row - 1;
    const after = rest <= shown ? cells(rest) : ['0', '…', ...cells(2)];
    return html`[${before.join(' ')} <strong>1</strong> ${after.join(' ')}]`;
  }
}

define('one-hot-stage', OneHotStage);
