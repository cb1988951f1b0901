import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { icon, progressBar } from './parts.js';

/**
 * The bar that trains: its button, what else can be pressed, how far it is. Every page has it.
 *
 * @typedef {object} Run what the bar reads of a run; the phases are those of training/model-run.js
 * @property {'idle' | 'making' | 'training' | 'pausing' | 'settled' | 'failed'} phase
 * @property {boolean} trained has the model taken a step?
 * @property {boolean} finished
 * @property {boolean} stale was it made from other settings than those on show?
 *
 * @typedef {'train' | 'pause' | 'resume' | 'again' | 'stop'} Verb what the button does
 */

/** @param {Pick<Run, 'phase'>} run */
export const isRunning = ({ phase }) => phase === 'training' || phase === 'pausing';

/** What the button does to a run. @param {Run} run @returns {Verb} */
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
 * @param {string} how.label on the button
 * @param {() => void} how.press
 * @param {boolean} [how.disabled]
 * @param {{press: () => void, disabled: boolean}} [how.reset] the second button
 * @param {unknown} [how.before] between the two buttons
 * @param {unknown} [how.after] what follows them
 * @param {number} how.share 0 … 1
 * @param {string} how.text how far it is, in words
 * @param {string} [how.said] the same for a screen reader, where it differs
 * @param {boolean} [how.warning] is the text a warning?
 * @param {object} [how.step] one of several bars on a page, each about one step
 * @param {string} how.step.id of the button; the text and the bar are named after it
 * @param {boolean} how.step.primary is it the next thing to do?
 * @param {'close' | undefined} [how.step.sign] instead of the verb's
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

/** "4 s left", once it is known. @param {number} seconds */
export function timeLeft(seconds) {
  if (!Number.isFinite(seconds)) return '';
  const count = Math.max(1, Math.ceil(seconds));
  const time =
    count < 100
      ? t('transport.seconds', { count })
      : t('transport.minutes', { count: Math.ceil(count / 60) });
  return t('transport.left', { time });
}

/** The parts that say something. @param {string[]} parts */
export const joined = (...parts) => parts.filter(Boolean).join(' · ');

/** What was taken back, or could be. @param {{name: string, take: () => unknown}} undoing */
export const undoNote = (undoing) =>
  undoing.name
    ? html`<p class="undo" id="undo-note" role="status">
        ${t(`undo.${undoing.name}`)}
        <button type="button" class="link" id="undo" @click=${() => undoing.take()}>
          ${t('undo.button')}
        </button>
      </p>`
    : nothing;
