import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { language, t } from '../i18n/index.js';
import { markPath } from '../plots/marks.js';
import { icon } from '../ui/parts.js';

/** What the transfer page's elements share. */

const gap = () => (language() === 'zh' ? '' : '\u00a0');

/** 84.2 % */
export const accuracyText = (/** @type {number} */ share) =>
  Number.isFinite(share) ? `${(100 * share).toFixed(1)}${gap()}%` : '–';

/** 84 % */
export const roughly = (/** @type {number} */ share) =>
  Number.isFinite(share) ? `${Math.round(100 * share)}${gap()}%` : '–';

/** @typedef {{colour: string, shape: string}} Look */
/** Each way has a colour and a mark of its own. @type {Record<string, Look>} */
const LOOKS = {
  'fine-tuned': { colour: 'group-1', shape: 'circle' },
  frozen: { colour: 'group-2', shape: 'square' },
  scratch: { colour: 'group-3', shape: 'triangle' },
  'frozen-random': { colour: 'soft', shape: 'diamond' },
  mixed: { colour: 'group-4', shape: 'down' },
};

/** @param {string} mode @returns {Look} */
export const lookOf = (mode) => LOOKS[mode] ?? LOOKS.mixed;

/** The mark of a way, as on the curves. @param {string} mode */
export function modeMark(mode) {
  const { colour, shape } = lookOf(mode);
  return html`<svg class="mark" viewBox="-1.8 -1.8 3.6 3.6" width="13" height="13" aria-hidden="true">
    <path d=${markPath(/** @type {any} */ (shape))} fill=${`var(--${colour})`} />
  </svg>`;
}

/** A way by its name: in the second chapter it is a language model that lends. @param {string} mode @param {boolean} [text] */
export const modeName = (mode, text = false) =>
  t(
    `transfer.mode.${mode}${text && `transfer.mode.${mode}.text` !== t(`transfer.mode.${mode}.text`) ? '.text' : ''}`,
  );

/** An error as a sentence: the page's own kinds, else the API's. @param {any} error */
export const problemText = (error) =>
  error.kind ? t(`transfer.problem.${error.kind}`, { value: error.value ?? '' }) : errorText(error);

/** @param {any} error @param {string} id */
export const refusal = (error, id) =>
  error ? html`<p class="problem" id=${id} role="alert">${problemText(error)}</p>` : nothing;

/** "· 4 s left", once it is known. @param {number} seconds */
export function timeLeft(seconds) {
  if (!Number.isFinite(seconds)) return '';
  const count = Math.max(1, Math.ceil(seconds));
  const time =
    count < 100
      ? t('transport.seconds', { count })
      : t('transport.minutes', { count: Math.round(count / 60) });
  return t('transport.left', { time });
}

/**
 * The button that a step is about, how far it is, and what can be done beside it.
 * @param {object} how
 * @param {string} how.id of the button; the bar and the text are named after it
 * @param {string} how.state of the button, for those who look from outside
 * @param {string} how.label on the button
 * @param {boolean} how.primary is it the next thing to do?
 * @param {boolean} [how.disabled]
 * @param {'play' | 'pause' | 'again' | 'close'} how.sign
 * @param {() => void} how.press
 * @param {number} how.share 0 … 1
 * @param {string} how.text how far it is, in words
 * @param {any} [how.more] further buttons
 */
export const transport = (how) => html`
  <div class="transport step-transport">
    <button
      type="button"
      class=${`${how.primary ? 'primary' : 'plain'} train`}
      id=${how.id}
      data-state=${how.state}
      ?disabled=${how.disabled}
      @click=${how.press}
    >
      ${icon(how.sign)}<span>${how.label}</span>
    </button>
    ${how.more ?? nothing}
    <p class="progress-text" id=${`${how.id}-text`}><span>${how.text}</span></p>
    <div
      class="progress-bar"
      id=${`${how.id}-progress`}
      role="progressbar"
      aria-label=${how.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(100 * how.share)}
      aria-valuetext=${how.text || `${Math.round(100 * how.share)} %`}
    >
      <span style=${`transform: scaleX(${how.share})`}></span>
    </div>
  </div>
`;

/**
 * A step of a chapter.
 * @param {{number: number, id: string, title: string, lede: any, body: any, waits?: boolean}} step
 *   `waits`: what comes before must be done first
 */
export const step = ({ number, id, title, lede, body, waits = false }) => html`
  <section class=${`panel step ${waits ? 'waits' : ''}`} id=${id} aria-labelledby=${`${id}-title`}>
    <div class="step-head">
      <span class="step-number" aria-hidden="true">${number}</span>
      <div>
        <h3 id=${`${id}-title`}>${title}</h3>
        <p>${lede}</p>
      </div>
    </div>
    ${body}
  </section>
`;
