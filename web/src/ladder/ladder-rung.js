import { html, nothing, svg } from 'lit';
import { errorText } from '../i18n/errors.js';
import { compact, memory, nats } from '../i18n/format.js';
import { counted, language, t } from '../i18n/index.js';
import { answerOf } from './ladder-answer.js';
import { sceneOf } from './scenes.js';
import './ladder-map.js';
import { glossed } from '../ui/gloss.js';

/**
 * The panel of one model: name, map, loss, values.
 * @typedef {import('./step.js').Step} Step
 * @typedef {import('./session.js').LadderSession} Session
 */

/** @param {Session} session @param {Step} step */
export const rungPanel = (session, step) => html`
  <li
    class=${`rung ${step.state}`}
    data-rung=${step.rung.id}
    data-state=${step.state}
    data-verdict=${step.answers[session.store.get('question')]?.verdict ?? ''}
  >
    <div class="rung-head">
      <h3>${t(`ladder.rung.${step.rung.id}`)}</h3>
      <span class="rung-year">${step.rung.year || t('ladder.rung.before')}</span>
      <p class="rung-adds">${t(`ladder.rung.${step.rung.id}.adds`)}</p>
    </div>
    ${answerOf(session, step)}
    <div class="rung-map">
      <ladder-map .scene=${sceneOf(session, step, t)}></ladder-map>
      <p class="rung-caption">${caption(session, step)}</p>
    </div>
    <div class="rung-foot">${curve(step)}
      <p class="rung-state">${stateText(step)}</p>
      ${figures(step)}
    </div>
  </li>
`;

/** @param {Session} session @param {Step} step */
function caption({ words, store }, step) {
  if (step.plane && store.get('question') === 'analogy') return t('ladder.map.planeShort');
  if (step.cloud?.map) {
    const count = step.cloud.of.senses.length;
    return t('ladder.map.cloudShort', { count, word: store.get('polyseme') });
  }
  if (step.positions)
    return counted('ladder.map.wordsShort', words.length, { count: words.length });
  if (step.rung.id === 'one-hot' && step.state === 'done') return t('ladder.map.identityShort');
  return '';
}

/** @param {Step} step */
function stateText({ state, report, seconds, rung, error }) {
  if (state === 'failed') return html`<span class="warning">${errorText(error ?? {})}</span>`;
  if (state === 'waiting') return t('ladder.state.waiting');
  if (state === 'paused') return t('ladder.state.paused');
  if (rung.id === 'one-hot') return t('ladder.state.nothing');
  if (state === 'done') return t('ladder.state.done', { seconds: duration(seconds) });
  if (!report) return t('ladder.state.preparing');
  if (report.finished) return t('ladder.state.measuring');
  return t('ladder.state.epoch', { epoch: report.epoch, epochs: report.epochs });
}

const duration = (/** @type {number} */ seconds) =>
  seconds < 10 ? seconds.toFixed(seconds < 1 ? 2 : 1) : seconds.toFixed(0);

const timeOf = (/** @type {Step['rung']} */ { id }, /** @type {number} */ seconds) =>
  id === 'one-hot' ? '–' : t('ladder.seconds', { seconds: duration(seconds) });

const CURVE = { width: 200, height: 34 };

/** The loss of the model's own task; it is not comparable between models. @param {Step} step */
function curve({ points, rung, report }) {
  const last = points.at(-1);
  const loss = report?.epochLoss ?? Number.NaN;
  const low = Math.min(...points.map(({ loss }) => loss));
  const high = Math.max(...points.map(({ loss }) => loss));
  const end = Math.max(1e-9, last?.epoch ?? 1);
  const x = (/** @type {number} */ epoch) => ((CURVE.width * epoch) / end).toFixed(1);
  const y = (/** @type {number} */ loss) =>
    (3 + ((CURVE.height - 6) * (high - loss)) / Math.max(1e-9, high - low)).toFixed(1);
  const path = points
    .map(({ epoch, loss }, i) => `${i ? 'L' : 'M'}${x(epoch)},${y(loss)}`)
    .join('');
  return html`<div class="rung-loss">
    <svg
      viewBox=${`0 0 ${CURVE.width} ${CURVE.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${path ? svg`<path d=${path}></path>` : nothing}
    </svg>
    <span class="rung-loss-label"
      >${Number.isFinite(loss) ? t('ladder.loss', { loss: nats(loss) }) : rung.id === 'one-hot' ? t('ladder.loss.none') : ''}</span
    >
  </div>`;
}

/** @param {Step} step */
function figures({ state, parameters, bytes, seconds, perplexities, rung }) {
  const known = state === 'done';
  const bits = perplexities ? Math.log2(perplexities.model).toFixed(2) : '–';
  const rows = [
    ['parameters', Number.isFinite(parameters) ? compact(parameters) : '', ''],
    ['memory', Number.isFinite(bytes) ? memory(bytes) : '', ''],
    ['time', known ? timeOf(rung, seconds) : '', ''],
    ['bits', known ? bits : '', known && !rung.predicts ? t('ladder.figure.bits.other') : ''],
  ];
  return html`<dl class="rung-figures" lang=${language() === 'zh' ? 'zh-Hans' : 'en'}>
    ${rows.map(
      ([name, value, title]) => html`<div title=${title || nothing}>
        <dt>${glossed(t(`ladder.figure.${name}`))}</dt>
        <dd id=${`${rung.id}-${name}`} class="number">
          ${value || '·'}${title ? html`<span class="visually-hidden"> ${title}</span>` : nothing}
        </dd>
      </div>`,
    )}
  </dl>`;
}
