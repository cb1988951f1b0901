/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** One sheet however many trees adopt it. @param {string} css */
export function sheetOf(css) {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}
