import { html, nothing, svg } from 'lit';
import { errorText } from '../i18n/errors.js';
import { percent, similarity } from '../i18n/format.js';
import { has, t } from '../i18n/index.js';
import { markOf, markPath } from '../plots/marks.js';
import { CONTEXT, LAYERS } from './rungs.js';
import { GROUPS, senseGroups } from './scenes.js';
import { cutWords } from './words.js';

/**
 * The answer of a model: whether it can answer, the reason in one sentence, and its words.
 * @typedef {import('./step.js').Step} Step
 * @typedef {import('./session.js').LadderSession} Session
 * @typedef {import('./answers.js').Answer} Answer
 */

const SIGNS = {
  yes: 'm3 8.5 3.2 3.2L13 4.6',
  wrong: 'm4 4 8 8m0-8-8 8',
  no: 'M3.5 8h9',
  open: 'M8 7.9v.2',
};

/** @param {keyof typeof SIGNS} verdict */
const sign = (verdict) => html`<svg
  class=${`sign ${verdict}`}
  viewBox="0 0 16 16"
  width="16"
  height="16"
  aria-hidden="true"
>
  ${svg`<path d=${SIGNS[verdict]}></path>`}
</svg>`;

/** @param {Session} session @param {Step} step */
export function answerOf(session, step) {
  const question = session.store.get('question');
  const answer = step.answers[question];
  return html`<div class=${`answer ${answer?.verdict ?? 'none'}`}>
    ${answer ? body(session, step, question, answer) : html`<p class="why">${t(`ladder.task.${step.rung.id}`)}</p>`}
  </div>`;
}

/** @param {Session} session @param {Step} step @param {string} question @param {Answer} answer */
function body(session, step, question, answer) {
  if (answer.error) return html`<p class="note">${errorOf(answer.error)}</p>`;
  return html`
    <p class="verdict">${sign(answer.verdict)}<span>${t(`ladder.verdict.${answer.verdict}`)}</span></p>
    ${answer.votes ? votes(session, answer.votes) : nothing}
    ${answer.items.length ? items(session, question, answer) : nothing}
    <p class="why">${why(session, step, question, answer)}</p>
  `;
}

/**
 * An error in the question is shown once, above the answers; here only errors of the model are
 * shown.
 */
const errorOf = (/** @type {NonNullable<Answer['error']>} */ error) =>
  error.code === 'BadQuestion' ? '' : errorText(error);

/** @param {Session} session @param {Step} step @param {string} question @param {Answer} answer */
function why(session, step, question, answer) {
  const { store, corpus } = session;
  const plain = `ladder.why.${question}.${answer.why}`;
  const key = has(`${plain}.${answer.verdict}`) ? `${plain}.${answer.verdict}` : plain;
  return t(key, { ...facts(session, step), ...answer.values, ...senseNames(corpus, store) });
}

/** The senses of the polyseme in this corpus. @param {Session} session @param {Step} step */
function facts({ store, known }, { analogies, cloud }) {
  const { tokens } = cutWords(store.get('next'), known);
  const space = /\p{Script=Han}/u.test(tokens[0] ?? '') ? '' : ' ';
  const accuracy = cloud?.map?.layers?.[LAYERS]?.accuracy;
  return {
    accuracy: analogies ? percent(analogies.correct / Math.max(1, analogies.total)) : '–',
    seen: tokens.slice(-CONTEXT).join(space),
    begin: tokens[0] ?? '',
    context: CONTEXT,
    told: percent(accuracy ?? Number.NaN),
  };
}

/** @param {Session['corpus']} corpus @param {Session['store']} store */
function senseNames(corpus, store) {
  const names = corpus?.senses[store.get('polyseme')]?.names ?? [];
  return { firstName: senseName(names[0]), secondName: senseName(names[1]) };
}

const senseName = (/** @type {string} */ name) => t(`ladder.sense.${name}`);

/** @param {number} group */
const mark = (group) => {
  const { colour, shape } = markOf(Math.max(0, group));
  return html`<svg class="mark" viewBox="-1.6 -1.6 3.2 3.2" width="12" height="12" aria-hidden="true">
    ${svg`<path d=${markPath(shape)} style=${`fill: var(--group-${colour + 1})`}></path>`}
  </svg>`;
};
export const groupMark = mark;

/** @param {Session} session @param {string} question @param {Answer} answer */
function items({ corpus, store }, question, { items: list, verdict }) {
  const number = question === 'next' || question === 'blank' ? percent : similarity;
  const groups = question === 'senses' ? senseGroups(corpus, store.get('polyseme')) : [];
  const groupOf = (/** @type {import('./answers.js').Item} */ { word, sense = -1 }) =>
    sense >= 0 ? groups[sense] : GROUPS.indexOf(corpus?.groups[word] ?? '');
  return html`<ol class=${`ladder-items ${verdict}`} aria-label=${t('ladder.answer.items')}>
    ${list.map((item) => {
      const group = question === 'similar' || question === 'senses' ? groupOf(item) : -1;
      return html`<li class=${item.right === true ? 'right' : ''}>
        <span class="word" title=${item.word}
          >${group >= 0 ? mark(group) : nothing}${item.word === '</s>' ? t('ladder.end') : item.word}${
            item.right ? html`<span class="visually-hidden"> ${t('ladder.right')}</span>` : nothing
          }</span
        >
        <span class="number">${number(item.score)}</span>
        <span class="bar" aria-hidden="true"
          ><span style=${`transform: scaleX(${Math.max(0, Math.min(1, item.score || 0))})`}></span
        ></span>
      </li>`;
    })}
  </ol>`;
}

/** @param {Session} session @param {NonNullable<Answer['votes']>} list */
function votes({ corpus, store }, list) {
  const word = store.get('polyseme');
  const names = corpus?.senses[word].names ?? [];
  const groups = senseGroups(corpus, word);
  return html`<ol class="ladder-votes">
    ${list.map(
      ({ sense, votes: count, count: of }, i) => html`<li>
        <b class="vote-number">${i + 1}</b>
        ${mark(groups[sense])}<span>${senseName(names[sense])}</span>
        <span class="number">${t('ladder.votes', { count, of })}</span>
      </li>`,
    )}
  </ol>`;
}
