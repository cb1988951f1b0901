import { html, nothing } from 'lit';
import { cosine, shares } from '../../../plots/vectors.js';
import { analogiesOf, solved } from '../../analogies.js';
import { arrows } from '../../figures/arrows.js';
import { bars } from '../../figures/bars.js';
import { card } from '../../figures/card.js';
import { answersOf, planeOf, strike, WORDS } from './run.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Frame} Frame */

const shown = (/** @type {number} */ value) => value.toFixed(2).replace('-', '−');

/** The largest of numbers, not counting their signs. @param {ArrayLike<number>[]} rows */
const most = (rows) => Math.max(1e-6, ...rows.flatMap((row) => Array.from(row, Math.abs)));

/** @param {View} view */
function difference(view) {
  const said = words[view.language];
  const names = WORDS[view.language];
  const frame = /** @type {Frame | undefined} */ (view.frame);
  const meta = { title: said.title, model: 'Skip-gram', again: true };
  if (!frame) return card(view, meta, html`<div class="figure-space"></div>`);
  const shows = view.phase === 'outcome' || view.phase === 'playing';
  const full = most([frame.royal, frame.common]);
  const product = shares(frame.royal, frame.common);
  const row = (
    /** @type {string} */ a,
    /** @type {string} */ b,
    /** @type {Float32Array} */ values,
  ) => html`<div class="row">
    <span class="row-name">${said.minus(a, b)}</span>
    ${bars(values, full, { label: said.row(said.minus(a, b)) })}
    <span></span>
  </div>`;
  return card(
    view,
    meta,
    html`<div class="rows direction">
        ${row(names.queen, names.king, frame.royal)}
        ${row(names.woman, names.man, frame.common)}
        <div class="row product">
          <span class="row-name">${said.products}</span>
          ${bars(product, Math.max(0.05, most([product])), { label: said.products })}
          <span class="row-score"
            ><small>${said.cosine}</small><b>${shows ? shown(cosine(frame.royal, frame.common)) : '?'}</b></span
          >
        </div>
      </div>
      <p class="figure-note">${said.hint}</p>`,
  );
}

/** What was computed for a setting, by figure and setting. @type {WeakMap<object, Map<string, any>>} any: of either figure */
const computed = new WeakMap();

/** @template T @param {object} more @param {string} key @param {() => T} compute @returns {T} */
function once(more, key, compute) {
  const known = computed.get(more) ?? new Map();
  computed.set(more, known);
  if (!known.has(key)) known.set(key, compute());
  return known.get(key);
}

/** @param {View} view */
function struck(view) {
  const said = words[view.language];
  const names = WORDS[view.language];
  const more = view.outcome?.more;
  if (!more) return nothing;
  const { royal, common } = /** @type {Frame} */ (view.frames.at(-1));
  const count = view.state.struck ?? 1;
  const gone = more.order.slice(0, count);
  const { without, only } = once(more, `strike ${count}`, () => strike(more.asked, gone));
  const all = more.asked.questions.length;
  const full = most([royal, common]);
  const row = (
    /** @type {string} */ name,
    /** @type {Float32Array} */ values,
  ) => html`<div class="row">
    <span class="row-name">${name}</span>
    ${bars(values, full, { label: said.row(name), struck: new Set(gone) })}
    <span></span>
  </div>`;
  const outcome = (
    /** @type {string} */ name,
    /** @type {number} */ right,
    /** @type {string} */ kind,
  ) => html`<div>
    <span>${name}</span>
    <span class="share-track"><span class=${`share-bar ${kind}`} style=${`inline-size: ${(100 * right) / all}%`}></span></span>
    <b>${said.right(right, all)}</b>
  </div>`;
  return card(
    view,
    { title: said.strike(all) },
    html`<div class="rows struck-rows">
        ${row(said.minus(names.queen, names.king), royal)} ${row(said.minus(names.woman, names.man), common)}
      </div>
      ${
        view.still
          ? html`<p class="setting"><span>${said.howMany}</span><b>${said.ofAll(count)}</b></p>`
          : html`<label class="setting">
        <span>${said.howMany}</span>
        <output>${said.ofAll(count)}</output>
        <input
          type="range"
          min="0"
          max="31"
          .value=${`${count}`}
          @input=${(/** @type {{target: HTMLInputElement}} */ event) => view.set({ struck: Number(event.target.value) })}
        />
      </label>`
      }
      <div class="outcomes" aria-live="polite">
        ${outcome(said.without, without, 'cbow')} ${outcome(said.only, only, '')}
      </div>`,
  );
}

