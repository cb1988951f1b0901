/**
 * Packs labelled examples of any kind for the engine. Everything is copied, so it can be
 * transferred.
 */

import { badParameter, PreformerError } from '../worker/errors.js';
import { checkNames, checkValue, joinSentences } from './options.js';
import { part } from './part.js';
import { imageSides } from './transfer-tables.js';

/**
 * @typedef {import('./types.js').ImageExamples} ImageExamples
 * @typedef {import('./types.js').TextExamples} TextExamples
 *
 * @typedef {object} Packed
 * @property {string} name name of the option that held them, used in error messages
 * @property {string[]} labels every label once; empty if `lines` contain the labels
 * @property {Int32Array<ArrayBuffer>} targets per example, the index of its label in `labels`
 * @property {Uint8Array<ArrayBuffer>} [pixels]
 * @property {number} [width]
 * @property {number} [height]
 * @property {Uint8Array<ArrayBuffer>} [lines] lines of label, tab, sentence
 * @property {string} [sentences] as written by joinSentences()
 */

const LABELS = 'a list of names, or of whole numbers, one for each example';
const MOST_LABELS = 1000;
const MOST_EXAMPLES = 100_000;
const encoder = new TextEncoder();

/** @param {unknown} label */
const isLabel = (label) =>
  (typeof label === 'string' && label.trim() !== '' && !/[\t\n\r\0]/.test(label)) ||
  (Number.isInteger(label) && Number(label) >= 0);

/**
 * Sorts numeric labels in rising order and keeps names in the order of their first appearance.
 * @param {string} name @param {unknown} given @param {number} count number of examples
 */
function packLabels(name, given, count) {
  const isList = Array.isArray(given) || given instanceof Uint8Array;
  if (!isList || given.length !== count) throw badParameter(`${name}.labels`, given, LABELS);
  /** @type {unknown[]} */
  const list = Array.from(given);
  const wrong = list.find((label) => !isLabel(label));
  if (wrong !== undefined) throw badParameter(`${name}.labels`, wrong, LABELS);
  const labels = [...new Set(list.map(String))];
  if (labels.every((label) => /^\d+$/.test(label))) labels.sort((a, b) => Number(a) - Number(b));
  if (labels.length > MOST_LABELS) {
    throw tooLarge(`${name}.labels`, labels.length, `at most ${MOST_LABELS} different labels`);
  }
  const places = new Map(labels.map((label, i) => [label, i]));
  return { labels, targets: Int32Array.from(list, (label) => Number(places.get(String(label)))) };
}

/** @param {string} parameter @param {number} value @param {string} permitted */
function tooLarge(parameter, value, permitted) {
  return new PreformerError({
    code: 'TooLarge',
    message: `${parameter} may hold ${permitted}; there are ${value}. Leave some out.`,
    parameter,
    value: String(value),
    permitted,
  });
}

/** Rejects a picture without ink: it has no features to learn or to classify. */
function checkInk(
  /** @type {string} */ name,
  /** @type {Uint8Array | Uint8ClampedArray} */ pixels,
  /** @type {number} */ size,
) {
  for (let start = 0; start < pixels.length; start += size) {
    let at = start;
    while (at < start + size && pixels[at] === 0) at++;
    if (at < start + size) continue;
    const place = `image ${1 + start / size}`;
    throw new PreformerError({
      code: 'BadParameter',
      message: `The picture is blank (${place} of ${name}). Draw something on it, or leave it out.`,
      parameter: name,
      value: place,
      permitted: 'pictures with ink',
    });
  }
}

/**
 * @param {string} name @param {unknown} pixels
 * @param {{width: number, height: number}} size
 * @returns {Uint8Array<ArrayBuffer>}
 */
function packPixels(name, pixels, { width, height }) {
  const isBytes = pixels instanceof Uint8Array || pixels instanceof Uint8ClampedArray;
  if (!isBytes || pixels.length === 0 || pixels.length % (width * height) !== 0) {
    const permitted = `a Uint8Array of ${width} × ${height} numbers for each image`;
    const value = isBytes ? `${pixels.length} numbers` : pixels;
    throw badParameter(`${name}.pixels`, value, permitted);
  }
  const count = pixels.length / (width * height);
  if (count > MOST_EXAMPLES) throw tooLarge(name, count, `at most ${MOST_EXAMPLES} images`);
  checkInk(name, pixels, width * height);
  return new Uint8Array(pixels);
}

