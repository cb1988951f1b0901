import { rootOf } from '../ui/root.js';
import { sheetOf } from '../ui/style-sheets.js';

/**
 * Adds a style sheet to a page, or to the shadow tree of an embedded demo, once. An element that left
 * the page before it was rendered needs none.
 * @param {Element} element an element within it @param {string} css
 */
export function adopt(element, css) {
  if (!element.isConnected) return;
  const root = rootOf(element);
  const sheet = sheetOf(css);
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
