#!/usr/bin/env node
/**
 * Packs 10,000 handwritten digits into one file. The build runs this script:
 *
 *   node web/corpora/prepare-digits.js [FOLDER]     default: prepared/ beside this file
 *
 * The package mnist contains one JSON file per digit, {data: numbers}, with 784 numbers per image
 * from 0 (paper) to 1 (ink) with three decimals. The images are shuffled and divided here once, so
 * that the page and the command line train and test on the same ones:
 *
 *   pretrain   digits 0–4, on which model A is trained
 *   heldoutA   digits 0–4, 100 of each, on which A is not trained
 *   pool       digits 5–9, 150 of each, from which model B's few labels are drawn
 *   test       digits 5–9, all others
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PARTS, packImages } from './digits-file.js';
import { prepareFiles, runAsScript } from './prepare.js';
import { Random } from './random.js';

const SIDE = 28;
const CLASSES = 10;
const FIRST_OF_B = 5;
const HELD_OUT = 100; // of each digit 0–4
const POOL = 150; // of each digit 5–9
const SEED = 1;

/** @param {number} digit @returns {Promise<number[][]>} its images, numbers of 0 to 255 */
async function readDigit(digit) {
  const home = dirname(createRequire(import.meta.url).resolve('mnist/package.json'));
  const { data } = JSON.parse(await readFile(join(home, 'src/digits', `${digit}.json`), 'utf8'));
  const size = SIDE * SIDE;
  return Array.from({ length: data.length / size }, (_, i) =>
    data.slice(i * size, (i + 1) * size).map((/** @type {number} */ ink) => Math.round(ink * 255)),
  );
}

/** @returns {Promise<Uint8Array>} */
export async function prepareDigits() {
  const random = new Random(SEED);
  /** @type {Record<typeof PARTS[number], {label: number, image: number[]}[]>} */
  const parts = { pretrain: [], heldoutA: [], pool: [], test: [] };
  for (let label = 0; label < CLASSES; label++) {
    const images = random.shuffle(await readDigit(label));
    const [few, rest, count] =
      label < FIRST_OF_B
        ? [parts.heldoutA, parts.pretrain, HELD_OUT]
        : [parts.pool, parts.test, POOL];
    few.push(...images.slice(0, count).map((image) => ({ label, image })));
    rest.push(...images.slice(count).map((image) => ({ label, image })));
  }
  const all = PARTS.flatMap((part) => random.shuffle(parts[part]));
  return packImages({
    width: SIDE,
    height: SIDE,
    classes: CLASSES,
    labels: Uint8Array.from(all, ({ label }) => label),
    pixels: Uint8Array.from(all.flatMap(({ image }) => image)),
    sizes: PARTS.map((part) => parts[part].length),
  });
}

/** @param {string} folder @returns {Promise<boolean>} whether the file was written */
export function writePrepared(folder) {
  return prepareFiles(folder, ['digits.bin.gz'], import.meta.url, async () => [
    await prepareDigits(),
  ]);
}

await runAsScript(import.meta.url, writePrepared);
