import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { plain } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { drawBlock, fullStrength, rowOf } from '../../plots/heat.js';
import { define, given, LabElement } from '../../ui/base.js';
import { sharpen, tokens } from '../../ui/canvas.js';
import { Chart } from '../../ui/chart.js';

const ROW = 42; // height of a layer's blocks, for type of the default size
const GAP = 6; // space between words

/**
 * ELMo's vectors of a sentence: one row per layer, one block of cells per word, the words below.
 * Event: `place` {place} when a word is clicked.
 */
export class ContextStrips extends LabElement {
  static properties = given('name words layers place');

  constructor() {
    super();
    this.name = '';
    /** @type {string[]} */
    this.words = [];
    /** @type {Float32Array[]} one matrix [words, dims] per layer, lowest first */
    this.layers = [];
    /** The word to compare. */
    this.place = 0;
    this.chart = new Chart(this, {
      draw: () => this.#draw(),
      recoloured: () => this.requestUpdate(), // the height follows the size of type
    });
  }

  get #row() {
    return Math.round(ROW * this.chart.scale);
  }

  #draw() {
    const canvas = this.querySelector('canvas');
    const context = canvas?.getContext('2d');
    const { words, layers } = this;
    if (!canvas || !context || !words.length) return;
    const row = this.#row;
    const [width, height] = [canvas.clientWidth, row * layers.length];
    const ratio = sharpen(canvas, width, height);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    const colours = tokens(this, ['accent', 'group-3']);
    const column = (width + GAP) / words.length;
    // The blocks follow the reading order of the words below them.
    const backwards = getComputedStyle(canvas).direction === 'rtl';
    layers.forEach((matrix, layer) => {
      const look = {
        full: fullStrength(matrix),
        positive: colours.accent,
        negative: colours['group-3'],
      };
      const y = row * (layers.length - 1 - layer) + 3;
      words.forEach((_, i) => {
        const at = backwards ? words.length - 1 - i : i;
        const box = { x: at * column, y, width: column - GAP, height: row - 6 };
        const scaled = Object.entries(box).map(([key, value]) => [key, value * ratio]);
        const block = Object.fromEntries(scaled);
        drawBlock(context, rowOf(matrix, i, words.length), block, look);
      });
    });
  }

  render() {
    const { words, layers, place } = this;
    if (!words.length || !layers.length) return nothing;
    const rows = layers.map((_, layer) => layers.length - 1 - layer);
    const row = this.#row;
    const columns = `grid-template-columns: repeat(${words.length}, minmax(0, 1fr)); gap: ${GAP}px`;
    return html`
      <div class="strips" id=${this.name} style=${`--row: ${row}px; --words: ${words.length}`}>
        <div class="strip-names" aria-hidden="true">
          ${rows.map(
            (layer) => html`<span
                >${t('contexts.layer', { layer })}<small>±${plain(
                  Number(fullStrength(layers[layer]).toPrecision(2)),
                )}</small></span
              >`,
          )}
        </div>
        <div class="strip-body" dir="auto">
          <canvas
            ${ref(this.chart.watch)}
            role="img"
            style=${`height: ${row * layers.length}px`}
            aria-label=${t('contexts.picture', { sentence: words.join(' ') })}
          ></canvas>
          <div class="strip-words" style=${columns}>
            ${words.map(
              (word, i) => html`<button
                type="button"
                class=${i === place ? 'chosen' : ''}
                aria-pressed=${i === place ? 'true' : 'false'}
                aria-label=${t('contexts.choose', { word, number: i + 1 })}
                title=${word}
                @click=${() => this.emit('place', { place: i })}
              >
                ${word}
              </button>`,
            )}
          </div>
        </div>
      </div>
    `;
  }
}

define('context-strips', ContextStrips);
