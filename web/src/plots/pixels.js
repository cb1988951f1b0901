/** Small pictures as canvases with one pixel per number; the style sheet enlarges them. */

/**
 * Ink on a transparent background; the style sheet sets both colours.
 * @param {HTMLCanvasElement} canvas @param {Uint8Array} pixels [height · width]
 * @param {number} width @param {number} height
 */
export function paintInk(canvas, pixels, width, height) {
  paint(canvas, width, height, (data) => {
    for (let i = 0; i < pixels.length; i++) data[4 * i + 3] = pixels[i];
  });
}

/**
 * Numbers as grey: 0 is transparent, the largest number is full ink.
 * @param {HTMLCanvasElement} canvas @param {ArrayLike<number>} values @param {number} width
 * @param {number} height @param {number} most the number that is drawn as full ink
 */
export function paintHeat(canvas, values, width, height, most) {
  paint(canvas, width, height, (data) => {
    const scale = most > 0 ? 255 / most : 0;
    for (let i = 0; i < width * height; i++) data[4 * i + 3] = Math.max(0, values[i] * scale) || 0;
  });
}

/**
 * Weights in two hues, one for positive and one for negative numbers; small numbers are pale.
 * @param {HTMLCanvasElement} canvas @param {ArrayLike<number>} values @param {number} width
 * @param {number} height
 * @param {{most: number, positive: number[], negative: number[]}} look colours as [r, g, b]
 */
export function paintSigned(canvas, values, width, height, { most, positive, negative }) {
  paint(canvas, width, height, (data) => {
    for (let i = 0; i < width * height; i++) {
      const value = values[i];
      data.set(value < 0 ? negative : positive, 4 * i);
      data[4 * i + 3] = Math.min(255, (255 * Math.abs(value)) / most) || 0;
    }
  });
}

function paint(
  /** @type {HTMLCanvasElement} */ canvas,
  /** @type {number} */ width,
  /** @type {number} */ height,
  /** @type {(data: Uint8ClampedArray) => void} */ fill,
) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(width, height);
  fill(image.data);
  context.putImageData(image, 0, 0);
}

/** `#0b6e6e` or `rgb(11, 110, 110)` as [11, 110, 110]. @param {string} colour */
export const rgb = (colour) =>
  colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0)
    : (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** The 2D context of a canvas; throws if there is none. @param {HTMLCanvasElement} canvas */
export function contextOf(canvas) {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no canvas.');
  return context;
}
