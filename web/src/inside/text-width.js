/**
 * How wide a text is, to leave room for it or to shorten it: measured in the font of the page;
 * estimated where nothing can be measured.
 */

/** @type {{measureText(text: string): {width: number}, font: string} | null} */
let canvas = null;
let family = '';
/** Widths for type of 100 pixels, by weight and text. @type {Map<string, number>} */
const known = new Map();
const MOST_KNOWN = 4000;

/** Texts are drawn in this font from now on. @param {string} fonts of a style sheet */
export function measureIn(fonts) {
  if (fonts === family) return;
  canvas ??= document.createElement('canvas').getContext('2d');
  family = fonts;
  known.clear();
}

/** In pixels. @param {string} text @param {number} [size] of type @param {number} [weight] of type */
export function widthOf(text, size = 14, weight = 400) {
  const plain = text.replaceAll(/[*_]/g, '');
  if (!canvas || !family) return estimate(plain) * size;
  const key = `${weight} ${plain}`;
  let width = known.get(key);
  if (width === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    canvas.font = `${weight} 100px ${family}`;
    width = canvas.measureText(plain).width;
    known.set(key, width);
  }
  return (width / 100) * size;
}

/** Letters of CJK are as wide as high. @param {string} text */
function estimate(text) {
  let width = 0;
  for (const letter of text) width += /[⺀-鿿豈-﫿︰-﹏＀-｠]/.test(letter) ? 1 : 0.58;
  return width;
}

/** Cut to fit; '' where not even a letter does. @param {string} text @param {number} width @param {number} [size] @param {number} [weight] */
export function fitted(text, width, size = 14, weight = 400) {
  const fits = (/** @type {string} */ part) => widthOf(part, size, weight) <= width;
  if (fits(text)) return text;
  let short = text;
  while (short.length > 1 && !fits(`${short}…`)) short = short.slice(0, -1);
  if (fits(`${short}…`)) return `${short}…`;
  return fits(short) ? short : '';
}

/** The first of several ways to say it that fits; else the last one, cut. @param {string[]} texts the longest first @param {number} width @param {number} [size] */
export function fitting(texts, width, size = 14) {
  const whole = texts.find((text) => widthOf(text, size) <= width);
  return whole ?? fitted(texts[texts.length - 1], width, size);
}
