import { html, nothing, svg } from 'lit';
import { Random } from '../../../corpora/random.js';
import * as api from '../../api/index.js';
import { counted, t } from '../../i18n/index.js';
import { shut } from '../../training/life.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { problem } from '../../ui/parts.js';
import { fitOf, fitsByChance } from './fit.js';

const GROUPS = 5;
const PER_GROUP = 2;
const STEP = 0.03; // of the board, per press of an arrow key
const KEYS = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
});
const CHANCES = 999;
const SEED = 1;

/** @typedef {{word: string, at: [number, number] | null}} Placed a place on the board, 0 … 1 */

/** Ten words that the reader places; then the model's map, turned onto it. */
export class PlaceWords extends LabElement {
  static properties = { ...given('preset'), ...own('words held model busy error draw') };

  constructor() {
    super();
    /** @type {import('../../../corpora/presets.js').Preset | undefined} */
    this.preset = undefined;
    /** @type {Placed[]} */
    this.words = [];
    /** The word that is dragged; −1 for none. */
    this.held = -1;
    /** @type {{places: [number, number][], fit: number, chance: number, better: number} | null} */
    this.model = null;
    this.busy = false;
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.error = null;
    this.draw = 1;
  }

  willUpdate(/** @type {import('lit').PropertyValues<this>} */ changed) {
    if (changed.has('preset') || changed.has('draw')) this.#deal();
  }

  /** Two words of five groups. */
  #deal() {
    const random = new Random(this.draw);
    /** @type {Map<string, string[]>} */
    const byGroup = new Map();
    for (const [word, group] of Object.entries(this.preset?.groups ?? {})) {
      byGroup.set(group, [...(byGroup.get(group) ?? []), word]);
    }
    const groups = random.shuffle([...byGroup.values()].filter((all) => all.length >= PER_GROUP));
    const chosen = groups
      .slice(0, GROUPS)
      .flatMap((all) => random.shuffle([...all]).slice(0, PER_GROUP));
    this.words = random.shuffle(chosen).map((word) => ({ word, at: null }));
    this.model = null;
  }

  /** @param {number} i @param {[number, number] | null} at */
  #place(i, at) {
    const inside = (/** @type {number} */ x) => Math.max(0.02, Math.min(0.98, x));
    const moved = at && /** @type {[number, number]} */ ([inside(at[0]), inside(at[1])]);
    this.words = this.words.map((one, n) => (n === i ? { ...one, at: moved } : one));
    this.model = null;
  }

  #key(/** @type {KeyboardEvent} */ event, /** @type {number} */ i) {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    const [x, y] = this.words[i].at ?? [0.5, 0.5];
    this.#place(i, [x + by[0], y + by[1]]);
    // The word changes its parent when it is placed.
    void this.updateComplete.then(() =>
      /** @type {HTMLElement | null} */ (this.querySelector(`[data-at="${i}"]`))?.focus(),
    );
  }

  #grab(/** @type {PointerEvent} */ event, /** @type {number} */ i) {
    event.preventDefault();
    this.held = i;
    const board = this.querySelector('.place-board');
    if (!board) return;
    const move = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      const box = board.getBoundingClientRect();
      this.#place(i, [(clientX - box.left) / box.width, (clientY - box.top) / box.height]);
    };
    const drop = () => {
      this.held = -1;
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', drop);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', drop);
    move(event);
  }

  /** Trains Skip-gram and turns its map of the ten words onto the reader's. */
  async #compare() {
    Object.assign(this, { busy: true, error: null });
    const placed = this.words;
    try {
      const model = await api.train({
        corpus: { preset: this.preset?.id ?? '' },
        model: 'skip-gram',
        seed: SEED,
      });
      try {
        const { positions } = await model.projection({
          words: placed.map(({ word }) => word),
          align: false,
        });
        const previous = Float32Array.from(placed.flatMap(({ at }) => at ?? [0.5, 0.5]));
        const aligned = await model.alignPositions({
          previous,
          current: positions,
          all: positions,
        });
        const fit = fitOf(positions, previous);
        const chances = fitsByChance(positions, previous, new Random(SEED), CHANCES);
        if (placed === this.words) {
          this.model = {
            places: placed.map((_, i) => [aligned[2 * i], aligned[2 * i + 1]]),
            fit,
            chance: chances.reduce((sum, one) => sum + one, 0) / CHANCES,
            better: chances.filter((one) => one >= fit).length,
          };
        }
      } finally {
        await shut(model);
      }
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  /** @param {Placed} placed @param {number} i */
  #word({ word, at }, i) {
    const [x, y] = at ?? [0, 0];
    const values = { word, x: Math.round(100 * x), y: Math.round(100 * y) };
    return html`<button
      type="button"
      class=${`place-word ${this.held === i ? 'held' : ''}`}
      data-at=${i}
      style=${at ? `left: ${100 * x}%; top: ${100 * y}%` : ''}
      aria-label=${t(at ? 'guess.map.word.at' : 'guess.map.word', values)}
      @pointerdown=${(/** @type {PointerEvent} */ event) => this.#grab(event, i)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, i)}
    >
      ${word}
    </button>`;
  }

  render() {
    if (!this.words.length) return nothing;
    const { words, model } = this;
    const left = words.filter(({ at }) => !at).length;
    return html`<section class="place-words" aria-labelledby="place-title">
      <h2 id="place-title">${t('guess.map')}</h2>
      <p class="note">${t('guess.map.lead')}</p>
      <div class="place-board" role="group" aria-label=${t('guess.map.board')}>
        ${model ? this.#lines(model) : nothing}
        ${words.map((one, i) => (one.at ? this.#word(one, i) : nothing))}
      </div>
      ${
        left
          ? html`<div class="place-tray" role="group" aria-label=${t('guess.map.tray')}>
              ${words.map((one, i) => (one.at ? nothing : this.#word(one, i)))}
            </div>`
          : nothing
      }
      <p class="place-actions">
        <button type="button" class="primary" id="place-compare" ?disabled=${left > 0 || this.busy} @click=${() => this.#compare()}>
          ${t(this.busy ? 'guess.map.training' : 'guess.map.compare')}
        </button>
        <button type="button" class="plain" id="place-again" @click=${() => {
          this.draw += 1;
        }}>${t('guess.map.again')}</button>
        ${left ? html`<span class="note">${counted('guess.map.left', left, { count: left })}</span>` : nothing}
      </p>
      ${problem(this.error, 'place-problem')}
      <p role="status" id="place-fit">${model ? this.#said(model) : ''}</p>
    </section>`;
  }

  /** @param {NonNullable<PlaceWords['model']>} model */
  #said({ fit, chance, better }) {
    const percent = (/** @type {number} */ share) => Math.round(100 * share);
    const values = { fit: percent(fit), chance: percent(chance), better, times: CHANCES };
    return html`${t('guess.map.fit', values)} ${t('guess.map.legend')}`;
  }

  /** From the reader's place of each word to the model's. @param {NonNullable<PlaceWords['model']>} model */
  #lines({ places }) {
    return html`<svg class="place-lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      ${this.words.map(({ at }, i) => {
        const [x, y] = at ?? [0, 0];
        const [u, v] = places[i];
        return svg`<line x1=${100 * x} y1=${100 * y} x2=${100 * u} y2=${100 * v} vector-effect="non-scaling-stroke" />`;
      })}
    </svg>
    ${places.map(([x, y]) => html`<span class="place-dot" aria-hidden="true" style=${`left: ${100 * x}%; top: ${100 * y}%`}></span>`)}`;
  }
}

define('place-words', PlaceWords);
