import { html, nothing } from 'lit';
import { shares } from '../../../plots/vectors.js';
import { bars } from '../../figures/bars.js';
import { card } from '../../figures/card.js';
import { curves } from '../../figures/curves.js';
import { alike } from './run.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Rows} Rows */

const NAMES = {
  en: { king: 'king', queen: 'queen', palace: 'palace' },
  zh: { king: '国王', queen: '王后', palace: '王宫' },
};

const hashOf = (/** @type {string} */ hash) => hash.replace(/(.{4})(?=.)/g, '$1 ');

/** @param {View} view */
function rows(view) {
  const said = words[view.language];
  const names = NAMES[view.language];
  const frames = /** @type {Rows[]} */ (view.frames);
  const shows = view.phase === 'outcome' || view.phase === 'playing';
  const now = /** @type {Rows | undefined} */ (view.frame);
  const meta = { title: said.title, model: 'NNLM', again: true };
  if (!now) return card(view, meta, html`<div class="figure-space"></div>`);
  const most = Math.max(
    ...[now.king, now.queen, now.palace].flatMap((row) => [...row].map(Math.abs)),
  );
  const product = shares(now.king, now.queen);
  const scores = alike(now);
  const row = (
    /** @type {keyof Rows} */ key,
    /** @type {unknown} */ score = nothing,
  ) => html`<div class="row">
      <span class="row-name">${names[key]}</span>
      ${bars(now[key], most, { label: said.row(names[key]) })}
      <span class="row-score">${score}</span>
    </div>`;
  return card(
    view,
    meta,
    html`
      <div class="rows">
        ${row('king')} ${row('queen')}
        <div class="row product">
          <span class="row-name">${said.products}</span>
          ${bars(product, Math.max(0.05, ...product.map(Math.abs)), { label: said.products })}
          <span class="row-score"><small>${said.sum}</small><b>${shows ? scores.queen.toFixed(2) : '?'}</b></span>
        </div>
        ${row('palace', html`<b class="other">${shows ? scores.palace.toFixed(2) : '?'}</b>`)}
      </div>
      ${shows ? chart(view, frames) : nothing}
    `,
  );
}

/** @param {View} view @param {Rows[]} frames */
function chart(view, frames) {
  const said = words[view.language];
  const names = NAMES[view.language];
  const all = frames.map(alike);
  const queen = all.map((scores) => scores.queen);
  const palace = all.map((scores) => scores.palace);
  const peak = queen.indexOf(Math.max(...queen));
  const guessed = (/** @type {string} */ value) => (view.guess === value ? said.guess : undefined);
  const last = /** @type {{queen: number, palace: number}} */ (all.at(-1));
  return html`
    <p class="chart-head"><b>${said.alike}</b> <small>${said.scale}</small></p>
    ${curves({
      curves: [
        { id: 'first', label: names.queen, note: guessed('queen'), values: queen },
        { id: 'second', label: names.palace, note: guessed('palace'), values: palace },
      ],
      at: view.at,
      range: [-0.5, 1],
      ticks: [1, 0.5, 0],
      moments: [said.start, ...[1, 2, 3].map(said.reading)],
      label: said.curve(last.queen.toFixed(2), last.palace.toFixed(2)),
      marks:
        queen[peak] > last.queen + 0.05
          ? [{ at: peak, value: queen[peak], text: said.peak(queen[peak].toFixed(2)) }]
          : [],
    })}
  `;
}

/** @param {View} view */
function followers(view) {
  const said = words[view.language];
  const found = view.outcome?.more.words;
  if (!found) return nothing;
  const keys = /** @type {const} */ (['king', 'queen', 'palace']);
  const counted = (/** @type {string} */ key) =>
    /** @type {[string, number][]} */ ([...found[key].followers]);
  const order = [
    ...new Set(
      ['king', 'palace'].flatMap((key) =>
        counted(key)
          .sort((a, b) => b[1] - a[1])
          .slice(0, 5)
          .map(([word]) => word),
      ),
    ),
  ];
  const most = Math.max(...keys.flatMap((key) => counted(key).map(([, n]) => n)));
  return card(
    view,
    { title: said.followers },
    html`<div class="followers">
      ${keys.map(
        (key) => html`<table class=${`follower ${key}`}>
          <caption><b>${found[key].word}</b> <small>${said.times(found[key].count)}</small></caption>
          <tbody>
            ${order.map((word) => {
              const n = found[key].followers.get(word) ?? 0;
              return html`<tr>
                <th scope="row">${word || said.end}</th>
                <td><span class="count-bar" style=${`inline-size: ${(n / most) * 100}%`}></span>${n}</td>
              </tr>`;
            })}
          </tbody>
        </table>`,
      )}
    </div>`,
  );
}

/** @param {View} view */
function renamed(view) {
  const said = words[view.language];
  const names = NAMES[view.language];
  const result = view.checked?.more;
  const title = said.renamedTitle;
  if (!result) {
    return card(view, { title: view.checking ? said.training : said.choose }, nothing);
  }
  const line = (
    /** @type {string} */ name,
    /** @type {string} */ other,
    /** @type {number} */ value,
    /** @type {string} */ hash,
  ) =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>${said.pair(other)} <b>${value.toFixed(3)}</b></td>
      <td class="hash">${hashOf(hash)}</td>
    </tr>`;
  return card(
    view,
    { title },
    html`<table class="two-runs">
        <tbody>
          ${line(said.asWritten, names.queen, result.before, result.hashBefore)}
          ${line(said.withName(result.name), result.name, result.after, result.hashAfter)}
        </tbody>
      </table>
      <p class="figure-note">${said.hashes}</p>`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { rows, followers, renamed };
