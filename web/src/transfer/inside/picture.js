/** Which picture is followed, with its true digit, and from what the networks are made. */
import { pixelsOf } from '../digits.js';
import { classOf, labelled, toTraining } from '../examples.js';
import { modelOf } from '../images.js';

/**
 * @typedef {import('../images.js').ImagesChapter} ImagesChapter
 * @typedef {{source: 'mine' | 'test', nth: number, label: string}} Asked
 */

/** The digits that B learns: those that have a picture. @param {ImagesChapter} images */
export const labelsOf = (images) => labelled(images.examples);

/** @type {WeakMap<object, number>} numbers of objects, so that a change is seen */
const numbers = new WeakMap();
let last = 0;

/** @param {object} object */
function numberOf(object) {
  const number = numbers.get(object) ?? ++last;
  numbers.set(object, number);
  return number;
}

/** @param {ImagesChapter} images @returns {(import('./networks.js').Source & {id: string}) | null} */
export function sourceOf(images) {
  const { current: pack, examples } = images;
  if (!pack.finished || !pack.model || labelsOf(images).length < 2) return null;
  const seed = images.store.get('seed');
  const model = modelOf(pack);
  return {
    model,
    examples: toTraining(examples),
    key: examples.slots,
    seed,
    id: [numberOf(model), numberOf(examples.slots), seed].join('-'),
  };
}

/** The places of the test digits that B can know. @param {ImagesChapter} images */
export function testPlaces(images) {
  const known = new Set(labelsOf(images));
  const labels = images.current.data?.test.labels ?? [];
  return labels.flatMap((/** @type {string} */ label, /** @type {number} */ at) =>
    known.has(label) ? [at] : [],
  );
}

/**
 * The picture with its true digit; null if there is none.
 * @param {ImagesChapter} images @param {Asked} asked
 * @returns {{pixels: Uint8Array, label: string, id: string} | null}
 */
export function exampleOf(images, { source, nth, label }) {
  const { current: pack, examples, looked } = images;
  if (source === 'test') {
    const places = testPlaces(images);
    const at = places[nth % Math.max(1, places.length)];
    if (at === undefined) return null;
    const { test } = pack.data;
    return { pixels: pixelsOf(test, at), label: test.labels[at], id: `test ${at}` };
  }
  if (!looked) return null;
  const known = labelsOf(images);
  const own = known.includes(label) ? label : classOf(examples.target);
  const said = known.includes(own) ? own : known[0];
  return { pixels: looked, label: said, id: `mine ${numberOf(looked)}` };
}
