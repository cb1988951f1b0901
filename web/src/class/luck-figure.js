/** Method or luck: with how many seeds each setting reaches the goal. */
import { html, nothing } from 'lit';
import { counted, t } from '../i18n/index.js';
import { settingName } from './setting-name.js';
import { timeText } from './time-text.js';

/** @typedef {import('./luck.js').Luck} Luck */

/** @param {Luck} luck */
const bars = ({ outcomes, seeds }) => html`
  <ol class="luck-bars" style="--columns: ${outcomes.length}">
    ${outcomes.map(({ setting, reached, trained }) => {
      const name = settingName(setting);
      const values = { name, reached: reached.length, of: trained };
      return html`<li>
        <span class="visually-hidden">${t(trained ? 'class.luck.bar' : 'class.luck.untrained', values)}</span>
        <b aria-hidden="true">
          ${!trained ? '–' : trained === seeds.length ? reached.length : t('class.luck.part', { reached: reached.length, trained })}
        </b>
        <span class="luck-bar" aria-hidden="true">
          <span class="luck-trained" style="--share: ${trained / seeds.length}"></span>
          <span class="luck-reached" style="--share: ${reached.length / seeds.length}"></span>
        </span>
        <span class="luck-name" aria-hidden="true">${name}</span>
      </li>`;
    })}
  </ol>
`;

/**
 * @param {object} of
 * @param {Luck} of.luck
 * @param {import('./session.js').ClassSession} of.session
 * @param {boolean} [of.controls] whether it can be trained from here
 */
export function luckFigure({ luck, session, controls = true }) {
  const { outcomes, seeds, missing } = luck;
  const { pool } = session;
  const { active, done, total, secondsLeft } = pool.progress('luck');
  const count = outcomes.length * seeds.length;
  const seconds = (missing.length * pool.secondsEach) / pool.workers.length;
  const estimate = Number.isFinite(seconds)
    ? t('class.luck.estimate', { count: missing.length, time: timeText(seconds) })
    : counted('class.luck.count', missing.length, { count: missing.length });
  const head = missing.length
    ? t('class.luck.about', { seeds: seeds.length })
    : t('class.luck.done', { seeds: seeds.length, count });
  const left = Number.isFinite(secondsLeft) ? t('class.left', { time: timeText(secondsLeft) }) : '';
  return html`
    <div class="figure-head">
      <h2>${t('class.luck')}</h2>
      <p class="note">${head}</p>
    </div>
    ${bars(luck)}
    <p class="note luck-full">${t('class.luck.full', { seeds: seeds.length })}</p>
    ${
      !controls
        ? nothing
        : active
          ? html`<div class="at-work">
              <progress max=${total} value=${done} aria-label=${t('class.luck.training')}></progress>
              <span class="progress-text">${t('class.progress', { done, total })} ${left}</span>
              <button type="button" class="plain" @click=${() => session.stopLuck()}>
                ${t('class.stop')}
              </button>
            </div>`
          : missing.length
            ? html`<div class="at-work">
                <button type="button" class="primary" id="luck" @click=${() => session.trainLuck()}>
                  ${t('class.luck.train')}
                </button>
                <span class="note">${estimate}</span>
              </div>`
            : nothing
    }
  `;
}
