import { part } from '../api/part.js';
import { sheetOf } from './style-sheets.js';

/**
 * The sheets for contrast themes and for paper, which few readers need: they are loaded when their
 * medium comes. Printing waits for nobody, so a page links the sheet for paper (browsers fetch it
 * last); here it is only for pages that do not, such as the one in one file.
 */
const LINKED = 'link[rel="stylesheet"][media="print"]';

/** @param {() => Promise<{default: string}>} load */
const adopting = (load) => () =>
  load().then(
    ({ default: css }) => {
      const sheet = sheetOf(css);
      if (document.adoptedStyleSheets.includes(sheet)) return;
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    () => {}, // no network
  );

const contrast = adopting(() => part(() => import('../styles/contrast.css?inline')));
const paper = adopting(() => part(() => import('../styles/print.css?inline')));

/** Called once per page. Demos adopt the sheets themselves (embed/demos/media.js). */
export function loadMediaSheets() {
  if (!document.adoptedStyleSheets) return; // not a browser
  when('(forced-colors: active)', contrast);
  if (!document.querySelector(LINKED)) paper();
}

/** @param {string} query @param {() => void} act */
function when(query, act) {
  const media = globalThis.matchMedia?.(query);
  if (media?.matches) act();
  media?.addEventListener('change', ({ matches }) => matches && act());
}
