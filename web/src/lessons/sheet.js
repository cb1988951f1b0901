/** The sheet that is handed in on paper: one page, printed only. */
import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { pairsOf } from '../link/pairs.js';
import { plain } from '../tasks/marked.js';
import { measureName, valueText } from '../tasks/said.js';
import { marked } from './marked.js';

/**
 * @typedef {import('./session.js').LessonSession} LessonSession
 * @typedef {import('./hand-in.js').HandIn} HandIn
 */

/** What the training of an attempt sets: size 9 · seed 17. @param {string} link */
function settingsOf(link) {
  const pairs = pairsOf(link.split('#')[1] ?? '').filter(([key]) => key !== 'v' && key !== 'c');
  return pairs.map(([key, value]) => `${key} ${value}`).join(' · ') || t('lesson.sheet.default');
}

/** @param {LessonSession} session @param {HandIn} handIn */
export function handInSheet(session, { name, code, link }) {
  const { lesson, progress } = session;
  return html`<section class="sheet" aria-hidden="true">
    <header>
      <h2>${session.said(lesson.title)}</h2>
      <p class="sheet-name">${t('lesson.sheet.name')}: ${name ? html`<b>${name}</b>` : html`<span class="blank-line"></span>`}</p>
      ${progress.seat === null ? nothing : html`<p>${t('lesson.seed', { seat: progress.seat })}</p>`}
    </header>
    <div class="sheet-map"></div>
    <ol class="sheet-steps">
      ${lesson.steps.map((step, i) => stepRow(session, step, i))}
    </ol>
    <footer>
      ${
        code?.drawn
          ? html`<svg viewBox=${`0 0 ${code.drawn.size} ${code.drawn.size}`}>
              <path d=${code.drawn.path} fill="#000000" shape-rendering="crispEdges"></path>
            </svg>`
          : nothing
      }
      <p class="sheet-link">${t('lesson.sheet.code')}<br />${code?.drawn ? '' : link}</p>
    </footer>
  </section>`;
}

/** @param {LessonSession} session @param {import('../tasks/lesson.js').Step} step @param {number} i */
function stepRow(session, step, i) {
  const done = session.progress.steps[i];
  const attempt = session.bestOf(i);
  const option = step.predict?.options?.[Number(done.guess)];
  const guess = option && done.guess !== '' ? plain(session.said(option.text)) : (done.guess ?? '');
  return html`<li>
    <h3>${session.said(step.title)}</h3>
    ${
      step.predict
        ? html`<p>${marked(session.said(step.predict.question))}<br />
            ${guess ? t('lesson.guessed', { guess }) : t('lesson.guessed.none')}</p>`
        : nothing
    }
    ${
      attempt
        ? html`<table>
            <tbody>
              ${(step.goal?.conditions ?? []).map(({ measure }, k) => {
                const said = session.said(measure);
                return html`<tr><th>${measureName(said)}</th><td>${valueText(said, attempt.values[k])}</td></tr>`;
              })}
              <tr><th>${t('lesson.goal')}</th><td>${t(attempt.reached || !step.goal ? 'lesson.reached' : 'lesson.notYet')}</td></tr>
              <tr><th>${t('lesson.sheet.settings')}</th><td>${settingsOf(attempt.link)}</td></tr>
              <tr><th>${t('lesson.sheet.hash')}</th><td class="hash">${attempt.hash}</td></tr>
            </tbody>
          </table>`
        : nothing
    }
  </li>`;
}
