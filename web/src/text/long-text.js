/**
 * Longer texts are not put into a text field: browsers insert and lay out every line of it, which
 * blocks the page.
 */
export const MAX_SHOWN = 100_000;
const EXCERPT = 600;

/** The beginning of a text, up to the end of a line. @param {string} text */
export function excerptOf(text) {
  const end = text.lastIndexOf('\n', EXCERPT);
  return `${text.slice(0, end > 0 ? end : EXCERPT)}\n…`;
}

/** The number of lines that are not empty. @param {string} text */
export function linesIn(text) {
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    if (stop > at) count += 1;
    at = stop + 1;
  }
  return count;
}
