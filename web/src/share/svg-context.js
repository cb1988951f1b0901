/**
 * Replaces a canvas's 2D context and records the drawing as SVG, so the maps' own drawing code also
 * creates their pictures. It supports the calls that this code uses; scaling to device pixels is
 * ignored.
 */

/** @type {Record<string, string>} */
const escapes = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * @param {string} text
 * @returns {string} escaped for XML; characters that XML does not allow are removed
 */
export const escapeXml = (text) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (c) => escapes[c]);

/** Rounds to tenths of a pixel. @param {number} x */
const short = (x) => String(Math.round(10 * x) / 10);

/** @type {Record<string, number>} */
const BASELINES = { middle: 0.36, top: 0.8, hanging: 0.8 };
/** @type {Record<string, string>} */
const ANCHORS = {
  center: 'middle',
  right: 'end',
  end: 'end',
};

export class SvgContext {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  /** @type {CanvasLineJoin} */
  lineJoin = 'miter';
  /** @type {CanvasLineCap} */
  lineCap = 'butt';
  globalAlpha = 1;
  font = '10px sans-serif';
  /** @type {CanvasTextAlign} */
  textAlign = 'start';
  /** @type {CanvasTextBaseline} */
  textBaseline = 'alphabetic';
  /** @type {string[]} */
  #nodes = [];
  /** @type {string[]} */
  #path = [];
  /** @type {number[]} */
  #dash = [];

  /** @param {(font: string, text: string) => number} measure returns the width of a text */
  constructor(measure) {
    this.measure = measure;
  }

  setTransform() {}

  clearRect() {
    this.#nodes = [];
  }

  setLineDash(/** @type {number[]} */ dash) {
    this.#dash = dash;
  }

  beginPath() {
    this.#path = [];
  }

  moveTo(/** @type {number} */ x, /** @type {number} */ y) {
    this.#path.push(`M${short(x)},${short(y)}`);
  }

  lineTo(/** @type {number} */ x, /** @type {number} */ y) {
    this.#path.push(`${this.#path.length ? 'L' : 'M'}${short(x)},${short(y)}`);
  }

  closePath() {
    this.#path.push('Z');
  }

  rect(
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ width,
    /** @type {number} */ height,
  ) {
    this.#path.push(`M${short(x)},${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
  }

  /** Draws full circles only; the maps use no other arcs. */
  arc(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) {
    const turn = `a${short(r)},${short(r)},0,1,1,`;
    this.#path.push(
      `M${short(x + r)},${short(y)}${turn}${short(-2 * r)},0${turn}${short(2 * r)},0Z`,
    );
  }

  fill() {
    this.#add(`fill="${escapeXml(this.fillStyle)}"`);
  }

  stroke() {
    this.#add(`fill="none" ${this.#line()}`);
  }

  fillText(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
    this.#text(text, x, y, `fill="${escapeXml(this.fillStyle)}"`);
  }

  strokeText(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
    this.#text(text, x, y, `fill="none" ${this.#line()}`);
  }

  measureText(/** @type {string} */ text) {
    return { width: this.measure(this.font, text) };
  }

  /** The drawing as nodes for an `svg` element. */
  get nodes() {
    return this.#nodes.join('\n');
  }

  #line() {
    const dash = this.#dash.length ? ` stroke-dasharray="${this.#dash.join(' ')}"` : '';
    const ends = `stroke-linejoin="${this.lineJoin}" stroke-linecap="${this.lineCap}"`;
    return `stroke="${escapeXml(this.strokeStyle)}" stroke-width="${short(this.lineWidth)}" ${ends}${dash}`;
  }

  #alpha() {
    return this.globalAlpha < 1 ? ` opacity="${this.globalAlpha}"` : '';
  }

  #add(/** @type {string} */ look) {
    if (this.#path.length) {
      this.#nodes.push(`<path d="${this.#path.join('')}" ${look}${this.#alpha()}/>`);
    }
  }

  #text(
    /** @type {string} */ text,
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {string} */ look,
  ) {
    const [, weight = '', size = '10', family = 'sans-serif'] =
      /^(?:(\w+) )?([\d.]+)px (.+)$/s.exec(this.font) ?? [];
    const down = (BASELINES[this.textBaseline] ?? 0) * Number(size);
    const anchor = ANCHORS[this.textAlign];
    this.#nodes.push(
      `<text x="${short(x)}" y="${short(y + down)}" font-size="${size}" font-family="${escapeXml(family)}"${
        weight ? ` font-weight="${weight}"` : ''
      }${anchor ? ` text-anchor="${anchor}"` : ''} ${look}${this.#alpha()}>${escapeXml(text)}</text>`,
    );
  }
}
