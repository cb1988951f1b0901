import { html, nothing } from 'lit';
import { fullScale } from '../../../plots/cells.js';
import { card } from '../../figures/card.js';
import { cells } from '../../figures/cells.js';
import { percent, SENTENCES } from './run.js';
import { words } from './words.js';

/** @typedef {import('../../chapter.js').View} View */
/** @typedef {import('./run.js').Chances} Chances */

const WINDOW = 4;
const MOST = 0.45; // the probability whose bar is full
const LIKELIEST = 6;

/** @param {View} view */
const shows = ({ phase }) => phase === 'outcome' || phase === 'playing';

/** A sentence whose last words are framed, and a blank. @param {string} told */
function sentenceOf(told) {
  const all = told.split(' ');
  const before = all.slice(0, -WINDOW);
  return html`<p class="told">
    ${before.map((word) => html`<span>${word}</span> `)}<span class="window"
      >${all.slice(-WINDOW).map((word) => html`<span>${word}</span> `)}</span
    ><span class="gap">?</span>
  </p>`;
}

/** @param {View} view */
function chances(view) {
  const said = words[view.language];
  const { told, target, kind, shown, about } = SENTENCES[view.language];
  const now = /** @type {Chances | undefined} */ (view.frame);
  const meta = { title: said.title, model: 'NNLM', again: true };
  if (!now) return card(view, meta, html`<div class="figure-space"></div>`);
  const read = view.outcome?.more.read;
  const uniform = 1 / Object.keys(now).length;
  const guessed = { zero: 0, any: uniform, kind: about }[view.guess ?? ''];
  const row = (/** @type {string} */ word) => html`<tr class=${word === target ? 'target' : ''}>
    <th scope="row">${word}</th>
    <td class="read">${read ? said.times(read[word]) : '?'}</td>
    <td class="likely">
      <span class="likely-track">
        <span class="likely-bar" style=${`inline-size: ${(100 * Math.min(1, now[word] / MOST)).toFixed(2)}%`}></span>
        ${
          word === target && guessed !== undefined && shows(view)
            ? html`<span class="likely-guess" style=${`inset-inline-start: ${((100 * guessed) / MOST).toFixed(2)}%`}></span>`
            : nothing
        }
      </span>
      <span class="likely-value">${said.percent(percent(now[word]))}</span>
    </td>
  </tr>`;
  const group = (/** @type {string} */ name, /** @type {string[]} */ list) => html`<tbody>
    <tr class="group"><th colspan="3" scope="rowgroup">${name}</th></tr>
    ${list.map(row)}
  </tbody>`;
  return card(
    view,
    meta,
    html`${sentenceOf(told)}
      <table class="chances">
        <thead>
          <tr>
            <th scope="col">${said.word}</th>
            <th scope="col">${said.read}</th>
            <th scope="col">
              ${said.guessed}${
                guessed !== undefined && shows(view)
                  ? html`<span class="guess-key">${said.guess}</span>`
                  : nothing
              }
            </th>
          </tr>
        </thead>
        ${group(said.kin, kind)} ${group(said.rest, shown)}
      </table>
      <p class="figure-note">${said.sees}${view.language === 'zh' ? '。' : '. '}${said.note}</p>`,
  );
}

