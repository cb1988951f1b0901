/** The prediction of a step: options, or a word or a number to type. */
import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { valueText } from '../tasks/said.js';
import { optionButton } from '../ui/option-button.js';
import { marked } from './marked.js';

/** @typedef {import('./session.js').LessonSession} LessonSession */

/** @param {LessonSession} session */
export function prediction(session) {
  const { predict } = session.step;
  if (!predict) return nothing;
  return html`
    <p class="question" id="guess-question">${marked(session.said(predict.question))}</p>
    ${predict.options ? options(session) : session.asking ? typed(session) : guessed(session)}
    ${session.asking ? justShow(session) : reply(session)}
  `;
}

/** @param {LessonSession} session */
function options(session) {
  const { step, done, asking, decided, cameOut } = session;
  const all = step.predict?.options ?? [];
  const tag = (/** @type {number} */ i) => {
    const parts = [
      Number(done.guess) === i && done.guess !== '' && t('lesson.yours'),
      decided && cameOut === i && t('lesson.cameOut'),
    ];
    return parts.filter(Boolean).join(' · ');
  };
  return html`<ol class="options" aria-labelledby="guess-question">
    ${all.map(
      (option, i) => html`<li>
        ${optionButton({
          place: i,
          content: marked(session.said(option.text)),
          tag: asking ? '' : tag(i),
          chosen: done.guess === String(i),
          outcome: decided && cameOut === i,
          open: asking,
          choose: () => session.guess(String(i)),
        })}
      </li>`,
    )}
  </ol>`;
}

/** @param {LessonSession} session */
function typed(session) {
  const number = session.step.predict?.asks === 'number';
  const send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const { value } = /** @type {HTMLInputElement} */ (form.elements.namedItem('guess'));
    if (value.trim()) session.guess(value);
  };
  return html`<form class="guess-form" @submit=${send}>
    <label for="guess">${t(number ? 'lesson.guess.number' : 'lesson.guess.word')}</label>
    <input
      class="text"
      id="guess"
      name="guess"
      required
      maxlength="60"
      autocomplete="off"
      type=${number ? 'number' : 'text'}
      step=${number ? 'any' : nothing}
      aria-describedby="guess-question"
    />
    <button class="primary" id="send-guess">${t('lesson.guess.send')}</button>
  </form>`;
}

/** @param {LessonSession} session */
const justShow = (session) => html`<p class="choice-foot">
  ${t('lesson.guess.or')}
  <button type="button" class="link" id="just-show" @click=${() => session.guess('')}>
    ${t('lesson.guess.show')}</button
  >
</p>`;

/** @param {LessonSession} session */
function guessed({ done }) {
  const said = done.guess ? t('lesson.guessed', { guess: done.guess }) : t('lesson.guessed.none');
  return html`<p id="guessed">${said}</p>`;
}

/** What is said when it is known what came out. @param {LessonSession} session */
function reply(session) {
  const { step, done, decided, cameOut } = session;
  const { predict } = step;
  if (!decided || !predict) return nothing;
  const measure = session.said(predict.outcome);
  const value = measure ? valueText(measure, session.outcome ?? Number.NaN) : '';
  const chosen = predict.options?.[Number(done.guess)];
  const own = done.guess === '' ? undefined : chosen?.because;
  return html`<div class="reply" role="status">
    ${
      predict.options && cameOut < 0
        ? html`<p>${t('lesson.outcome.none', { value })}</p>`
        : predict.options
          ? nothing
          : html`<p id="outcome">${t('lesson.outcome', { value })}</p>`
    }
    ${own ? html`<p id="because-guess">${marked(session.said(own))}</p>` : nothing}
    ${predict.because ? html`<p>${marked(session.said(predict.because))}</p>` : nothing}
  </div>`;
}
