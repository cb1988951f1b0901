/** A diagram of dots: guesses (dashed) above what came out (solid), with its table. */

import { html, nothing } from 'lit';
import { comma } from '../i18n/format.js';
import { counted, t } from '../i18n/index.js';
import { bareValue, valueText } from './task.js';

/**
 * @typedef {import('./dots.js').Dots} Dots
 * @typedef {import('./dots.js').Place} Place
 * @typedef {import('./task.js').Task} Task
 */

/** Higher stacks are bars: their dots could not be read. */
const MOST_DOTS = 16;

/** A, B, C … */
export const letter = (/** @type {number} */ place) => String.fromCharCode(65 + place);

/** @param {Place} place @param {string} measure */
function placeName({ value, to, gap }, measure) {
  if (gap) return '⋯';
  const text = bareValue(measure, value);
  return to === undefined ? text : t('class.range', { from: text, to: bareValue(measure, to) });
}

/** The dots of one place. @param {number[]} dots @param {'guessed' | 'came'} kind @param {number} most */
const stack = (dots, kind, most) =>
  most > MOST_DOTS
    ? html`<span class="dot-bar ${kind}" style="--share: ${dots.length / most}"></span>`
    : dots.map((dot) => html`<span class="dot ${kind}">${kind === 'came' ? dot : nothing}</span>`);

/** @param {Dots} dots */
const highest = ({ places }) =>
  Math.max(1, ...places.flatMap(({ guessed, came }) => [guessed.length, came.length]));

/** @param {Dots} dots @param {Task} task @param {string} measure */
function columns(dots, task, measure) {
  const most = highest(dots);
  const row = (/** @type {'guessed' | 'came'} */ kind) => html`
    <div class="dot-axis">
      <span class="dot-side ${kind}">${t(`class.${kind}`)}</span>
      ${dots.places.map(
        (place) => html`<div class="dot-column">
          ${
            place[kind].length
              ? html`<span class="dot-count">${place[kind].length}</span>
                  ${stack(place[kind], kind, most)}`
              : nothing
          }
        </div>`,
      )}
    </div>
  `;
  return html`
    <div
      class="dot-columns"
      style="--columns: ${dots.places.length}"
      tabindex="0"
      role="img"
      aria-label=${spoken(dots, task, measure)}
    >
      ${dots.guesses ? row('guessed') : nothing} ${row('came')}
      <div class="dot-axis dot-names">
        <span></span>
        ${dots.places.map((place) => html`<span>${placeName(place, measure)}</span>`)}
      </div>
    </div>
  `;
}

/** @param {Dots} dots @param {Task} task */
function rows(dots, task) {
  const most = highest(dots);
  const side = (/** @type {Place} */ place, /** @type {'guessed' | 'came'} */ kind) => html`
    <div class="dot-line ${most > MOST_DOTS ? 'bars' : ''}">
      <span class="dot-side ${kind}">${t(`class.${kind}`)}</span>
      ${stack(place[kind], kind, most)}
      <span class="dot-count">${place[kind].length}</span>
    </div>
  `;
  return html`
    <ol class="dot-rows" aria-label=${t('class.dots')}>
      ${dots.places.map(
        (place, i) => html`<li>
          <p class="dot-option">
            ${task.kind === 'options' ? html`<b>${letter(i)}</b> ` : nothing}${place.value}
          </p>
          ${dots.guesses ? side(place, 'guessed') : nothing} ${side(place, 'came')}
        </li>`,
      )}
    </ol>
  `;
}

/** In a sentence, for those who do not see it. @param {Dots} dots @param {Task} task @param {string} measure */
function spoken({ places }, task, measure) {
  const told = (/** @type {'guessed' | 'came'} */ kind) =>
    places
      .filter((place) => place[kind].length)
      .map((place) => `${placeName(place, measure)}: ${place[kind].length}`)
      .join(comma());
  const [guessed, came] = [told('guessed'), told('came')];
  return [
    task.question || task.goal,
    guessed && `${t('class.guessed')} ${guessed}`,
    came && `${t('class.came')} ${came}`,
  ]
    .filter(Boolean)
    .join('. ');
}

/** @param {Dots} dots @param {string} measure */
const table = (dots, measure) => html`
  <details class="as-table">
    <summary>${t('class.asTable')}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('class.answer')}</th>
          ${dots.guesses ? html`<th scope="col">${t('class.guessed')}</th>` : nothing}
          <th scope="col">${t('class.came')}</th>
          <th scope="col">${t('class.who')}</th>
        </tr>
      </thead>
      <tbody>
        ${dots.places
          .filter(({ gap, guessed, came }) => !gap && guessed.length + came.length > 0)
          .map(
            (place) => html`<tr>
              <th scope="row">
                ${
                  place.to === undefined && dots.shape === 'columns'
                    ? valueText(measure, place.value)
                    : placeName(place, measure)
                }
              </th>
              ${dots.guesses ? html`<td>${place.guessed.length}</td>` : nothing}
              <td>${place.came.length}</td>
              <td>${place.came.join(comma())}</td>
            </tr>`,
          )}
      </tbody>
    </table>
  </details>
`;

/**
 * @param {object} of
 * @param {Dots} of.dots @param {Task} of.task
 * @param {string} of.measure what is counted along the axis
 * @param {boolean} of.seats whether numbers on dots are seats
 * @param {string} of.title
 * @param {string} [of.open] the message about those without a dot
 * @param {boolean} [of.tabled] whether the table is offered
 */
export function dotFigure({
  dots,
  task,
  measure,
  seats,
  title,
  open = 'class.open',
  tabled = true,
}) {
  const key = t(seats ? 'class.key.seats' : 'class.key.numbers');
  return html`
    <div class="figure-head">
      <h2>${title}</h2>
      <p class="note">${t('class.key', { dot: key })}</p>
    </div>
    <p class="figure-question">${task.question || task.goal}</p>
    ${dots.shape === 'columns' ? columns(dots, task, measure) : rows(dots, task)}
    ${dots.open && !task.aboutBest ? html`<p class="note">${counted(open, dots.open, { count: dots.open })}</p>` : nothing}
    ${tabled ? table(dots, measure) : nothing}
  `;
}
