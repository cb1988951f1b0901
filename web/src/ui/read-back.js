import { contextOf } from '../plots/pixels.js';

/**
 * Whether the page can read what it painted on a canvas. Browsers that protect against
 * fingerprinting answer with white or with random pixels, and say nothing; a little noise does no
 * harm. The answer may change when the reader allows it, so it is not stored.
 */
const SIDE = 24;
const NOISE = 12; // of 255

/** The grey of a square of the pattern. @param {number} i */
const greyOf = (i) => (i * 97 + 31) % 256;

/** @returns {boolean} */
export function readsBack() {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: SIDE, height: SIDE });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  const squares = SIDE * SIDE;
  for (let i = 0; i < squares; i++) {
    const grey = greyOf(i);
    context.fillStyle = `rgb(${grey}, ${255 - grey}, ${grey})`;
    context.fillRect(i % SIDE, Math.floor(i / SIDE), 1, 1);
  }
  try {
    const { data } = context.getImageData(0, 0, SIDE, SIDE);
    for (let i = 0; i < squares; i++) {
      const grey = greyOf(i);
      const right = [grey, 255 - grey, grey, 255];
      if (right.some((value, c) => Math.abs(data[4 * i + c] - value) > NOISE)) return false;
    }
    return true;
  } catch {
    return false; // refused openly
  }
}

/** Throws if a file of what is on a canvas would show something else. */
export function checkReadBack() {
  if (readsBack()) return;
  throw Object.assign(new Error('This browser hides canvases.'), { code: 'CanvasHidden' });
}

/**
 * A canvas as a PNG, on an opaque ground.
 * @param {HTMLCanvasElement} canvas @param {string} ground a colour @returns {Promise<Blob | null>}
 */
export async function pictureOf(canvas, ground) {
  checkReadBack();
  const copy = document.createElement('canvas');
  Object.assign(copy, { width: canvas.width, height: canvas.height });
  const context = contextOf(copy);
  context.fillStyle = ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  return new Promise((resolve) => copy.toBlob(resolve));
}
