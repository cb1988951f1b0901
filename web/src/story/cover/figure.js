import { html, nothing, svg } from 'lit';
import { markOf, markPath, GROUPS as ORDER } from '../../plots/marks.js';
import { cosine } from '../../plots/vectors.js';
import { bars } from '../figures/bars.js';
import { along, groupOf, wordsOf } from './map.js';
import { words as texts } from './words.js';

/**
 * @typedef {object} CoverView
 * @property {'en' | 'zh'} language
 * @property {import('./map.js').Layout} layout
 * @property {number} at 0 … 1: moment of the training
 * @property {Float32Array[] | null} rows the vectors of the words; null before they are trained
 * @property {number} seed
 * @property {number} seconds
 * @property {number} epochs
 * @property {string} selected the opened word
 * @property {boolean} training
 * @property {boolean} failed
 * @property {(word: string) => void} select
 * @property {(at: number) => void} wind
 * @property {() => void} again
 */

const SMOOTH = 6; // points of a trail between two frames

const lookOf = (/** @type {'en' | 'zh'} */ language, /** @type {string} */ word) =>
  markOf(ORDER.indexOf(groupOf(language, word)));

/** The words most like one of them. @param {Float32Array[]} rows @param {string[]} words @param {number} index */
export function mostAlike(rows, words, index, most = 3) {
  return words
    .map((word, i) => ({ word, likeness: i === index ? -2 : cosine(rows[index], rows[i]) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ word }) => word);
}

/** @param {CoverView} view */
export function coverFigure(view) {
  const { language, layout, at, training, failed } = view;
  const said = texts[language];
  const words = wordsOf(language);
  const settled = at > 0.98;
  const places = layout.paths.map((path) => along(path, at));
  const { start } = layout;
  return html`
    <div class="cover-map" data-state=${settled ? 'settled' : 'moving'}>
      <svg
        width=${layout.width}
        height=${layout.height}
        viewBox=${`0 0 ${layout.width} ${layout.height}`}
        role="img"
        aria-label=${said.label}
      >
        <g class="trails">
          ${words.map(
            (word, i) =>
              svg`<path class=${`trail group-${lookOf(language, word).colour + 1}`} d=${trail(layout.paths[i], at)} />`,
          )}
        </g>
        <circle class="heap" cx=${start.x} cy=${start.y} r="12" />
        ${
          settled
            ? layout.heap.map(
                ({ text, x, y }) => svg`<text class="heap-note" x=${x} y=${y}>${text}</text>`,
              )
            : nothing
        }
        ${words.map((word, i) => dotOf(view, word, places[i]))}
        ${settled ? namesOf(view) : nothing}
      </svg>
      ${settled && view.rows ? callout(view) : nothing}
    </div>
    <div class="cover-time">
      <span>${said.before}</span>
      <input
        type="range"
        min="0"
        max="1"
        step="any"
        .value=${String(at)}
        ?disabled=${training || !view.rows}
        aria-label=${said.moment}
        @input=${(/** @type {{target: HTMLInputElement}} */ event) =>
          view.wind(Number(event.target.value))}
      />
      <span class="cover-note"
        >${
          failed
            ? said.failed
            : training
              ? said.training
              : said.after(view.epochs, view.seconds.toFixed(1))
        }${view.seed > 1 && !training ? html`<br />${said.seed(view.seed)}` : nothing}</span
      >
      <button type="button" class="plain" ?disabled=${training} @click=${view.again}>
        ${said.again}
      </button>
    </div>
  `;
}

/** The curve as far as it has come. @param {import('./map.js').Point[]} path @param {number} at */
function trail(path, at) {
  const count = Math.max(1, Math.ceil(at * SMOOTH * path.length));
  const passed = Array.from({ length: count + 1 }, (_, i) => along(path, (at * i) / count));
  return `M${passed.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
}

/** @param {CoverView} view @param {string} word @param {import('./map.js').Point} place */
function dotOf({ language, selected, select }, word, { x, y }) {
  const { colour, shape } = lookOf(language, word);
  const size = word === selected ? 6 : 4.2;
  return svg`<path class=${`dot group-${colour + 1}`} data-word=${word} transform=${`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size})`} d=${markPath(shape)} @click=${() => select(word)} />`;
}

/** @param {CoverView} view */
function namesOf({ language, layout, selected, select }) {
  const said = texts[language];
  const words = wordsOf(language);
  return svg`
    ${layout.names.map(
      ({ group, x, y }) =>
        svg`<text class=${`group-name group-${markOf(ORDER.indexOf(group)).colour + 1}`} x=${x} y=${y}>${said.groups[/** @type {keyof typeof said.groups} */ (group)]}</text>`,
    )}
    ${layout.labels.map(
      ({ index, x, y }) =>
        svg`<text class=${words[index] === selected ? 'word-name selected' : 'word-name'} x=${x} y=${y + 4.5} @click=${() => select(words[index])}>${words[index]}</text>`,
    )}`;
}

/** The numbers of the opened word. @param {CoverView} view */
function callout({ language, layout, rows, selected, select }) {
  const said = texts[language];
  const words = wordsOf(language);
  const index = words.indexOf(selected);
  const all = /** @type {Float32Array[]} */ (rows);
  const row = all[index];
  const most = Math.max(...[...row].map(Math.abs));
  const alike = mostAlike(all, words, index).join(language === 'zh' ? '、' : ', ');
  const { x, y } = layout.corner;
  return html`<div class="cover-row" style=${`inset: ${y}px auto auto ${x}px`} aria-live="polite">
    <p>
      <label
        ><span class="visually-hidden">${said.choose}</span>
        <select
          class="cover-word"
          .value=${selected}
          @change=${(/** @type {{target: HTMLInputElement}} */ event) => select(event.target.value)}
        >
          ${words.map((word) => html`<option ?selected=${word === selected}>${word}</option>`)}
        </select></label
      >
      ${said.row(row.length)}
    </p>
    ${bars(row, most, { label: `${selected} ${said.row(row.length)}` })}
    <p>${said.like(alike)}</p>
  </div>`;
}