/** @param {View} view */
function network(view) {
  const said = words[view.language];
  const more = view.outcome?.more;
  if (!more) return nothing;
  const { pair, like, target } = SENTENCES[view.language];
  const { inside, list } = more;
  const at = view.state.followed === 1 ? 1 : 0;
  const { told, lookup, hidden, probabilities } = inside.sentences[at];
  const seen = /** @type {string[]} */ (told.split(' ').slice(-WINDOW));
  const columns = lookup.length / WINDOW;
  const units = hidden.length;
  const row = (/** @type {number} */ i) => lookup.subarray(i * columns, (i + 1) * columns);
  /** The weights of one word's numbers, [units, columns]. @param {number} i */
  const block = (i) =>
    Float32Array.from(
      { length: units * columns },
      (_, k) =>
        inside.hidden[Math.floor(k / columns) * WINDOW * columns + i * columns + (k % columns)],
    );
  const full = {
    Q: fullScale([lookup]),
    W1: fullScale([inside.hidden]),
    W2: fullScale([inside.output]),
  };
  return card(
    view,
    { title: said.netTitle },
    html`<div class="offered" role="group" aria-label=${said.follow}>
        <span aria-hidden="true">${said.follow}</span>
        ${inside.sentences.map(
          (/** @type {{told: string}} */ sentence, /** @type {number} */ i) => html`<button
            type="button"
            class="offer"
            aria-pressed=${i === at ? 'true' : 'false'}
            @click=${() => view.set({ followed: i })}
          >
            ${sentence.told.split(' ').slice(-WINDOW).join(' ')}
          </button>`,
        )}
      </div>
      <div class="net">
        ${seen.map(
          (word) => html`<div class="net-word" data-part="x">
            <b>${word}</b><small>${said.place(list.indexOf(word) + 1)}</small>
          </div>`,
        )}
        <p class="net-caption">${said.rows}</p>
        ${seen.map(
          (word, i) => html`<div class="net-row" data-part="Q">
            ${cells(row(i), columns, { full: full.Q, label: said.rowOf(word) })}
          </div>`,
        )}
        <p class="net-caption weights">${said.mix}</p>
        ${seen.map(
          (_, i) => html`<div class="net-weights" data-part="W1">
            ${cells(block(i), columns, { full: full.W1 })}
          </div>`,
        )}
        <div class="net-side" data-part="b1">
          <span>b₁</span>${cells(inside.hiddenBias, 1, { full: full.W1 })}
        </div>
        <div class="net-side hidden" data-part="tanh">
          <span>tanh</span>${cells(hidden, 1, { full: 1 })}
        </div>
      </div>
      <p class="net-caption">${said.hidden}</p>
      ${inside.sentences.map(
        (/** @type {typeof inside.sentences[0]} */ sentence, /** @type {number} */ i) => html`<div
          class="net-hidden ${i === at ? 'now' : ''}"
          data-part="tanh"
        >
          <span>${said.after([pair, like][i])}</span>
          <div>${cells(sentence.hidden, units, { full: 1, label: said.hiddenLabel(sentence.told) })}</div>
          <small>${i ? said.alike(view.outcome?.numbers?.likeHidden ?? '') : nothing}</small>
        </div>`,
      )}
      ${scores({ said, list, inside, probabilities, units, full: full.W2, target })}
      <p class="figure-note">${said.scale}</p>`,
  );
}

/**
 * The likeliest words, each with its row of W₂.
 * @param {{said: typeof words.en, list: string[], inside: any, probabilities: Float32Array,
 *   units: number, full: number, target: string}} of any: of run.js
 */
function scores({ said, list, inside, probabilities, units, full, target }) {
  const order = list
    .map((_, id) => id)
    .sort((a, b) => probabilities[b] - probabilities[a])
    .slice(0, LIKELIEST);
  const rest = 1 - order.reduce((sum, id) => sum + probabilities[id], 0);
  const bar = (/** @type {number} */ p) =>
    html`<span class="likely-track"><span class="likely-bar" style=${`inline-size: ${(100 * Math.min(1, p / MOST)).toFixed(2)}%`}></span></span>
      <span class="likely-value">${said.percent((100 * p).toFixed(1))}</span>`;
  return html`<table class="scores">
    <thead>
      <tr>
        <td></td>
        <th scope="col">${said.scores}</th>
        <th scope="col" data-part="b2">b₂</th>
        <th scope="col">${said.chance}</th>
      </tr>
    </thead>
    <tbody>
      ${order.map(
        (id) => html`<tr class=${list[id] === target ? 'target' : ''}>
          <th scope="row">${list[id]}</th>
          <td data-part="W2">
            ${cells(inside.output.subarray(id * units, (id + 1) * units), units, { full })}
          </td>
          <td class="bias" data-part="b2">
            ${cells(inside.outputBias.subarray(id, id + 1), 1, { full })}
          </td>
          <td class="likely" data-part="softmax">${bar(probabilities[id])}</td>
        </tr>`,
      )}
      <tr class="rest">
        <th scope="row" colspan="3">${said.more(list.length + 1 - order.length)}</th>
        <td class="likely" data-part="softmax">${bar(rest)}</td>
      </tr>
    </tbody>
  </table>`;
}

/** @param {View} view */
function perplexity(view) {
  const said = words[view.language];
  const result = view.checked?.more;
  if (!result || !view.outcome) {
    return card(view, { title: view.checking ? said.measuring : said.choose }, nothing);
  }
  const { perplexities } = view.outcome.more;
  const { choices = '' } = view.outcome.numbers ?? {};
  const line = (
    /** @type {string} */ name,
    /** @type {number} */ value,
    /** @type {string} */ kind = '',
  ) => html`<tr class=${kind}>
    <th scope="row">${name}</th>
    <td>
      <span class="count-bar" style=${`inline-size: ${((100 * value) / result.untrained).toFixed(2)}%`}></span
      ><b>${value.toFixed(1)}</b>
    </td>
  </tr>`;
  return card(
    view,
    { title: said.perplexityTitle },
    html`<table class="perplexity">
        <tbody>
          ${line(said.untrained, result.untrained)} ${line(said.unigram, perplexities.unigram)}
          ${line(said.trigram, perplexities.trigram)} ${line(said.model, perplexities.model, 'model')}
        </tbody>
      </table>
      <p class="figure-note">${said.perplexityNote(choices)}</p>`,
  );
}

/** @type {import('../../chapter.js').Figures} */
export const figures = { chances, network, perplexity };
