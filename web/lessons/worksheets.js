/** Worksheets for our lessons, one page of A4 each. Questions, options and goals are those of the lesson files. */

import { readFileSync } from 'node:fs';
import { escaped } from '../escaped.js';
import { inLanguage } from '../src/tasks/lesson.js';
import { plain } from '../src/tasks/marked.js';
import { sheets, words } from './worksheet-words.js';

/**
 * @typedef {'en' | 'zh'} Language
 * @typedef {import('../src/tasks/lesson.js').Lesson} Lesson
 * @typedef {import('../src/tasks/lesson.js').Step} Step
 */

/** @param {string} id @returns {Lesson} */
const lessonOf = (id) =>
  JSON.parse(readFileSync(new URL(`./ours/${id}.json`, import.meta.url), 'utf8'));

const escapedPlain = (/** @type {string} */ text) => escaped(plain(text));

/** Lines to write on. @param {number} count */
const lines = (count) => '<span class="line"></span>'.repeat(count);

/** What a step asks before the training. @param {Step} step @param {Language} language */
function question({ predict }, language) {
  if (!predict) return '';
  const { why, mine } = words[language];
  const said = escapedPlain(inLanguage(predict.question, language));
  const options = (predict.options ?? []).map(
    ({ text }) => `<li>${escapedPlain(inLanguage(text, language))}</li>`,
  );
  const answers = options.length
    ? `<ul class="boxes">${options.join('')}</ul>`
    : `<p class="answer">${mine} <span class="gap"></span></p>`;
  return `<p>${said}</p>${answers}<p class="reason">${why} ${lines(1)}</p>`;
}

/** @param {Step} step @param {Language} language */
const goalOf = ({ goal }, language) =>
  goal
    ? `<p class="goal"><b>${words[language].goal}</b> ${escapedPlain(inLanguage(goal.text, language))}</p>`
    : '';

/** @param {string[]} columns @param {number} rows */
function table(columns, rows) {
  const head = columns.map((name) => `<th scope="col">${name}</th>`).join('');
  const row = `<tr>${columns.map(() => '<td></td>').join('')}</tr>`;
  return `<table class="fill"><thead><tr>${head}</tr></thead><tbody>${row.repeat(rows)}</tbody></table>`;
}

/** @param {string} id @param {number} number @param {Language} language */
function sheet(id, number, language) {
  const said = words[language];
  const { columns, rows, ask, room } = sheets[id];
  const { title, steps } = lessonOf(id);
  const fields = said.fields.map((name) => `<span class="field">${name} <i></i></span>`).join('');
  const tasks = steps.map((step, i) => {
    const name =
      steps.length > 1 ? `${i + 1} ${escapedPlain(inLanguage(step.title, language))}` : '';
    const content = question(step, language) + goalOf(step, language);
    return content ? `<div class="task">${name ? `<h4>${name}</h4>` : ''}${content}</div>` : '';
  });
  const more = ask[language].map((one) => `<p>${one}</p>${lines(room)}`).join('');
  return `<section class="sheet" id="sheet-${id}" aria-labelledby="sheet-${id}-title">
      <p class="fields">${fields}</p>
      <h3 id="sheet-${id}-title"><span class="number">${number}</span> ${escapedPlain(inLanguage(title, language))}</h3>
      <p class="part">${said.before}</p>
      ${tasks.join('')}
      <p class="part">${said.during}</p>
      ${table(columns[language], rows)}
      <p class="part">${said.after}</p>
      ${more}
      <p class="foot">${said.foot}</p>
    </section>`;
}

/** All worksheets with the list of them. @param {Language} language */
export function worksheets(language) {
  const { title, note, print, list } = words[language];
  const ids = Object.keys(sheets);
  const links = ids.map(
    (id) =>
      `<li><a href="#sheet-${id}">${escapedPlain(inLanguage(lessonOf(id).title, language))}</a></li>`,
  );
  return `<section id="sheets" class="sheets" aria-labelledby="sheets-title">
    <div class="sheets-head">
      <h2 id="sheets-title">${title}</h2>
      <p>${note}</p>
      <p class="small">${print}</p>
      <ol aria-label="${list}">${links.join('')}</ol>
    </div>
    ${ids.map((id, i) => sheet(id, i + 1, language)).join('\n    ')}
  </section>`;
}
