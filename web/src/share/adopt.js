import { sheetOf } from '../ui/style-sheets.js';

/**
 * Gives a page, or the shadow tree that a demo lives in, one style sheet more, once.
 * @param {Element} element within it @param {string} css
 */
export function adopt(element, css) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const sheet = sheetOf(css);
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
