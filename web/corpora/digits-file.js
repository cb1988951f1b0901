/**
 * The packed file of images. prepare-digits.js writes it; digits.js and the command line read it.
 *
 *   8 bytes    "PFIMAGE1"
 *   8 × u32    width, height (even), classes, images, then the sizes of the four parts, little-endian
 *   images     labels, one byte each
 *   images × height/2 × width    ink, two lines per row of bytes: the upper line in the low half of
 *                                each byte, the lower line in the high half, 0 (paper) to 15 (ink)
 *
 * A byte contains two lines rather than two columns, because strokes are taller than wide: gzip
 * then needs 875 kB rather than 925 kB for 10,000 digits. With eight bits per pixel it needs 1,593
 * kB.
 */
const MAGIC = 'PFIMAGE1';
export const HEADER_BYTES = MAGIC.length + 8 * 4;

/** In the order of the file. */
export const PARTS = /** @type {const} */ (['pretrain', 'heldoutA', 'pool', 'test']);

const GREYS = 15;

/**
 * @typedef {object} ImageFile
 * @property {number} width
 * @property {number} height
 * @property {number} classes
 * @property {Uint8Array} labels
 * @property {Uint8Array} pixels [images · height · width], 0 (paper) to 255 (ink)
 * @property {number[]} sizes of the parts
 */

/** @param {ImageFile} file @returns {Uint8Array} */
export function packImages({ width, height, classes, labels, pixels, sizes }) {
  const ink = HEADER_BYTES + labels.length;
  const bytes = new Uint8Array(ink + pixels.length / 2);
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer);
  for (const [i, n] of [width, height, classes, labels.length, ...sizes].entries()) {
    view.setUint32(MAGIC.length + 4 * i, n, true);
  }
  bytes.set(labels, HEADER_BYTES);
  for (let i = 0; i < pixels.length; i++) {
    const line = Math.floor(i / width);
    const at = ink + (line >> 1) * width + (i % width);
    bytes[at] |= Math.round((pixels[i] / 255) * GREYS) << (4 * (line & 1));
  }
  return bytes;
}

/** @param {Uint8Array} bytes @returns {Omit<ImageFile, 'pixels'> & {count: number}} */
export function readHeader(bytes) {
  const numbers = bytes.length < HEADER_BYTES ? [] : readNumbers(bytes);
  const [width, height, classes, count, ...sizes] = numbers;
  const size = HEADER_BYTES + count + (count * width * height) / 2;
  const whole = sizes.reduce((sum, n) => sum + n, 0) === count;
  if (!(whole && height % 2 === 0 && bytes.length === size)) {
    throw new Error('what arrived is not a file of images');
  }
  const labels = bytes.slice(HEADER_BYTES, HEADER_BYTES + count);
  if (labels.some((label) => label >= classes)) throw new Error('a label is out of range');
  return { width, height, classes, count, sizes, labels };
}

/** @param {Uint8Array} bytes */
function readNumbers(bytes) {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset + MAGIC.length);
  return Array.from({ length: 8 }, (_, i) => view.getUint32(4 * i, true));
}

/**
 * Unpacks the images first … last − 1 to their positions in `pixels`.
 * @param {Uint8Array} bytes @param {{width: number, height: number, count: number}} header
 * @param {Uint8Array} pixels @param {number} first @param {number} last
 */
export function unpackImages(bytes, { width, height, count }, pixels, first, last) {
  const ink = HEADER_BYTES + count;
  const lines = height / 2;
  for (let pair = first * lines; pair < last * lines; pair++) {
    const from = ink + pair * width;
    const to = 2 * pair * width;
    for (let x = 0; x < width; x++) {
      const both = bytes[from + x];
      pixels[to + x] = (both & 15) * (255 / GREYS);
      pixels[to + width + x] = (both >> 4) * (255 / GREYS);
    }
  }
}
