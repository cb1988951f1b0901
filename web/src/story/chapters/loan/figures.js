import { html, nothing } from 'lit';
import { card, progressOf } from '../../figures/card.js';
import { draws } from '../../figures/draws.js';
import { pixels } from '../../figures/pixels.js';
import { MODES, summary } from './run.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Draw} Draw */
/** @typedef {import('./run.js').Mode} Mode */
/** @typedef {import('./run.js').Picture} Picture */

const INK = 255;
const TRIES = 5;
/** The ways whose row each guess is about. @type {Record<string, Mode[]>} */
const GUESSED = {
  scratch: ['scratch'],
  frozen: ['frozen'],
  'fine-tuned': ['fine-tuned'],
  alike: ['frozen', 'fine-tuned'],
};

/**
 * The rows of some ways; the mean is told once all tries are there.
 * @param {View} view @param {Draw[]} found @param {Mode[]} modes
 * @param {{names: Record<Mode, string[]>, guessed?: Mode[]}} how
 */
function rowsOf({ language }, found, modes, { names, guessed = [] }) {
  const said = words[language];
  return modes.map((mode) => {
    const [name, note] = names[mode];
    const { all, mean, spread } = summary(found, mode);
    const done = all.length === TRIES;
    const list = all.map((value) => value.toFixed(0)).join(', ');
    return {
      id: mode,
      name,
      note,
      values: all,
      score: done ? mean.toFixed(0) : '',
      small: done ? `± ${spread.toFixed(0)}` : '',
      ...(done ? { mean, spread } : {}),
      guessed: guessed.includes(mode),
      label: said.row(name, list || said.none),
    };
  });
}

/** @param {View} view @param {Picture[]} pool */
function poolOf({ language }, pool) {
  const said = words[language];
  const digits = [...new Set(pool.map(({ label }) => label))];
  return html`<p class="loan-head">${said.pool}</p>
    <div class="loan-pool">
      ${digits.map(
        (digit) => html`<div role="img" aria-label=${said.poolLabel(digit)}>
          ${pool
            .filter(({ label }) => label === digit)
            .map((picture) => pixels(picture.pixels, 28, { most: INK, kind: 'ink' }))}
        </div>`,
      )}
    </div>`;
}

/** @param {View} view */
function ways(view) {
  const said = words[view.language];
  const shows = view.phase === 'outcome' || view.phase === 'playing';
  const now = /** @type {import('./run.js').Frame | undefined} */ (view.frame);
  const note = shows && view.run ? said.trained(view.run.seconds) : said.untrained;
  const rows = rowsOf(view, shows && now ? now.draws : [], MODES, {
    names: said.modes,
    guessed: shows ? GUESSED[view.guess ?? ''] : [],
  });
  return card(
    view,
    { title: said.title, note, again: true },
    html`${now ? poolOf(view, now.pool) : html`<div class="loan-pool-space"></div>`}
      ${draws(rows, {
        range: [60, 100],
        ticks: [60, 70, 80, 90, 100],
        unit: said.percent,
        guess: said.guess,
      })}
      <p class="figure-note">${said.dots}</p>`,
  );
}

