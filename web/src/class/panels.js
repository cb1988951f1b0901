/** What is shown of a class: its diagrams, and what the teacher may say. */
import { html, nothing } from 'lit';
import { comma, sentences } from '../i18n/format.js';
import { counted, t } from '../i18n/index.js';
import { dotFigure } from './dot-figure.js';
import { effort, goalDots, namedBy, predictionDots } from './dots.js';
import { luckFigure } from './luck-figure.js';
import { remarksOn } from './remarks.js';
import { valueText } from './task.js';

/**
 * @typedef {import('./task.js').Task} Task
 * @typedef {import('./session.js').ClassSession} ClassSession
 */

/**
 * The diagrams, each by itself.
 * @param {ClassSession} session @param {Task | undefined} task
 * @returns {{id: string, content: (full: boolean) => unknown}[]} full: with its table and buttons
 */
export function panelsOf(session, task) {
  const { done, luck } = session;
  if (!task || !done.length) return [];
  const seats = namedBy(done) === 'seat';
  const panels = [];
  const predicted = predictionDots(task, done);
  if (predicted?.places.length) {
    const about = { dots: predicted, task, measure: task.measure, seats };
    const title = t(task.aboutBest ? 'class.dots.best' : 'class.dots');
    panels.push({
      id: 'guesses',
      content: (/** @type {boolean} */ full) =>
        html`${dotFigure({ ...about, title, tabled: full })} ${task.aboutBest ? effortOf(session, task) : nothing}`,
    });
  }
  const reached = goalDots(task, done);
  if (task.goal && (reached || !task.aboutBest || !predicted)) {
    panels.push({
      id: 'goal',
      content: (/** @type {boolean} */ full) => html`
        ${
          reached?.places.length
            ? dotFigure({
                dots: reached,
                task: { ...task, question: '' },
                measure: task.best,
                seats,
                title: t('class.dots.goal'),
                open: 'class.openGoal',
                tabled: full,
              })
            : html`<div class="figure-head"><h2>${t('class.dots.goal')}</h2></div>
                <p class="figure-question">${task.goal}</p>`
        }
        ${effortOf(session, task)}
      `,
    });
  }
  if (luck?.outcomes.length) {
    panels.push({
      id: 'luck-panel',
      content: (/** @type {boolean} */ full) => luckFigure({ luck, session, controls: full }),
    });
  }
  return panels;
}

/** @param {ClassSession} session @param {Task} task */
function effortOf({ done }, task) {
  if (!task.goal) return nothing;
  const { reached, of, best, who, attempts, helped } = effort(task, done);
  const told = [
    counted('class.effort', of, { reached, of }),
    Number.isFinite(best) &&
      t(`class.effort.${task.order}.${namedBy(done)}`, {
        best: valueText(task.best, best),
        who: who.join(comma()),
      }),
    counted('class.effort.attempts', attempts, { attempts, helped }),
  ].filter((one) => typeof one === 'string');
  return html`<p class="effort">${sentences(...told)}</p>`;
}

/** @param {ClassSession} session @param {Task | undefined} task */
export function remarksOf(session, task) {
  const { look, ask } = task ? remarksOn(task, session.done, session.luck) : { look: '', ask: '' };
  if (!look && !ask) return nothing;
  return html`<div class="remarks">
    ${look ? html`<div><h2>${t('class.look')}</h2><p>${look}</p></div>` : nothing}
    ${ask ? html`<div><h2>${t('class.ask')}</h2><p>${ask}</p></div>` : nothing}
  </div>`;
}
