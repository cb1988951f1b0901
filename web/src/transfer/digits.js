/**
 * The digits, divided into the sets that the page uses.
 *
 * @typedef {{pixels: Uint8Array, labels: string[], width: number, height: number}} Images
 * @typedef {object} DigitFile result of corpora/digits.js
 * @property {Uint8Array} pixels [n · 784]
 * @property {Uint8Array} labels [n]
 * @property {Record<'pretrain' | 'heldoutA' | 'pool' | 'test', ArrayLike<number>>} splits
 * @property {number} width
 * @property {number} height
 * @property {{title: string, authors: string, url: string}} source
 * @property {{name: string, url: string, packaging: string}} licence
 *
 * @typedef {object} Digits
 * @property {Images} pretrain digits 0–4, most of them
 * @property {Images} heldout digits 0–4, not used for training
 * @property {Images} pool digits 5–9, from which examples are chosen
 * @property {Images} test digits 5–9, used for measuring
 * @property {DigitFile['source']} source
 * @property {DigitFile['licence']} licence
 */

/** @param {DigitFile} file @returns {Digits} */
export function digitsOf(file) {
  const { splits, source, licence } = file;
  return {
    pretrain: part(file, splits.pretrain),
    heldout: part(file, splits.heldoutA),
    pool: part(file, splits.pool),
    test: part(file, splits.test),
    source,
    licence,
  };
}

/** @param {DigitFile} file @param {ArrayLike<number>} indices @returns {Images} */
function part({ pixels, labels, width, height }, indices) {
  const size = width * height;
  const chosen = new Uint8Array(indices.length * size);
  /** @type {string[]} */
  const names = [];
  for (let i = 0; i < indices.length; i++) {
    const at = indices[i];
    chosen.set(pixels.subarray(at * size, (at + 1) * size), i * size);
    names.push(String(labels[at]));
  }
  return { pixels: chosen, labels: names, width, height };
}

/** The pixels of one image. @param {Images} images @param {number} i */
export const pixelsOf = (images, i) => {
  const size = images.width * images.height;
  return images.pixels.subarray(i * size, (i + 1) * size);
};

/** The indices of one label, in order. @param {Images} images @param {string} label */
export const placesOf = ({ labels }, label) =>
  labels.flatMap((name, i) => (name === label ? [i] : []));

/**
 * The images at `places`, in that order.
 * @param {Images} images
 * @param {number[]} places
 * @returns {Images}
 */
function pick({ pixels, labels, width, height }, places) {
  const size = width * height;
  const chosen = new Uint8Array(places.length * size);
  places.forEach((at, i) => {
    chosen.set(pixels.subarray(at * size, (at + 1) * size), i * size);
  });
  return { pixels: chosen, labels: places.map((at) => labels[at]), width, height };
}

/** Only the images with one of `labels`. @param {Images} images @param {string[]} labels */
export function only(images, labels) {
  const places = images.labels.flatMap((name, i) => (labels.includes(name) ? [i] : []));
  const all = places.length === images.labels.length;
  return { images: all ? images : pick(images, places), places };
}

/** At most `most` images at equal distances. @param {Images} images @param {number} most */
export function spread(images, most) {
  const count = images.labels.length;
  if (count <= most) return images;
  return pick(
    images,
    Array.from({ length: most }, (_, i) => Math.floor((i * count) / most)),
  );
}
