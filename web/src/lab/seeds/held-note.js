/** Below a question: in how many runs with other seeds its answer holds. */
import { html, nothing } from 'lit';
import { comma, percent, similarity, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { shownWord } from '../ask/chances.js';
import { numbersNote } from './held-numbers.js';
import { textsNote } from './held-texts.js';

/**
 * @typedef {import('../../api/repeat-questions.js').Held} Held
 * @typedef {Held['words'][0]} Row
 */

const SHOWN = 5;

/**
 * The answer of the page's own model.
 * @param {{items?: {word: string}[], odd?: {word: string}, text?: {words: string[], ended: boolean}} | undefined} answer
 */
export function answerOf(answer) {
  const { items, odd, text } = answer ?? {};
  const drawn = text && (text.words[0] ?? '</s>');
  return items?.[0]?.word ?? odd?.word ?? drawn ?? '';
}

/** @param {string} name @param {Row} row @param {number} runs */
function sentence(name, { word, first, mean, spread }, runs) {
  const values = { word: shownWord(word), first: whole(first), runs: whole(runs) };
  if (name !== 'pair') return t(`seeds.first.${name}`, values);
  return t('seeds.pair', { ...values, mean: similarity(mean), spread: similarity(spread) });
}

/**
 * @param {string} name of the question @param {Held} held @param {string} own the page's answer
 */
export function heldNote(name, held, own) {
  const { words, numbers, rare, runs } = held;
  if (numbers.length) return numbersNote(name, held);
  const row = words.find(({ word }) => word === own) ?? words[0];
  if (!row) return nothing;
  const chance = name === 'next' || name === 'blank' || name === 'generated';
  const format = chance ? percent : similarity;
  const rareOf = [
    ...new Set([
      ...rare,
      ...words.filter((one) => one.rare && one.first > 0).map((one) => one.word),
    ]),
  ];
  return html`<div class="held" id=${`held-${name}`}>
    ${name === 'generated' ? textsNote(held, own) : html`<p class="note">${sentence(name, row, runs)}</p>`}
    ${
      name === 'pair'
        ? nothing
        : html`<table class="held-table">
            <caption class="visually-hidden">${t('seeds.table', { runs: whole(runs) })}</caption>
            <thead>
              <tr>
                <th scope="col">${t('seeds.word')}</th>
                <th scope="col">${t(name === 'generated' ? 'seeds.drawnFirst' : 'seeds.firstIn')}</th>
                <th scope="col">${chance ? t('seeds.chance') : t('seeds.similarity')}</th>
              </tr>
            </thead>
            <tbody>
              ${words.slice(0, SHOWN).map(
                (one) => html`<tr class=${one.word === own ? 'own' : ''}>
                  <th scope="row">
                    <bdi>${shownWord(one.word)}</bdi>${one.rare ? html` <span class="tag">${t('seeds.rareTag')}</span>` : nothing}
                  </th>
                  <td>${t('seeds.of', { first: whole(one.first), runs: whole(runs) })}</td>
                  <td>${format(one.mean)} ± ${format(one.spread)}</td>
                </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${
      rareOf.length
        ? html`<p class="note rare">${t('seeds.rare', { words: rareOf.join(comma()) })}</p>`
        : nothing
    }
  </div>`;
}
