import { html } from 'lit';
import { whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { sentencesBehind } from './two-texts.js';

/**
 * @typedef {import('./two-texts.js').Compared} Compared
 * @typedef {import('./shifts.js').Shift} Shift
 * @typedef {Compared & {sentences: [string[][], string[][]], names: [string, string]}} Found
 */

const WIDEST = 120; // degrees; more than a right angle is rare

/** A range of angles as a part of the row. @param {[number, number]} ends @param {string} kind */
const range = ([low, high], kind) => {
  const share = (/** @type {number} */ angle) => Math.min(100, (100 * angle) / WIDEST);
  const width = Math.max(0.75, share(high) - share(low));
  const from = Math.min(share(low), 100 - width); // nothing leaves the row
  return html`<span class=${`shift-range ${kind}`} style=${`inset-inline-start: ${from}%; width: ${width}%`}></span>`;
};

/** @param {string[]} words @param {string} word */
const withMark = (words, word) =>
  words.map((one, i) => html`${i ? ' ' : ''}${one === word ? html`<mark>${one}</mark>` : one}`);

/** Chinese is written without spaces. @param {string[]} words @param {string} word */
const joined = (words, word) =>
  /^\p{Script=Han}/u.test(words[0] ?? '')
    ? words.map((one) => (one === word ? html`<mark>${one}</mark>` : one))
    : withMark(words, word);

/** @param {Found} found @param {Shift} shift */
function details({ neighbours, sentences, names }, { word }) {
  return html`<div class="shift-texts">
    ${[0, 1].map((n) => {
      const near = neighbours[n].get(word) ?? [];
      return html`<div>
        <h3>${t('two.nearest', { name: names[n] })}</h3>
        <p class="shift-near" dir="auto">${near.map((item) => item.word).join(' · ')}</p>
        <h3>${t('two.sentences')}</h3>
        <ul>
          ${sentencesBehind(sentences[n], word, near).map((sentence) => html`<li dir="auto">${joined(sentence, word)}</li>`)}
        </ul>
      </div>`;
    })}
  </div>`;
}

/** @param {Found} found @param {Shift} shift */
function row(found, shift) {
  const { word, interval, chance, held, moved, counts } = shift;
  const round = Math.round;
  const values = t('two.moved.values', {
    low: round(interval[0]),
    high: round(interval[1]),
    chanceLow: round(chance[0]),
    chanceHigh: round(chance[1]),
  });
  return html`<li class=${moved ? 'shift moved' : 'shift'} data-word=${word}>
    <details>
      <summary>
        <span class="word"><bdi>${word}</bdi></span>
        <span class="shift-ranges" role="img" aria-label=${values} title=${values}>${range(chance, 'chance')}${range(interval, 'between')}</span>
        <span class="held">${t('two.held.of', { held, seeds: found.seeds })}</span>
        <span class="counts note">${whole(counts[0])} · ${whole(counts[1])}</span>
      </summary>
      ${details(found, shift)}
    </details>
  </li>`;
}

/** The words that moved most. @param {Found} found @param {number} most */
export const shiftTable = (found, most) => html`
  <ul class="shift-legend">
    <li><span class="shift-range between" aria-hidden="true"></span>${t('two.legend.between')}</li>
    <li><span class="shift-range chance" aria-hidden="true"></span>${t('two.legend.chance')}</li>
  </ul>
  <p class="shift-head" aria-hidden="true">
    <span>${t('two.word')}</span><span>${t('two.moved')}, 0–${WIDEST}°</span><span>${t('two.held')}</span><span>${t('two.counts')}</span>
  </p>
  <ol class="shifts" aria-label=${t('two.words')}>
    ${found.shifts.slice(0, most).map((shift) => row(found, shift))}
  </ol>
`;
