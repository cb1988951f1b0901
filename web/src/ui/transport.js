import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { icon, progressBar } from './parts.js';

/**
 * The training bar of every page: the train button, further buttons, and the progress.
 *
 * @typedef {object} Run the fields of a run that the bar reads; the phases are those of
 *   training/model-run.js
 * @property {'idle' | 'making' | 'training' | 'pausing' | 'settled' | 'failed'} phase
 * @property {boolean} trained whether the model has done a step
 * @property {boolean} finished
 * @property {boolean} stale whether it was made from other settings than the current ones
 *
 * @typedef {'train' | 'pause' | 'resume' | 'again' | 'stop'} Verb the action of the button
 */

/** @param {Pick<Run, 'phase'>} run */
export const isRunning = ({ phase }) => phase === 'training' || phase === 'pausing';

/** The action of the button for a run. @param {Run} run @returns {Verb} */
export function verbOf({ phase, trained, finished, stale }) {
  if (isRunning({ phase })) return 'pause';
  if (!trained) return 'train';
  if (stale) return 'again';
  if (phase === 'making') return 'train';
  return finished ? 'again' : 'resume';
}

/** @type {Record<Verb, 'play' | 'pause' | 'again'>} */
const SIGNS = { train: 'play', resume: 'play', pause: 'pause', stop: 'pause', again: 'again' };

/**
 * @param {object} how
 * @param {Verb} how.verb `data-state` of the button
 * @param {string} how.label text of the button
 * @param {() => void} how.press
 * @param {boolean} [how.disabled]
 * @param {unknown} [how.lead] content before the buttons
 * @param {{press: () => void, disabled: boolean}} [how.reset] the second button
 * @param {unknown} [how.before] content between the two buttons
 * @param {unknown} [how.after] content after the buttons
 * @param {number} how.share 0 … 1
 * @param {string} how.text the progress as text
 * @param {string} [how.said] the text for screen readers, if it differs
 * @param {boolean} [how.warning] whether the text is a warning
 * @param {object} [how.step] set if a page has several bars, one per step
 * @param {string} how.step.id id of the button; the ids of the text and the bar are derived from it
 * @param {boolean} how.step.primary whether it is the next step
 * @param {'close' | undefined} [how.step.sign] an icon other than the verb's
 */
export function transport(how) {
  const { verb, label, share, text, step, said = text } = how;
  const id = step?.id ?? 'train';
  const bar = step && { id: `${id}-progress`, label };
  return html`
    <div
      class=${step ? 'transport step-transport' : 'transport'}
      role=${step ? nothing : 'group'}
      aria-label=${step ? nothing : t('page.stage')}
    >
      ${how.lead ?? nothing}
      <button
        type="button"
        class=${`${step?.primary === false ? 'plain' : 'primary'} train`}
        id=${id}
        data-state=${verb}
        ?disabled=${how.disabled}
        @click=${how.press}
      >
        ${icon(step?.sign ?? SIGNS[verb])}<span>${label}</span>
      </button>
      ${how.before ?? nothing}
      ${how.reset ? resetButton(how.reset) : nothing}
      ${how.after ?? nothing}
      <p class="progress-text" id=${step ? `${id}-text` : 'progress-text'}>
        <span class=${how.warning ? 'warning' : ''}>${text}</span>
      </p>
      ${progressBar(share, said || (step ? `${Math.round(100 * share)} %` : ''), bar)}
    </div>
  `;
}

const resetButton = (/** @type {{press: () => void, disabled: boolean}} */ { press, disabled }) =>
  html`<button type="button" class="plain" id="reset" ?disabled=${disabled} @click=${press}>
    ${t('transport.reset')}
  </button>`;

/** "0.2 s", "4 s", "3 min" @param {number} seconds */
export function duration(seconds) {
  const count = Math.ceil(seconds);
  if (seconds < 2 && seconds !== count) {
    return t('transport.seconds', { count: Math.max(0.1, seconds).toFixed(1) });
  }
  if (count < 100) return t('transport.seconds', { count });
  return t('transport.minutes', { count: Math.ceil(count / 60) });
}

/** "4 s left", once the time is known. @param {number} seconds */
export function timeLeft(seconds) {
  if (!Number.isFinite(seconds)) return '';
  return t('transport.left', { time: duration(Math.max(1, Math.ceil(seconds))) });
}

/** Joins the parts that are not empty. @param {string[]} parts */
export const joined = (...parts) => parts.filter(Boolean).join(' · ');

/** The button that undoes the last action. @param {{name: string, take: () => unknown}} undoing */
export const undoNote = (undoing) =>
  undoing.name
    ? html`<p class="undo" id="undo-note" role="status">
        ${t(`undo.${undoing.name}`)}
        <button type="button" class="link" id="undo" @click=${() => undoing.take()}>
          ${t('undo.button')}
        </button>
      </p>`
    : nothing;
