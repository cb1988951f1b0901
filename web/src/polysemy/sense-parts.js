import { html } from 'lit';
import { language, t } from '../i18n/index.js';
import { GROUPS, markOf, markPath } from '../plots/marks.js';
import { spaceOf } from '../text/sentence.js';

/** Common parts of the polysemy lab's elements. */

/** The colours of groups in the style sheet. */
export const GROUP_TOKENS = /** @type {const} */ ([
  'group-1',
  'group-2',
  'group-3',
  'group-4',
  'group-5',
  'group-6',
]);

/** 97 %, on one line; 97% in Chinese. */
export const percent = (/** @type {number} */ share) =>
  Number.isFinite(share)
    ? `${Math.round(100 * share)}${language() === 'zh' ? '' : '\u00a0'}%`
    : '–';

/** The name of a sense. @param {string[]} names @param {number} sense */
export const senseName = (names, sense) =>
  sense < 0 || !names[sense] ? t('sense.unknown') : t(`sense.name.${names[sense]}`);

/** The group of the words that share a sense (plots/marks.js). @type {Record<string, string>} */
const GROUP_OF = {
  fruit: 'plants',
  grain: 'plants',
  flower: 'plants',
  bird: 'animals',
  company: 'companies',
  money: 'companies',
  river: 'waterside',
  spend: 'deeds',
};

/**
 * Colour and shape of each sense: those of its group on the other pages. Senses of no group take the
 * places of the list.
 * @param {string[]} names names of a word's senses
 */
export const looksOf = (names) =>
  names.map((name, i) => {
    const group = GROUPS.indexOf(GROUP_OF[name] ?? '');
    const { colour, shape } = markOf(group < 0 ? i : group);
    return { token: GROUP_TOKENS[colour], shape };
  });

/**
 * The mark of a sense, as on the map.
 * @param {string[]} names @param {number} sense @param {boolean} [hollow]
 */
export function mark(names, sense, hollow = false) {
  const look = looksOf(names)[sense];
  const { token, shape } = look ?? { token: 'dot', shape: 'circle' };
  const paint = `var(--${token})`;
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