/** @param {View} view */
function strokes(view) {
  const said = words[view.language];
  const { filters, looks } = view.outcome?.more ?? {};
  if (!filters) return nothing;
  const digit = view.state.digit ?? '7';
  const look = looks.find((/** @type {Picture} */ { label }) => label === digit);
  const size = filters.width * filters.height;
  const most = filters.values.reduce(
    (/** @type {number} */ a, /** @type {number} */ b) => Math.max(a, Math.abs(b)),
    0,
  );
  const heat = look.values.reduce((/** @type {number} */ a, /** @type {number} */ b) =>
    Math.max(a, b),
  );
  const group = (/** @type {string} */ name, /** @type {Picture[]} */ some) =>
    html`<span class="loan-digits-name">${name}</span>
      ${some.map(
        ({ label }) => html`<button
          type="button"
          class="plain"
          aria-pressed=${label === digit ? 'true' : 'false'}
          @click=${() => view.set({ digit: label })}
        >
          ${label}
        </button>`,
      )}`;
  const choice = html`<div class="loan-digits" role="group" aria-label=${said.choose}>
        <div>${group(said.learned, looks.slice(0, 5))}</div>
        <div>${group(said.never, looks.slice(5))}</div>
      </div>`;
  return card(
    view,
    { title: said.strokes, note: '' },
    html`${view.still ? nothing : choice}
      <div class="loan-strokes">
        <div class="loan-picture">
          ${pixels(look.pixels, 28, { most: INK, kind: 'ink', label: said.digit(digit) })}
        </div>
        <div class="loan-filters">
          ${Array.from({ length: filters.count }, (_, i) => {
            const weights = filters.values.subarray(i * size, (i + 1) * size);
            return html`<div role="img" aria-label=${said.filter(i + 1)}>
              ${pixels(weightsOf(filters, i, weights), filters.width, { most: 0.8 * most, kind: 'signed' })}
              ${pixels(mapOf(look, i), look.width, { most: 0.8 * heat, kind: 'found' })}
            </div>`;
          })}
        </div>
      </div>
      <p class="figure-note">${said.strokesNote}</p>`,
  );
}

/** Parts of an array, kept so that they are drawn once. @type {WeakMap<object, Float32Array[]>} */
const parts = new WeakMap();

/** @param {object} whole @param {number} i @param {Float32Array} part */
function weightsOf(whole, i, part) {
  const kept = parts.get(whole) ?? [];
  parts.set(whole, kept);
  kept[i] ??= part;
  return kept[i];
}

/** One channel of a layer's output. @param {any} look any: with its picture @param {number} i */
function mapOf(look, i) {
  const { values, channels } = look;
  const part = () =>
    Float32Array.from({ length: values.length / channels }, (_, at) => values[at * channels + i]);
  const kept = parts.get(look) ?? [];
  parts.set(look, kept);
  kept[i] ??= part();
  return kept[i];
}

/** @type {Mode[]} */
const TEXT_MODES = ['scratch', 'frozen', 'fine-tuned'];

/** @param {View} view */
function reviews(view) {
  const said = words[view.language];
  const found = view.further ?? {};
  const scale = {
    range: /** @type {[number, number]} */ ([50, 100]),
    ticks: [50, 60, 70, 80, 90, 100],
    unit: said.percent,
  };
  const block = (
    /** @type {string} */ title,
    /** @type {string} */ note,
    /** @type {Draw[]} */ some,
  ) => html`<p class="loan-head"><b>${title}</b> <small>${note}</small></p>
    ${draws(rowsOf(view, some, TEXT_MODES, { names: said.text }), scale)}`;
  return card(
    view,
    { title: said.reviews, note: found.draws?.elmo ? '' : said.reading },
    html`<ul class="loan-reviews">
        ${(found.shown ?? []).map(
          (/** @type {{label: string, text: string}} */ { label, text }) =>
            html`<li><b>${label}</b> ${view.language === 'zh' ? text.replaceAll(' ', '') : text.replaceAll(' ,', ',')}</li>`,
        )}
      </ul>
      ${block(said.skipGram, said.skipGramNote, found.draws?.['skip-gram'] ?? [])}
      ${block(said.elmo, said.elmoNote, found.draws?.elmo ?? [])}`,
  );
}

/** @param {View} view */
function fifty(view) {
  const said = words[view.language];
  const result = view.checked?.more;
  if (!result) {
    const title = view.checking ? said.trying : said.try;
    return card(view, { title }, view.checking ? progressOf(view) : nothing);
  }
  const scale = {
    range: /** @type {[number, number]} */ ([60, 100]),
    ticks: [60, 70, 80, 90, 100],
    unit: said.percent,
  };
  const block = (
    /** @type {string} */ title,
    /** @type {Draw[]} */ some,
    /** @type {number} */ lead,
  ) => html`<p class="loan-head"><b>${title}</b> <small>${said.lead(lead.toFixed(1))}</small></p>
    ${draws(rowsOf(view, some, TEXT_MODES, { names: said.text }), scale)}`;
  return card(
    view,
    { title: said.fifty },
    html`${block(said.six, result.few, result.before)}
    ${block(said.many, result.many, result.after)}`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { ways, strokes, reviews, fifty };
