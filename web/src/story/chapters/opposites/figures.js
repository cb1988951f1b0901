import { html, nothing } from 'lit';
import { shares } from '../../../plots/vectors.js';
import { bars } from '../../figures/bars.js';
import { card } from '../../figures/card.js';
import { scale } from '../../figures/scale.js';
import { ASKED, PAIRS } from './run.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Frame} Frame */
/** @typedef {import('./run.js').Ranked} Ranked */

/** Where the options of the question lie. */
const OPTIONS = /** @type {const} */ ([
  ['opposite', -1, 'A'],
  ['nothing', 0, 'B'],
  ['near', 0.7, 'C'],
]);

const shown = (/** @type {number} */ value) => value.toFixed(2).replace('-', '−');

/** @param {View} view */
function pair(view) {
  const said = words[view.language];
  const [[he, she]] = PAIRS[view.language];
  const frame = /** @type {Frame | undefined} */ (view.frame);
  const meta = { title: said.title(he, she), model: 'Skip-gram', again: true };
  if (!frame) return card(view, meta, html`<div class="figure-space"></div>`);
  const shows = view.phase === 'outcome' || view.phase === 'playing';
  const most = Math.max(...[frame.he, frame.she].flatMap((row) => Array.from(row, Math.abs)));
  const product = shares(frame.he, frame.she);
  const row = (
    /** @type {string} */ name,
    /** @type {Float32Array} */ values,
  ) => html`<div class="row">
    <span class="row-name">${name}</span>
    ${bars(values, most, { label: said.row(name) })}
    <span></span>
  </div>`;
  return card(
    view,
    meta,
    html`<div class="rows">
        ${row(he, frame.he)} ${row(she, frame.she)}
        <div class="row product">
          <span class="row-name">${said.products}</span>
          ${bars(product, Math.max(0.05, ...product.map(Math.abs)), { label: said.products })}
          <span class="row-score"
            ><small>${said.sum}</small><b>${shows ? shown(frame.pairs[0]) : '?'}</b></span
          >
        </div>
      </div>
      <p class="chart-head scale-head"><small>${said.scale}</small></p>
      ${scale(
        PAIRS[view.language].map(([a, b], i) => {
          const name = said.pair(a, b);
          const value = shows ? frame.pairs[i] : null;
          return {
            name,
            value,
            main: i === 0,
            label: value === null ? said.unknown(name) : said.picture(name, shown(value)),
            guesses: i === 0 ? guesses(view) : [],
          };
        }),
      )}`,
  );
}

/** @param {View} view */
function guesses(view) {
  const said = words[view.language];
  const asks = view.phase === 'asking';
  return OPTIONS.filter(([value]) => asks || value === view.guess).map(
    ([value, place, letter]) => ({
      value: place,
      letter,
      chosen: value === view.guess,
      choose: asks ? () => view.choose(value) : undefined,
      label: said.option(letter),
    }),
  );
}

const LISTED = 6;

/** The first of a ranking, and one more of it. @param {Ranked[]} all @param {string} extra */
function listed(all, extra) {
  const first = all.slice(0, LISTED);
  const found = all.find(({ word }) => word === extra);
  return found && found.rank > LISTED ? [...first.slice(0, LISTED - 1), null, found] : first;
}

/** @param {View} view */
function lists(view) {
  const said = words[view.language];
  const more = view.outcome?.more;
  if (!more) return nothing;
  const asked = ASKED[view.language];
  const word = view.state.word ?? asked[0];
  const { beside, like } = more.lists[word];
  const firsts = { beside: beside[0].word, like: like[0].word };
  const list = (
    /** @type {'beside' | 'like'} */ kind,
    /** @type {Ranked[]} */ all,
    /** @type {string} */ extra,
  ) => {
    const rows = listed(all, extra);
    const most = Math.max(...rows.map((each) => Math.abs(each?.score ?? 0)));
    return html`<table class=${`near ${kind}`} data-part=${kind === 'beside' ? 'q o' : 'q'}>
      <caption><b>${said[kind](word)}</b> <small>${said[`${kind}Note`]}</small></caption>
      <thead>
        <tr><td></td><td></td><td></td><th scope="col">${said.together}</th></tr>
      </thead>
      <tbody>
        ${rows.map((each) =>
          each
            ? html`<tr class=${Object.values(firsts).includes(each.word) ? `first-${each.word === firsts.like ? 'like' : 'beside'}` : ''}>
                <th scope="row"><small>${each.rank}</small> ${each.word}</th>
                <td class="near-bar"><span class=${each.score < 0 ? 'below' : 'above'} style=${`inline-size: ${(100 * Math.abs(each.score)) / most}%`}></span></td>
                <td>${shown(each.score)}</td>
                <td class="near-count">${said.times(more.sameSentence(word, each.word))}</td>
              </tr>`
            : html`<tr class="dots"><td colspan="4">⋮</td></tr>`,
        )}
      </tbody>
    </table>`;
  };
  return card(
    view,
    { title: said.lists, note: nothing },
    html`${
      view.still
        ? nothing
        : html`<div class="segments" role="group" aria-label=${said.choose}>
        ${asked.map(
          (each) =>
            html`<button type="button" aria-pressed=${each === word ? 'true' : 'false'} @click=${() => view.set({ word: each })}>${each}</button>`,
        )}
      </div>`
    }
      <div class="near-lists">${list('beside', beside, firsts.like)} ${list('like', like, firsts.beside)}</div>`,
  );
}

/** @param {View} view */
function tables(view) {
  const said = words[view.language];
  const found = view.checked?.more;
  if (!found) return card(view, { title: view.checking ? said.asking : said.ask }, nothing);
  const line = (
    /** @type {string} */ name,
    /** @type {(table: any) => unknown} any: of check() */ cell,
  ) =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>${cell(found.q)}</td>
      <td>${cell(found.o)}</td>
    </tr>`;
  const percent = (/** @type {number} */ share) => html`<span class="share-track"
      ><span class="share-bar cbow" style=${`inline-size: ${100 * share}%`}></span></span>
    ${Math.round(100 * share)}%`;
  return card(
    view,
    { title: said.tables },
    html`<table class="both-asked tables">
        <thead>
          <tr><td></td><th scope="col">${said.table('Q')}</th><th scope="col">${said.table('O')}</th></tr>
        </thead>
        <tbody>
          ${line(said.nearest(found.king), ({ nearest }) =>
            nearest
              .map((/** @type {{word: string}} */ { word }) => word)
              .join(view.language === 'zh' ? '、' : ', '),
          )}
          ${line(said.kindred, ({ kindred }) => percent(kindred))}
          ${line(said.solved(found.questions), ({ solved }) => solved)}
        </tbody>
      </table>
      <p class="figure-note">${said.tablesNote}</p>`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { pair, lists, tables };
