/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Gives a page, or the shadow tree that a demo lives in, one style sheet more, once.
 * @param {Element} element within it @param {string} css
 */
export function adopt(element, css) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
