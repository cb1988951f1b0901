import { html, nothing } from 'lit';
import { errorText } from '../i18n/errors.js';
import { language, t } from '../i18n/index.js';
import { markPath } from '../plots/marks.js';
import { glossed } from '../ui/gloss.js';
import { wayOut } from '../ui/parts.js';

/** Common parts of the transfer page's elements. */

const gap = () => (language() === 'zh' ? '' : '\u00a0');

/** 84.2 % */
export const accuracyText = (/** @type {number} */ share) =>
  Number.isFinite(share) ? `${(100 * share).toFixed(1)}${gap()}%` : '–';

/**
 * The difference of two accuracies in points, as a reader computes it from the two texts.
 * @param {number} a @param {number} b
 */
export const pointsApart = (a, b) =>
  Math.abs(Number((100 * a).toFixed(1)) - Number((100 * b).toFixed(1))).toFixed(1);

/** 84 %, for the ticks of an axis */
export const roughly = (/** @type {number} */ share) =>
  Number.isFinite(share) ? `${Math.round(100 * share)}${gap()}%` : '–';

/** @typedef {{colour: string, shape: string}} Look */
/** The colour and mark of each mode. @type {Record<string, Look>} */
const LOOKS = {
  'fine-tuned': { colour: 'group-1', shape: 'circle' },
  frozen: { colour: 'group-2', shape: 'square' },
  scratch: { colour: 'group-3', shape: 'triangle' },
  'frozen-random': { colour: 'soft', shape: 'diamond' },
  mixed: { colour: 'group-4', shape: 'down' },
};

/** @param {string} mode @returns {Look} */
export const lookOf = (mode) => LOOKS[mode] ?? LOOKS.mixed;

/** The mark of a mode, as on the curves. @param {string} mode */
export function modeMark(mode) {
  const { colour, shape } = lookOf(mode);
  return html`<svg class="mark" viewBox="-1.8 -1.8 3.6 3.6" width="13" height="13" aria-hidden="true">
    <path d=${markPath(shape)} fill=${`var(--${colour})`} />
  </svg>`;
}

/**
 * The name of a mode; in the second chapter the layers come from a language model.
 * @param {string} mode
 * @param {boolean} [text]
 */
export const modeName = (mode, text = false) =>
  t(
    `transfer.mode.${mode}${text && `transfer.mode.${mode}.text` !== t(`transfer.mode.${mode}.text`) ? '.text' : ''}`,
  );

/** @typedef {import('../i18n/errors.js').Fault} Fault */

/** The message of an error: one of the page's own kinds, else the API's. @param {Fault} error */
export const problemText = (error) =>
  error.kind
    ? t(`transfer.problem.${error.kind}`, { value: error.value ?? '', line: error.line ?? '' })
    : errorText(error);

/** @param {Fault | null | undefined} error @param {string} id */
export const refusal = (error, id) =>
  error
    ? html`<p class="problem" id=${id} role="alert">${problemText(error)} ${wayOut(error)}</p>`
    : nothing;

/**
 * A step of a chapter.
 * @param {{number: number, id: string, title: string, lede: unknown, body: unknown,
 *   waits?: boolean}} step `waits`: the preceding step must be done first
 */
export const step = ({ number, id, title, lede, body, waits = false }) => html`
  <section class=${`panel step ${waits ? 'waits' : ''}`} id=${id} aria-labelledby=${`${id}-title`}>
    <div class="step-head">
      <span class="step-number" aria-hidden="true">${number}</span>
      <div>
        <h3 id=${`${id}-title`}>${title}</h3>
        <p>${typeof lede === 'string' ? glossed(lede) : lede}</p>
      </div>
    </div>
    ${body}
  </section>
`;
