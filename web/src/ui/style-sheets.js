/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** Creates one style sheet per text, shared by all trees that adopt it. @param {string} css */
export function sheetOf(css) {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}

/**
 * Adds a style sheet behind the page's own; those for demos, paper and contrast come later.
 * @param {ShadowRoot} root @param {string} css
 */
export function adopt(root, css) {
  const sheet = sheetOf(css);
  const [page, ...later] = root.adoptedStyleSheets;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [page, sheet, ...later];
}
