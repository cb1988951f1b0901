import { html, nothing, svg } from 'lit';
import { card } from '../../figures/card.js';
import { oneHot } from '../../figures/one-hot.js';
import { DIMENSIONS, WORDS } from './run.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Compared} Compared */

/** @param {View} view */
const shows = ({ phase }) => phase === 'outcome' || phase === 'playing';

/** @param {View} view @param {Compared} now */
function otherWord({ state, language }, { list }) {
  const { other } = state;
  return list.includes(other) ? other : WORDS[language].queen;
}

/** The words that can be compared with king. @param {'en' | 'zh'} language @param {string[]} list */
function offered(language, list) {
  const { king, queen, palace } = WORDS[language];
  return [queen, list[list.indexOf(king) + 1], palace, list[list.length - 1], king];
}

/** @param {View} view */
function rows(view) {
  const said = words[view.language];
  const now = /** @type {Compared | undefined} */ (view.frame);
  if (!now) return card(view, { title: said.title }, html`<div class="figure-space"></div>`);
  const { list, similarities } = now;
  const { king } = WORDS[view.language];
  const other = otherWord(view, now);
  const [a, b] = [list.indexOf(king), list.indexOf(other)];
  const sum = similarities[b];
  const row = (/** @type {string} */ word, /** @type {number} */ at) => html`<div class="row">
    <span class="row-name">${word}<span class="place">${at + 1}</span></span>
    ${oneHot(list.length, [at], { label: said.row(word, at + 1) })}
    <span class="row-score"></span>
  </div>`;
  return card(
    view,
    { title: said.title, note: said.size(list.length) },
    html`
      <div class="chips" role="group" aria-label=${said.compare}>
        <span aria-hidden="true">${said.compare}</span>
        ${offered(view.language, list).map(
          (word) => html`<button
            type="button"
            class="chip"
            aria-pressed=${word === other ? 'true' : 'false'}
            @click=${() => view.set({ other: word })}
          >
            ${word} <small>${list.indexOf(word) + 1}</small>
          </button>`,
        )}
      </div>
      <div class="rows">
        ${row(king, a)} ${row(other, b)}
        <div class="row product">
          <span class="row-name">${said.products}</span>
          ${
            shows(view)
              ? oneHot(list.length, a === b ? [a] : [], { label: said.productsOf(other, sum) })
              : html`<div class="one-hot-unknown" aria-hidden="true">?</div>`
          }
          <span class="row-score"><small>${said.sum}</small><b>${shows(view) ? sum : '?'}</b></span>
        </div>
      </div>
      ${chart(view, now, b)}
    `,
  );
}

const HEIGHT = 132;
const BUMP = 9; // half the width of a guessed hill, in words

/** Similarity of king to every word, in the order of the list. @param {View} view @param {Compared} now @param {number} picked */
function chart(view, { list, similarities, compared }, picked) {
  const said = words[view.language];
  const { king, queen } = WORDS[view.language];
  const own = list.indexOf(king);
  const last = list.length - 1;
  const x = (/** @type {number} */ i) => `${((100 * i) / last).toFixed(2)}%`;
  const y = (/** @type {number} */ value) => (1 - value) * HEIGHT;
  const drawn = shows(view) ? compared : 0;
  const guessed = { queen: list.indexOf(queen), next: own + 1 }[view.guess ?? ''] ?? -1;
  return html`<p class="chart-head"><b>${said.alike}</b> <small>${said.scale}</small></p>
    <svg class="word-chart" height=${HEIGHT} role="img" aria-label=${drawn ? said.chart : said.chartAsked}>
      ${[1, 0].map(
        (
          tick,
        ) => svg`<line class=${tick ? 'tick' : 'tick zero-line'} x1="0" x2="100%" y1=${y(tick)} y2=${y(tick)} />
        <text text-anchor="end" x="-10" y=${y(tick) + 4.5}>${tick}</text>`,
      )}
      <text x="0" y=${HEIGHT + 20}>1 ${list[0]}</text>
      <text text-anchor="middle" x=${x(own)} y=${HEIGHT + 20}>${own + 1} ${king}</text>
      <text text-anchor="end" x="100%" y=${HEIGHT + 20}>${last + 1} ${list[last]}</text>
      <svg viewBox=${`0 0 ${last} ${HEIGHT}`} preserveAspectRatio="none" width="100%" height=${HEIGHT}>
        ${guessed < 0 ? nothing : svg`<path class="guessed" d=${hill(guessed, y)} />`}
        ${flat(similarities, 0, Math.min(drawn, own), y)}
        ${flat(similarities, own + 1, drawn, y)}
      </svg>
      ${
        guessed < 0
          ? nothing
          : svg`<text class="guess-name" text-anchor="end" x=${x(guessed - BUMP)} y=${y(0.4)}>${said.guess}</text>`
      }
      ${
        drawn > own
          ? svg`<line class="spike" x1=${x(own)} x2=${x(own)} y1=${y(0)} y2=${y(similarities[own])} />
            <text class="strong" x=${x(own)} dx="10" y="16">${said.itself}</text>`
          : nothing
      }
      ${
        drawn > last
          ? svg`<text class="strong" text-anchor="end" x="100%" y=${HEIGHT - 10}>${said.others}</text>`
          : nothing
      }
      ${
        drawn > picked && picked !== own
          ? svg`<circle class="curve-dot curve-first" cx=${x(picked)} cy=${y(similarities[picked])} r="5" />`
          : nothing
      }
    </svg>`;
}