const ANSWERS = 5;

/** @param {View} view @param {any} more any: of conclude() */
const readingOf = (view, more) => view.state.reading ?? more.readings.length - 1;

/** @param {View} view */
function map(view) {
  const said = words[view.language];
  const names = WORDS[view.language];
  const more = view.outcome?.more;
  if (!more) return nothing;
  const planes = once(more, 'planes', () =>
    more.readings.map((/** @type {Float32Array[]} */ rows) =>
      planeOf(more.words, rows, more.pairs, names),
    ),
  );
  const plane = planes[readingOf(view, more)];
  // The same scale for every reading.
  const within = planes
    .slice(1)
    .flatMap((/** @type {ReturnType<typeof planeOf>} */ each) => [
      each.sum,
      ...each.arrows.flatMap(({ start, end }) => [start, end]),
    ]);
  /** @type {Record<string, [string, string]>} */
  const parts = { [names.king]: ['king', 'queen'], [names.man]: ['man', 'woman'] };
  const all = /** @type {import('../../figures/arrows.js').Arrow[]} */ (plane.arrows);
  const king = all.find(({ from }) => from === names.king);
  return card(
    view,
    { title: said.map, note: said.axes },
    html`${arrows(
      all.map((arrow) => ({ ...arrow, parts: parts[arrow.from] ?? null })),
      {
        label: said.mapPicture(all.map(({ from, to }) => said.arrow(from, to)).join(', ')),
        copy: king && { start: king.start, end: plane.sum, name: said.copy },
        within,
      },
    )}
      ${answers(view, more)}`,
  );
}

/** @param {View} view @param {any} more any: of conclude() */
function answers(view, more) {
  const said = words[view.language];
  const names = WORDS[view.language];
  const reading = readingOf(view, more);
  const open = view.state.open ?? false;
  const rows = more.readings[reading];
  const questions = analogiesOf(view.language);
  const list = once(more, `answers ${reading}`, () => answersOf(more.words, rows, names));
  const right = once(more, `solved ${reading} ${open}`, () =>
    solved(questions, more.words, rows, { all: open }),
  );
  const best = list.find(({ given }) => open || !given);
  return html`${
    view.still
      ? nothing
      : html`<div class="answer-settings">
      <label class="setting">
        <span>${said.reading}</span>
        <output>${reading}</output>
        <input
          type="range"
          min="1"
          max=${more.readings.length - 1}
          .value=${`${reading}`}
          @input=${(/** @type {{target: HTMLInputElement}} */ event) => view.set({ reading: Number(event.target.value) })}
        />
      </label>
      <label class="let">
        <input type="checkbox" .checked=${open} @change=${() => view.set({ open: !open })} />
        ${said.let}
      </label>
    </div>`
  }
    <p class="answers-head"><b>${said.nearest(names.king, names.man, names.woman)}</b></p>
    <div aria-live="polite">
      <table class="answers">
        <tbody>
          ${list.slice(0, ANSWERS).map(({ word, score, given }) => {
            const out = given && !open;
            const note = out ? said.out : word === best?.word ? said.answer : '';
            return html`<tr class=${out ? 'out' : word === best?.word ? 'best' : ''}>
              <th scope="row">${word}</th>
              <td><span class="share-track"><span class="share-bar" style=${`inline-size: ${Math.max(0, 100 * score)}%`}></span></span></td>
              <td>${shown(score)}</td>
              <td>${note}</td>
            </tr>`;
          })}
        </tbody>
      </table>
      <p class="figure-note">${said.solved(right, questions.length)}</p>
    </div>`;
}

/** @param {View} view */
function seeds(view) {
  const said = words[view.language];
  const found = view.checked?.more;
  if (!found) return card(view, { title: view.checking ? said.training : said.choose }, nothing);
  const runs = /** @type {{seed: number, row: Float32Array, nearest: string[]}[]} */ (found.runs);
  const full = most(runs.map(({ row }) => row));
  return card(
    view,
    { title: said.seeds(found.word) },
    html`<div class="seed-runs">
        ${runs.map(
          ({ seed, row, nearest }) => html`<div>
            <div class="row">
              <span class="row-name">${said.seed(seed)}</span>
              ${bars(row, full, { label: said.row(found.word) })}
            </div>
            <p>${said.near(nearest.join(view.language === 'zh' ? '、' : ', '))}</p>
          </div>`,
        )}
      </div>
      <p class="figure-note">${said.seedsNote(shown(found.rowsAlike), found.same, found.words)}</p>`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { difference, struck, map, seeds };
