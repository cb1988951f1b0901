import { html } from 'lit';
import { t } from '../i18n/index.js';
import { markPath } from '../plots/marks.js';
import { spaceOf } from '../text/sentence.js';
import { SENSES } from './cloud.js';

/** Common parts of the polysemy lab's elements. */

/** 97 %, on one line. */
export const percent = (/** @type {number} */ share) =>
  Number.isFinite(share) ? `${Math.round(100 * share)}\u00a0%` : '–';

/** The name of a sense. @param {string[]} names @param {number} sense */
export const senseName = (names, sense) =>
  sense < 0 || !names[sense] ? t('sense.unknown') : t(`sense.name.${names[sense]}`);

/** The mark of a sense, as on the map. @param {number} sense @param {boolean} [hollow] */
export function mark(sense, hollow = false) {
  const { colour, shape } = SENSES[Math.max(0, sense)];
  const paint = sense < 0 ? 'var(--dot)' : `var(--group-${colour})`;
  return html`<svg
    class="mark"
    viewBox="-1.8 -1.8 3.6 3.6"
    width="13"
    height="13"
    aria-hidden="true"
  >
    <path
      d=${markPath(shape)}
      fill=${hollow ? 'none' : paint}
      stroke=${paint}
      stroke-width=${hollow ? 0.5 : 0.1}
    />
  </svg>`;
}

/** A sentence with its word emphasised. @param {string[]} tokens @param {number} place */
export function marked(tokens, place) {
  const space = spaceOf(tokens);
  const lang = space ? 'en' : 'zh-Hans';
  const before = tokens.slice(0, place).join(space);
  const after = tokens.slice(place + 1).join(space);
  return html`<span class="sentence-text" dir="auto" lang=${lang}
    >${before}${before && space}<mark>${tokens[place]}</mark>${after && space}${after}</span
  >`;
}
