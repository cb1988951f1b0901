/** The top of a lesson, and the question that comes first when everybody has a seed of their own. */
import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';

/** @typedef {import('./session.js').LessonSession} LessonSession */

const MOST_SEATS = 9999;

/** This page without a lesson. */
const pageHere = () => window.location.pathname.split('/').at(-1) ?? '';

/** Title, maker and steps of a lesson. @param {LessonSession} session */
export function lessonHead(session) {
  const { lesson, progress } = session;
  return html`<header class="lesson-head">
    <p class="kicker">
      <a href=${pageHere()}>${t('lessons.all')}</a>
      ${
        progress.seat === null
          ? nothing
          : html` · <span id="seat-now">${t('lesson.seed', { seat: progress.seat })}</span>`
      }
    </p>
    <h1>${session.said(lesson.title)}</h1>
    ${lesson.by ? html`<p class="note">${t('lessons.by', { name: lesson.by })}</p>` : nothing}
    ${lesson.steps.length > 1 ? rail(session) : nothing}
  </header>`;
}

/** The steps, each a button. @param {LessonSession} session */
function rail(session) {
  return html`<nav class="lesson-rail" aria-label=${t('lesson.steps')}>
    <ol>
      ${session.lesson.steps.map(
        (step, i) => html`<li>
          <button
            type="button"
            class="quiet"
            aria-current=${i === session.progress.step ? 'step' : nothing}
            data-state=${session.isDone(i) ? 'done' : 'open'}
            @click=${() => session.open(i)}
          >
            <span class="mark" aria-hidden="true">${session.isDone(i) ? '✓' : i + 1}</span>
            ${session.said(step.title)}
          </button>
        </li>`,
      )}
    </ol>
  </nav>`;
}

/** Asks for the reader's place in the class, which is the seed. @param {LessonSession} session */
export function seatForm(session) {
  const sit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const { value } = /** @type {HTMLInputElement} */ (form.elements.namedItem('seat'));
    const seat = Number(value);
    if (Number.isInteger(seat) && seat >= 1 && seat <= MOST_SEATS) session.sit(seat);
  };
  return html`<form class="seat-form" @submit=${sit}>
    ${session.lesson.about ? html`<p class="lead">${session.said(session.lesson.about)}</p>` : nothing}
    <label for="seat">${t('lesson.seat')}</label>
    <div class="hand-in-line">
      <input
        class="text"
        id="seat"
        name="seat"
        type="number"
        required
        min="1"
        max=${MOST_SEATS}
        aria-describedby="seat-note"
      />
      <button class="primary" id="sit">${t('lesson.seat.sit')}</button>
    </div>
    <p class="note" id="seat-note">${t('lesson.seat.note')}</p>
  </form>`;
}