/**
 * The picture size of the model, or the size given with the examples.
 * @param {string} name
 * @param {object} given
 * @param {Size} [size]
 */
function sizeOf(name, given, size) {
  const { width = size?.width ?? 28, height = size?.height ?? 28 } = /** @type {Partial<Size>} */ (
    given
  ); // checked below
  checkValue(`${name}.width`, width, imageSides.width);
  checkValue(`${name}.height`, height, imageSides.height);
  if (size && width !== size.width) {
    throw badParameter(`${name}.width`, width, `${size.width}, as the model's images`);
  }
  if (size && height !== size.height) {
    throw badParameter(`${name}.height`, height, `${size.height}, as the model's images`);
  }
  return { width, height };
}

/** @typedef {{width: number, height: number}} Size */

/**
 * @param {string} name @param {unknown} given @param {Size} [size] the picture size of the model
 * @returns {Packed & Size}
 */
export function packImages(name, given, size) {
  if (given === null || typeof given !== 'object' || !('pixels' in given)) {
    throw badParameter(name, given, 'labelled images: { pixels, labels, width, height }');
  }
  checkNames(given, ['pixels', 'labels', 'width', 'height']);
  const { width, height } = sizeOf(name, given, size);
  const pixels = packPixels(name, given.pixels, { width, height });
  const count = pixels.length / (width * height);
  const labels = 'labels' in given ? given.labels : undefined;
  return { name, pixels, width, height, ...packLabels(name, labels, count) };
}

/** @param {string} name @param {unknown} given @returns {Promise<Packed>} */
async function packSentences(name, given) {
  const none = { name, labels: [], targets: new Int32Array() };
  if (typeof given === 'string') return { ...none, lines: encoder.encode(given) };
  if (given !== null && typeof given === 'object') {
    if ('bytes' in given) {
      checkNames(given, ['bytes', 'encoding']);
      const { readText } = await part(() => import('./read-text.js'));
      const file = /** @type {import('./types.js').TextFile} */ (given); // checked by readText()
      const { bytes } = await readText(file.bytes, { encoding: file.encoding, name });
      return { ...none, lines: bytes };
    }
    if ('sentences' in given) {
      checkNames(given, ['sentences', 'labels']);
      const sentences = joinSentences(`${name}.sentences`, given.sentences);
      const length = Array.isArray(given.sentences) ? given.sentences.length : 0;
      const labels = 'labels' in given ? given.labels : undefined;
      return { name, sentences, ...packLabels(name, labels, length) };
    }
  }
  const permitted = 'lines of label, tab, sentence; {bytes} of such lines; or {labels, sentences}';
  throw badParameter(name, given, permitted);
}

/**
 * Packs pictures or sentences without labels, for classification.
 * @param {string} name @param {unknown} given @param {Size | undefined} size size of the pictures
 * @returns {Packed}
 */
export function packInputs(name, given, size) {
  const none = { name, labels: [], targets: new Int32Array() };
  if (!size) {
    const list = typeof given === 'string' ? [given] : given;
    if (Array.isArray(list) && list.length === 0) {
      throw badParameter(name, list, 'a sentence or more');
    }
    return { ...none, sentences: joinSentences(name, list) };
  }
  const isObject = given !== null && typeof given === 'object' && 'pixels' in given;
  if (isObject) {
    checkNames(given, ['pixels', 'width', 'height']);
    sizeOf(name, given, size);
  }
  return { ...none, ...size, pixels: packPixels(name, isObject ? given.pixels : given, size) };
}

/**
 * Packs examples of the kind that the model accepts.
 * @param {{kind?: string, width?: number, height?: number}} info info of the model; models of words
 *   accept sentences
 * @param {string} name @param {unknown} given
 */
export async function packFor({ kind, width, height }, name, given) {
  return kind === 'images'
    ? packImages(name, given, { width: Number(width), height: Number(height) })
    : packSentences(name, given);
}

/** The buffers that can be transferred to the worker. @param {Packed} packed */
export const buffersOf = ({ targets, pixels, lines }) =>
  [targets, pixels, lines].flatMap((part) => (part ? [part.buffer] : []));
