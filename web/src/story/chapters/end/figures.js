import { html, nothing, svg } from 'lit';
import { card } from '../../figures/card.js';
import { curves } from '../../figures/curves.js';
import { before, DISTANCES, FARTHEST, NEAREST, orders, WORDS } from './orders.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Frame} Frame */

/** The example that is shown first. */
const FIRST = 7;
/** The first distance that the NNLM's window of four words does not reach. */
const BEYOND = 5;

/** @type {Partial<Record<'en' | 'zh', string[][]>>} an order for each distance */
const kept = {};

/** The first order that both were asked for. @param {'en' | 'zh'} language @param {number} distance */
function exampleOf(language, distance) {
  kept[language] ??= orders(language).tests.map(([first]) => first);
  return kept[language][distance - NEAREST];
}

/** An order, with the word that decides. @param {View} view @param {number} distance */
function example(view, distance) {
  const said = words[view.language];
  const { order, bring } = WORDS[view.language];
  const [first, ...others] = exampleOf(view.language, distance);
  const shows = view.phase === 'outcome';
  const frame = /** @type {Frame | undefined} */ (
    shows ? view.frames[distance - NEAREST] : undefined
  );
  const answer = (/** @type {'nnlm' | 'elmo'} */ key) => {
    const word = frame?.said[key];
    const right = word === first;
    return html`<span class=${`reach-says ${key}`}
      >${word ? html`${said.says(said[key], word)} <b aria-hidden="true">${right ? '✓' : '✗'}</b>` : html`${said[key]}: ?`}</span
    >`;
  };
  return html`<p class="reach-order">
      <span>${order}</span> <b>${first}</b>
      ${others.map((dish) => html`<span>${dish}</span> `)}
      <span>${bring}</span> <span class="reach-blank" aria-label=${said.blank}>?</span>
      <small>${said.words(distance)}</small>
    </p>
    <p class="reach-answers">${answer('nnlm')} ${answer('elmo')}</p>`;
}

/** @param {View} view @param {number} distance */
function slider(view, distance) {
  const said = words[view.language];
  return html`<label class="reach-slider">
        <span>${said.distance}</span>
        <input
          type="range"
          min=${NEAREST}
          max=${FARTHEST}
          .value=${`${distance}`}
          @input=${(/** @type {InputEvent} */ event) =>
            view.set({ distance: Number(/** @type {HTMLInputElement} */ (event.target).value) })}
        />
        <output>${distance}</output>
      </label>`;
}

/** @param {View} view */
function reach(view) {
  const said = words[view.language];
  const shows = view.phase === 'outcome' || view.phase === 'playing';
  const frames = /** @type {Frame[]} */ (shows ? view.frames : []);
  const distance = view.state.distance ?? FIRST;
  const of = (/** @type {'nnlm' | 'elmo'} */ key) => frames.map(({ right }) => right[key]);
  const note = shows && view.run ? said.trained(view.run.seconds) : said.untrained;
  const at = (/** @type {number} */ d, /** @type {'nnlm' | 'elmo'} */ key, text = '') => ({
    at: d - NEAREST,
    value: frames[d - NEAREST].right[key],
    text,
  });
  const list = frames
    .map(({ distance: d, right }) => said.point(d, right.nnlm.toFixed(0), right.elmo.toFixed(0)))
    .join('; ');
  return card(
    view,
    { title: said.title, note, again: true },
    html`<p class="chart-head"><small>${said.scale}</small></p>
      ${curves({
        curves: frames.length
          ? [
              { id: 'first', label: said.elmo, values: of('elmo') },
              { id: 'second', label: said.nnlm, values: of('nnlm') },
            ]
          : [],
        at: view.at,
        range: [0, 100],
        ticks: [100, 50, 0],
        moments: DISTANCES.filter((d) => d % 2 === 0).map(String),
        label: said.curve(list),
        marks: frames.length
          ? [
              at(BEYOND, 'nnlm', said.window),
              ...(view.state.distance ? [at(distance, 'elmo'), at(distance, 'nnlm')] : []),
            ]
          : [],
      })}
      ${view.still ? nothing : slider(view, distance)}
      <div class="reach-example">${example(view, distance)}</div>`,
  );
}

const STEP = 60;
const ROW = 92;
const DISHES = 3;
/** Of the sketch's words, the one that decides. */
const DECIDES = 2;

/** The two ways from a word to the place that it decides. @param {View} view */
function back(view) {
  const said = words[view.language];
  const { dishes } = WORDS[view.language];
  const shown = before(view.language, dishes.slice(0, DISHES), 1);
  const last = shown.length;
  const x = (/** @type {number} */ i) => (i + 0.5) * STEP;
  const line = (/** @type {number} */ y, /** @type {string} */ title) => svg`
    <text class="look-back-title" x="4" y=${y - 60}>${title}</text>
    ${shown.map((word, i) => svg`<text class=${i === DECIDES ? 'decides' : ''} x=${x(i)} y=${y}>${word}</text>`)}
    <rect class="look-back-blank" x=${x(last) - 19} y=${y - 19} width="38" height="26" rx="4" />
    <text x=${x(last)} y=${y}>?</text>`;
  const [top, bottom] = [ROW, 2 * ROW + 46];
  return card(
    view,
    { title: said.back, note: '' },
    html`<svg
      class="look-back"
      viewBox=${`0 0 ${(last + 1) * STEP} ${bottom + 16}`}
      role="img"
      aria-label=${said.backLabel}
    >
      ${line(top, said.handed)}
      ${shown.map(
        (
          _word,
          i,
        ) => svg`<path class="look-back-arrow" d=${`M${x(i)} ${top - 22}q${STEP / 2} -22 ${STEP - 4} -2`} />
          <path class="look-back-arrow head" d=${`M${x(i + 1) - 1} ${top - 20}l-9 -1 4 -7z`} />`,
      )}
      ${line(bottom, said.looks)}
      ${shown.map((_word, i) => {
        const height = 14 + 6 * (last - i);
        return svg`<path class=${`look-back-line ${i === DECIDES ? 'decides' : ''}`} d=${`M${x(last)} ${bottom - 22}Q${(x(i) + x(last)) / 2} ${bottom - 22 - height} ${x(i)} ${bottom - 22}`} />`;
      })}
    </svg>`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { reach, back };
