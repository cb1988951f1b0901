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
