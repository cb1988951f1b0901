/** The table of hand-ins, with a sentence below each that is not counted. */
import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { pageOf } from '../tasks/runs.js';
import { letter } from './dot-figure.js';
import { reasonText } from './reasons.js';
import { bareValue, valueText } from './task.js';

/**
 * @typedef {import('./session.js').Row} Row
 * @typedef {import('./session.js').ClassSession} ClassSession
 * @typedef {import('./task.js').Task} Task
 * @typedef {import('../tasks/verify.js').StepFound} StepFound
 */

/** What came of a step, short. @param {Task} task @param {StepFound} step */
function resultText(task, step) {
  if (!step.attempts) return '–';
  if (task.best) return step.reached ? valueText(task.best, step.best) : t('class.notReached');
  if (task.goal) return t(step.reached ? 'class.reached' : 'class.notReached');
  if (task.kind === 'options') return step.came < 0 ? '–' : letter(step.came);
  return valueText(task.measure, step.outcome);
}

/** @param {Task} task @param {StepFound} step */
function guessText(task, { guess }) {
  if (!guess) return '–';
  if (task.kind === 'options') return letter(Number(guess));
  return task.kind === 'number' && Number.isFinite(Number(guess))
    ? bareValue(task.measure, Number(guess))
    : guess;
}

/** The training on its own page. @param {StepFound} step */
function address({ link }) {
  const page = pageOf(link);
  return page && link ? `./${page}.html${link.slice(link.indexOf('#'))}` : '';
}

/** @param {Task} task @param {StepFound} step */
function result(task, step) {
  const text = resultText(task, step);
  const href = address(step);
  return href ? html`<a href=${href}>${text}</a>` : text;
}

/** @param {ClassSession} session @param {Row} row */
function actions(session, row) {
  const absent = row.reasons.some(({ code }) => code === 'lessonMissing');
  if (row.kind !== 'failed' && !absent) return nothing;
  const slow = row.fault?.code === 'Slow';
  return html`<button type="button" class="link" @click=${() => void session.again([row])}>
    ${t(slow ? 'class.anyway' : 'class.again')}
  </button>`;
}

/** @param {ClassSession} session @param {Task | null} task */
export function handIns(session, task) {
  const { rows, step } = session;
  const named = rows.some(({ label }) => label);
  const seated = rows.some(({ handIn }) => handIn?.result.seat != null);
  const asked = Boolean(task?.kind);
  const graded = Boolean(task?.goal);
  const width = 3 + Number(named) + Number(seated) + Number(asked) + 2 * Number(graded);
  const line = (/** @type {Row} */ row) => {
    const found = row.judged?.steps[step];
    const reason = reasonText(row);
    const seat = row.handIn?.result.seat ?? '–';
    return html`
      <tr data-kind=${row.kind} data-number=${row.number}>
        <th scope="row">${row.number}</th>
        ${named ? html`<td class="name">${row.label || '–'}</td>` : nothing}
        ${seated ? html`<td>${seat}</td>` : nothing}
        <td class="result">${task && found ? result(task, found) : '–'}</td>
        ${asked ? html`<td>${task && found ? guessText(task, found) : '–'}</td>` : nothing}
        ${
          graded
            ? html`<td class="minor">${found?.attempts || '–'}</td>
                <td class="minor">${found ? found.hints : '–'}</td>`
            : nothing
        }
        <td class="verdict">${t(`class.kind.${row.kind}`)}</td>
      </tr>
      ${
        reason
          ? html`<tr class="reason" data-kind=${row.kind}>
              <td colspan=${width}>${reason} ${actions(session, row)}</td>
            </tr>`
          : nothing
      }
    `;
  };
  return html`
    <div class="table-frame" tabindex="0" role="region" aria-label=${t('class.table')}>
      <table class="hand-ins">
        <thead>
          <tr>
            <th scope="col">${t('class.col.number')}</th>
            ${named ? html`<th scope="col">${t('class.col.name')}</th>` : nothing}
            ${seated ? html`<th scope="col">${t('class.col.seat')}</th>` : nothing}
            <th scope="col">${t('class.col.result')}</th>
            ${asked ? html`<th scope="col">${t('class.col.guess')}</th>` : nothing}
            ${
              graded
                ? html`<th scope="col" class="minor">${t('class.col.attempts')}</th>
                    <th scope="col" class="minor">${t('class.col.hints')}</th>`
                : nothing
            }
            <th scope="col" class="verdict">${t('class.col.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(line)}
        </tbody>
      </table>
    </div>
  `;
}
