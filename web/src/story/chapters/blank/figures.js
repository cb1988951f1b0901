import { html, nothing } from 'lit';
import { card } from '../../figures/card.js';
import { cells } from '../../figures/cells.js';
import { race } from '../../figures/race.js';
import { ticks } from '../../figures/ticks.js';
import { KINDS, SENTENCE, sumOf } from './run.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Frame} Frame */
/** @typedef {import('./run.js').Kind} Kind */

/** Words that the NNLM reads. */
const CONTEXT = 4;
const BILLION = 1e9;
const NAMES = { nnlm: 'NNLM', cbow: 'CBOW' };

/** @param {View} view */
const shows = ({ phase }) => phase === 'outcome' || phase === 'playing';

/** The largest of numbers, not counting their signs. @param {ArrayLike<number>[]} rows */
const most = (rows) => Math.max(1e-6, ...rows.flatMap((row) => Array.from(row, Math.abs)));

/** A row of numbers. @param {Float32Array} values @param {number} full @param {string} label */
const strip = (values, full, label) =>
  html`<div class="strip">${cells(values, values.length, { full, label })}</div>`;

/** What the two models do with one sentence. @param {View} view @param {Partial<Frame>} frame */
function sketches(view, { nnlm, cbow }) {
  const said = words[view.language];
  const { words: sentence, blank } = SENTENCE[view.language];
  const full = { nnlm: most(nnlm?.rows ?? []), cbow: most(cbow?.rows ?? []) };
  const vocabulary = nnlm?.scores.length ?? 0;
  const first = blank - CONTEXT;
  const stripOf = (
    /** @type {Kind} */ kind,
    /** @type {Float32Array | undefined} */ row,
    /** @type {string} */ word,
  ) => (row ? strip(row, full[kind], said.row(word)) : nothing);
  const line = (/** @type {string} */ word, /** @type {number} */ i) => {
    if (i === blank) {
      return html`<tr class="blank">
        <th scope="row">${word}</th>
        <td><span class="gap">?</span></td>
        <td><span class="gap">?</span></td>
      </tr>`;
    }
    const read = i >= first && i < blank;
    return html`<tr>
      <th scope="row">${word}</th>
      <td>${read ? stripOf('nnlm', nnlm?.rows[i - first], word) : html`<span class="unseen">${said.unseen}</span>`}</td>
      <td>${stripOf('cbow', cbow?.rows[i < blank ? i : i - 1], word)}</td>
    </tr>`;
  };
  return html`<table class="sketches">
    <thead>
      <tr>
        <td></td>
        ${KINDS.map(
          (kind) =>
            html`<th scope="col"><b>${NAMES[kind]}</b> <small>${said[`${kind}Job`]}</small></th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${sentence.map(line)}
      <tr class="sketch-step">
        <th scope="row">${said.middle}</th>
        <td data-part="hidden">
          ${nnlm ? strip(nnlm.middle, most([nnlm.middle]), said.hiddenName) : nothing}
          <small>${said.hidden(nnlm?.middle.length ?? 64)}</small>
        </td>
        <td data-part="mean">
          ${cbow ? strip(cbow.middle, full.cbow, said.meanName) : nothing}
          <small>${said.mean(cbow?.middle.length ?? 32)}</small>
        </td>
      </tr>
      <tr class="sketch-step">
        <th scope="row">${said.scores}</th>
        <td data-part="scores">
          ${vocabulary ? ticks(vocabulary, null, said.allPicture(vocabulary)) : nothing}
          <small>${vocabulary ? said.all(vocabulary) : nothing}</small>
        </td>
        <td data-part="asked">
          ${
            cbow && vocabulary
              ? ticks(vocabulary, cbow.asked, said.fewPicture(vocabulary, `${sentence[blank]}, …`))
              : nothing
          }
          <small>${said.few(sentence[blank], Math.max(0, (cbow?.asked.length ?? 6) - 1))}</small>
        </td>
      </tr>
    </tbody>
  </table>`;
}

/** @param {View} view */
function machines(view) {
  const said = words[view.language];
  const meta = { title: said.title, note: nothing, again: true };
  const frame = /** @type {Partial<Frame> & {at: number} | undefined} */ (view.frame);
  return card(
    view,
    meta,
    html`${sketches(view, frame ?? {})}
      <p class="chart-head"><b>${said.race}</b></p>
      ${shows(view) && view.run ? curves(view, frame?.at ?? 0) : html`<div class="race-space"><span>${said.waiting}</span></div>`}`,
  );
}

/**
 * The curves over seconds, which are those of this machine; in pictures made for all readers over
 * multiplications.
 * @param {View} view @param {number} until seconds
 */
function curves(view, until) {
  const said = words[view.language];
  const points = view.run?.model.points;
  const { still, outcome } = view;
  const runners = /** @type {const} */ (['cbow', 'nnlm']).map((kind) => {
    const all = /** @type {import('./run.js').Point[]} */ (points[kind]);
    const last = all[all.length - 1];
    const whole = still ? outcome?.more.whole[kind] / BILLION : last.seconds;
    return {
      id: kind === 'cbow' ? 'first' : 'second',
      name: NAMES[kind],
      note: (still ? said.worked : said.ended)(last.right, whole.toPrecision(2)),
      points: all.map(({ seconds, right }, i) => ({
        seconds: still ? (whole * i) / (all.length - 1) : seconds,
        value: right,
      })),
    };
  });
  return race({
    runners,
    until: still ? Number.POSITIVE_INFINITY : until,
    most: 256,
    moment: still ? said.workAxis : said.axis,
    label: runners.map(({ name, note }) => `${name}: ${note}`).join('. '),
  });
}

const whole = (/** @type {number} */ n) => n.toLocaleString('en-US');

/** @param {View} view */
function work(view) {
  const said = words[view.language];
  const found = view.outcome?.more;
  if (!found) return nothing;
  const { nnlm, cbow, shapes } = found.work;
  const all = sumOf(nnlm);
  const size = (/** @type {number} */ n) => `inline-size: ${((100 * n) / all).toFixed(3)}%`;
  return card(
    view,
    { title: said.work, note: said.workNote },
    html`<div class="work">
        <p class="work-name"><b>${NAMES.nnlm}</b> <span>${said.inAll} ${whole(all)}</span></p>
        <div class="work-bar">
          <span class="hidden-work" data-part="hidden w1" style=${size(nnlm.middle)}></span
          ><span class="scores-work" data-part="scores w2" style=${size(nnlm.scores)}></span>
        </div>
        <p class="work-note">
          <span data-part="hidden w1"><i class="key hidden-work"></i>${said.hiddenWork(`${shapes.context * shapes.vectorSize} × ${shapes.hidden}`, whole(nnlm.middle))}</span>
          <span data-part="scores w2"><i class="key scores-work"></i>${said.scoresWork(`${shapes.hidden} × ${shapes.vocabulary}`, whole(nnlm.scores))}</span>
        </p>
        <p class="work-name"><b>${NAMES.cbow}</b> <span>${said.inAll} ${whole(sumOf(cbow))}</span></p>
        <div class="work-bar">
          <span class="hidden-work" data-part="mean" style=${size(cbow.middle)}></span
          ><span class="scores-work" data-part="asked o" style=${size(cbow.scores)}></span>
        </div>
        <p class="work-note">
          <span data-part="mean">${said.meanWork(whole(cbow.middle))}</span>
          <span data-part="asked o">${said.scoresWork(`${shapes.asked} × ${shapes.vectorSize}`, whole(cbow.scores))}</span>
        </p>
      </div>
      ${view.still ? nothing : clock(found.perReading, said)}`,
  );
}

/** @param {Record<Kind, number>} perReading seconds @param {typeof words.en} said */
function clock(perReading, said) {
  const slowest = Math.max(perReading.nnlm, perReading.cbow);
  return html`<div class="work clock">
    <p class="chart-head"><b>${said.clock}</b><small>${said.clockNote}</small></p>
    ${KINDS.map((kind) => {
      const seconds = perReading[kind];
      return html`<div class="clock-row">
        <b>${NAMES[kind]}</b>
        <span class="clock-track"><span class=${`clock-bar ${kind}`} style=${`inline-size: ${(100 * seconds) / slowest}%`}></span></span>
        <span>${said.seconds(seconds.toPrecision(2))}</span>
      </div>`;
    })}
  </div>`;
}

/** @param {View} view */
function asked(view) {
  const said = words[view.language];
  const shares = view.checked?.more.shares;
  if (!shares) return card(view, { title: view.checking ? said.asking : said.choose }, nothing);
  const cell = (/** @type {number} */ share, /** @type {Kind} */ kind) =>
    html`<td>
      <span class="share-track"><span class=${`share-bar ${kind}`} style=${`inline-size: ${100 * share}%`}></span></span>
      ${Math.round(100 * share)}%
    </td>`;
  return card(
    view,
    { title: said.asked },
    html`<table class="both-asked">
        <thead>
          <tr>
            <td></td>
            ${KINDS.map((kind) => html`<th scope="col">${NAMES[kind]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${
            /** @type {const} */ (['alike', 'pairs', 'next']).map(
              (key) => html`<tr class=${key === view.checked?.value ? 'came' : ''}>
              <th scope="row">${said[key]}</th>
              ${KINDS.map((kind) => cell(shares[key][kind], kind))}
            </tr>`,
            )
          }
        </tbody>
      </table>
      <p class="figure-note">${said.askedNote}</p>`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { machines, work, asked };
