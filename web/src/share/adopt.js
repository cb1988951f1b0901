import { rootOf } from '../ui/root.js';
import { sheetOf } from '../ui/style-sheets.js';

/**
 * Gives a page, or the shadow tree that a demo lives in, one style sheet more, once.
 * @param {Element} element within it @param {string} css
 */
export function adopt(element, css) {
  const root = rootOf(element);
  const sheet = sheetOf(css);
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