/** A hill at a word. @param {number} at @param {(value: number) => number} y */
const hill = (at, y) =>
  `M${at - BUMP} ${y(0)}Q${at - BUMP / 3} ${y(0)} ${at} ${y(0.75)}Q${at + BUMP / 3} ${y(0)} ${at + BUMP} ${y(0)}`;

/** The line over some words. @param {Float32Array} values @param {number} from @param {number} to @param {(value: number) => number} y */
function flat(values, from, to, y) {
  if (to <= from) return nothing;
  const points = Array.from(values.subarray(from, to), (value, i) => `${from + i} ${y(value)}`);
  return svg`<path class="flat" d=${`M${points.join('L')}`} />`;
}

/** @param {View} view */
function matrix(view) {
  const said = words[view.language];
  const now = /** @type {Compared | undefined} */ (view.frame);
  if (!now || !view.outcome) return nothing;
  const { list } = now;
  const { king } = WORDS[view.language];
  const { bytes } = view.outcome.more;
  const { numbers = {} } = view.outcome;
  const count = list.length;
  const own = list.indexOf(king);
  const share = bytes.table / bytes.oneHot;
  const bar = (/** @type {string} */ kind, /** @type {number} */ width) =>
    html`<span class="bar" style=${`inline-size: ${(100 * width).toFixed(2)}%`} data-kind=${kind}></span>`;
  return card(
    view,
    { title: said.matrixTitle, note: `${count} × ${count}` },
    html`<div class="square-and-bars">
      ${square(said.matrix(count), count, own, king)}
      <div class="memory-bars">
        <h4>${said.memory}</h4>
        <dl>
          <dt>${said.oneHot(count)}</dt>
          <dd>${bar('one-hot', 0.7)}${numbers.oneHotBytes}</dd>
          <dt>${said.table(count, DIMENSIONS)}</dt>
          <dd class="table-bar">${bar('table', 0.7 * share)}${numbers.tableBytes}</dd>
        </dl>
      </div>
    </div>`,
  );
}

/** @param {string} label @param {number} count @param {number} row @param {string} word */
function square(label, count, row, word) {
  const side = 300;
  const cell = side / count;
  const y = (row + 0.5) * cell;
  return html`<svg class="one-hot-square" viewBox=${`0 0 ${side} ${side}`} role="img" aria-label=${label}>
    <rect class="ground" width=${side} height=${side} />
    <path class="diagonal" d=${`M0 0L${side} ${side}`} />
    <rect class="picked" x="0" y=${y - 4} width=${side} height="8" />
    <circle class="picked-one" cx=${y} cy=${y} r="5" />
    <text x=${y + 12} y=${y - 9}>${`${row + 1} ${word}`}</text>
    <text class="soft" x=${side * 0.18} y=${side * 0.8}>0</text>
    <text class="soft" x=${side * 0.72} y=${side * 0.12}>0</text>
    <text class="soft" x=${side * 0.42} y=${side * 0.75}>0</text>
    <text class="soft" x=${side * 0.84} y=${side * 0.5}>0</text>
  </svg>`;
}

/** @param {View} view */
function added(view) {
  const said = words[view.language];
  const result = view.checked?.more;
  if (!result) {
    return card(view, { title: view.checking ? said.making : said.choose }, nothing);
  }
  const { queen } = WORDS[view.language];
  const line = (
    /** @type {string} */ name,
    /** @type {number | string} */ before,
    /** @type {number} */ after,
  ) => html`<tr>
    <th scope="row">${name}</th>
    <td class=${typeof before === 'string' ? 'soft' : ''}>${before}</td>
    <td>${after}</td>
  </tr>`;
  return card(
    view,
    { title: said.addedTitle },
    html`<table class="compared">
        <thead>
          <tr>
            <td></td>
            <th scope="col">${said.before}</th>
            <th scope="col">${said.after(result.word)}</th>
          </tr>
        </thead>
        <tbody>
          ${line(said.length, result.before, result.numbers)}
          ${line(said.similarity(queen), result.queenBefore, result.queen)}
          ${line(said.similarity(result.word), said.missing, result.added)}
        </tbody>
      </table>
      <p class="figure-note">${said.note}</p>`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { rows, matrix, added };
