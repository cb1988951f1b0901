import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { t } from '../../i18n/index.js';
import { drawStrip, fullStrength, rowOf } from '../../plots/heat.js';
import { define, given, LabElement } from '../../ui/base.js';
import { sharpen, tokens } from '../../ui/canvas.js';
import { Chart } from '../../ui/chart.js';

const ROW = 26; // height of a layer's strip
const GAP = 6; // space between words

/**
 * ELMo's vectors of a sentence: one row per layer, one strip of numbers per word, the words below.
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
    this.chart = new Chart(this, { draw: () => this.#draw() });
  }

  #draw() {
    const canvas = this.querySelector('canvas');
    const context = canvas?.getContext('2d');
    const { words, layers } = this;
    if (!canvas || !context || !words.length) return;
    const [width, height] = [canvas.clientWidth, ROW * layers.length];
    const ratio = sharpen(canvas, width, height);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    const colours = tokens(this, ['accent', 'group-3']);
    const column = (width + GAP) / words.length;
    layers.forEach((matrix, layer) => {
      const look = {
        full: fullStrength(matrix),
        positive: colours.accent,
        negative: colours['group-3'],
      };
      const y = ROW * (layers.length - 1 - layer) + 2;
      words.forEach((_, i) => {
        const box = { x: i * column, y, width: column - GAP, height: ROW - 4 };
        const scaled = Object.entries(box).map(([key, value]) => [key, value * ratio]);
        const strip = Object.fromEntries(scaled);
        drawStrip(context, rowOf(matrix, i, words.length), strip, look);
      });
    });
  }

  render() {
    const { words, layers, place } = this;
    if (!words.length || !layers.length) return nothing;
    const rows = layers.map((_, layer) => layers.length - 1 - layer);
    const columns = `grid-template-columns: repeat(${words.length}, minmax(0, 1fr)); gap: ${GAP}px`;
    return html`
      <div class="strips" id=${this.name} style=${`--row: ${ROW}px; --words: ${words.length}`}>
        <div class="strip-names" aria-hidden="true">
          ${rows.map((layer) => html`<span>${t('contexts.layer', { layer })}</span>`)}
        </div>
        <div class="strip-body">
          <canvas
            ${ref(this.chart.watch)}
            role="img"
            style=${`height: ${ROW * layers.length}px`}
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
