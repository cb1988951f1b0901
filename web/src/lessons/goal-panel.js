/** The goal of a step: what it asks, how far the latest training is, hints, why. */
import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { counted, t } from '../i18n/index.js';
import { limitText, measureName, valueText } from '../tasks/said.js';
import { marked } from './marked.js';

/** @typedef {import('./session.js').LessonSession} LessonSession */

/** @param {LessonSession} session */
export function goalPanel(session) {
  const { goal } = session.step;
  const reached = session.best?.reached === true;
  return html`
    ${
      goal
        ? html`<p id="goal">
            ${t('lesson.goal')} ${marked(session.said(goal.text))}
            ${
              session.done.attempts.length
                ? html`<b class=${reached ? 'reached' : 'not-yet'} id="goal-state" role="status"
                    >${t(reached ? 'lesson.reached' : 'lesson.notYet')}</b
                  >`
                : nothing
            }
          </p>`
        : nothing
    }
    ${goal && session.done.attempts.length ? conditions(session) : nothing}
    ${session.error ? html`<p class="warning" role="alert">${errorText(session.error)}</p>` : nothing}
    ${best(session)} ${hints(session)}
    ${
      session.isDone(session.progress.step) && session.step.because
        ? html`<div class="because" id="because">
            <h3>${t('lesson.because')}</h3>
            <p>${marked(session.said(session.step.because))}</p>
          </div>`
        : nothing
    }
  `;
}

/** @param {LessonSession} session */
function conditions(session) {
  const { step, done } = session;
  const latest = done.attempts.at(-1);
  return html`<ul class="conditions">
    ${(step.goal?.conditions ?? []).map((condition, i) => {
      const measure = session.said(condition.measure);
      const value = latest?.values[i] ?? Number.NaN;
      const met = session.isMet(i);
      const now = Number.isNaN(value) ? t('lesson.unmeasured') : valueText(measure, value);
      return html`<li class=${met ? 'met' : 'unmet'}>
        <span class="mark" aria-hidden="true">${met ? '✓' : '○'}</span>
        <span>
          ${t('lesson.condition.now', { what: measureName(measure), value: now })}
          <span class="limit">(${limitText(measure, condition, (text) => session.said(text))})</span>
        </span>
      </li>`;
    })}
  </ul>`;
}

/** @param {LessonSession} session */
function best(session) {
  const { goal } = session.step;
  const { best: attempt } = session;
  if (!goal?.best || !attempt?.reached) return nothing;
  const measure = session.said(goal.best.measure);
  const value = `${measureName(measure)} ${valueText(measure, attempt.best ?? Number.NaN)}`;
  return html`<p id="best">${t('lesson.best', { value })}
    <span class="note">${counted('lesson.attempts', session.done.attempts.length, { count: session.done.attempts.length })}</span></p>`;
}

/** @param {LessonSession} session */
function hints(session) {
  const { hints: all = [] } = session.step;
  const shown = session.done.hints;
  if (!all.length) return nothing;
  return html`<ol class="hints">
    ${all.map((hint, i) => {
      const name = t('lesson.hint', { count: i + 1 });
      if (i < shown)
        return html`<li class="shown"><span class="hint-name">${name}</span> ${marked(session.said(hint))}</li>`;
      return html`<li>
        <button
          type="button"
          class="plain hint"
          ?disabled=${i > shown}
          @click=${() => session.hint()}
        >
          ${name}
        </button>
      </li>`;
    })}
  </ol>`;
}
