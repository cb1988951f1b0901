/** The sheet that is handed in on paper: one page, printed only. */
import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { resultSteps } from './result-steps.js';

/**
 * @typedef {import('./session.js').LessonSession} LessonSession
 * @typedef {import('./hand-in.js').HandIn} HandIn
 */

/** @param {LessonSession} session @param {HandIn} handIn */
export function handInSheet(session, { name, code, link, settings }) {
  const { lesson, progress } = session;
  return html`<section class="sheet" aria-hidden="true">
    <header>
      <h2>${session.said(lesson.title)}</h2>
      <p class="sheet-name">${t('lesson.sheet.name')}: ${name ? html`<b>${name}</b>` : html`<span class="blank-line"></span>`}</p>
      ${progress.seat === null ? nothing : html`<p>${t('lesson.seed', { seat: progress.seat })}</p>`}
    </header>
    <div class="sheet-map"></div>
    <ol class="sheet-steps">
      ${resultSteps(session, session.result, settings)}
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
