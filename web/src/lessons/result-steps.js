/** What somebody did in a lesson, step by step: on the sheet, and where a link holds it. */
import { html, nothing } from 'lit';
import { part } from '../api/part.js';
import { t } from '../i18n/index.js';
import { outcomeOf } from '../tasks/goal.js';
import { plain } from '../tasks/marked.js';
import { measureName, valueText } from '../tasks/said.js';
import { marked } from './marked.js';

/**
 * @typedef {import('./session.js').LessonSession} LessonSession
 * @typedef {import('../tasks/result.js').Result} Result
 * @typedef {import('../tasks/result.js').StepResult} StepResult
 */

/**
 * What each step's training was set to, as its page says it.
 * @param {LessonSession} session @param {Result} result @returns {Promise<string[]>}
 */
export async function settingsOf({ lesson, language }, { steps }) {
  const { changedIn, seedIn, settingText } = await part(() => import('../tasks/settings.js'));
  return lesson.steps.map((step, i) => {
    const attempt = steps[i]?.attempt;
    if (!attempt) return '';
    const changed = changedIn(attempt.link, step, language).map(settingText);
    const seed = settingText({ name: 'seed', value: seedIn(attempt.link) });
    return [...(changed.length ? changed : [t('lesson.sheet.default')]), seed].join(' · ');
  });
}

/**
 * @param {LessonSession} session @param {Result} result
 * @param {string[]} settings one per step; none while they are being read
 */
export const resultSteps = (session, { steps }, settings) =>
  session.lesson.steps.map((step, i) => stepRow(session, step, steps[i] ?? {}, settings[i] ?? ''));

/**
 * @param {LessonSession} session @param {import('../tasks/lesson.js').Step} step
 * @param {StepResult} done @param {string} settings
 */
function stepRow(session, step, done, settings) {
  const { attempt } = done;
  return html`<li>
    <p class="result-title">${session.said(step.title)}</p>
    ${step.predict ? prediction(session, step.predict, done) : nothing}
    ${
      attempt
        ? html`<table>
            <tbody>
              ${(step.goal?.conditions ?? []).map(({ measure }, k) => {
                const said = session.said(measure);
                return html`<tr><th scope="row">${measureName(said)}</th><td>${valueText(said, attempt.values[k])}</td></tr>`;
              })}
              ${
                step.goal
                  ? html`<tr><th scope="row">${t('lesson.goal')}</th><td>${t(attempt.reached ? 'lesson.reached' : 'lesson.notYet')}</td></tr>`
                  : nothing
              }
              <tr><th scope="row">${t('lesson.sheet.settings')}</th><td>${settings}</td></tr>
              <tr><th scope="row">${t('lesson.sheet.hash')}</th><td class="hash">${attempt.hash}</td></tr>
            </tbody>
          </table>`
        : nothing
    }
  </li>`;
}

/**
 * @param {LessonSession} session @param {import('../tasks/lesson.js').Prediction} predict
 * @param {StepResult} done
 */
function prediction(session, predict, { guess: place = '', outcome }) {
  const textOf = (/** @type {number} */ i) => {
    const option = predict.options?.[i];
    return option ? plain(session.said(option.text)) : '';
  };
  const guess = place !== '' && predict.options ? textOf(Number(place)) : place;
  const value = outcome ?? Number.NaN;
  const came = predict.options
    ? textOf(outcomeOf(predict, value, session.language))
    : predict.outcome !== undefined && !Number.isNaN(value)
      ? valueText(session.said(predict.outcome), value)
      : '';
  return html`<p>${marked(session.said(predict.question))}<br />
    ${guess ? t('lesson.guessed', { guess }) : t('lesson.guessed.none')}
    ${came ? html`<br />${t(predict.outcome === undefined ? 'lesson.right' : 'lesson.outcome', { value: came })}` : nothing}
  </p>`;
}
