import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { loadDigits, pickDigits } from '../../../web/corpora/digits.js';
import {
  HEADER_BYTES,
  packImages,
  readHeader,
  unpackImages,
} from '../../../web/corpora/digits-file.js';
import { prepareDigits, writePrepared } from '../../../web/corpora/prepare-digits.js';

const packed = /** @type {Uint8Array<ArrayBuffer>} */ (await prepareDigits());
const digits = await loadDigits({
  fetch: async () => new Response(gzipSync(packed, { level: 1 })),
});
const { pixels, labels, splits, width, height } = digits;
const size = width * height;

/** @param {ArrayLike<number>} indices @returns {number[]} how many of each digit */
function counts(indices) {
  const found = Array(10).fill(0);
  for (const i of Array.from(indices)) found[labels[i]]++;
  return found;
}

describe('the digits', () => {
  it('are 10,000 images of 28 × 28, parted once', () => {
    expect([width, height, labels.length, pixels.length]).toEqual([28, 28, 10_000, 7_840_000]);
    const all = Object.values(splits).flatMap((part) => [...part]);
    expect(new Set(all).size).toBe(10_000);
    expect(all).toHaveLength(10_000);
  });

  it('give A the digits 0 to 4 and B the digits 5 to 9', () => {
    expect(counts(splits.heldoutA)).toEqual([100, 100, 100, 100, 100, 0, 0, 0, 0, 0]);
    expect(counts(splits.pool)).toEqual([0, 0, 0, 0, 0, 150, 150, 150, 150, 150]);
    expect(splits.pretrain.length).toBeGreaterThan(4600);
    expect(counts(splits.pretrain).slice(5)).toEqual([0, 0, 0, 0, 0]);
    expect(counts(splits.test).slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
  });

  it('stand in a mixed order: every class comes early in every part', () => {
    for (const part of Object.values(splits)) {
      expect(counts(part.subarray(0, 60)).filter((n) => n > 0)).toHaveLength(5);
    }
  });

  it('are drawn as MNIST is: paper 0, ink up to 255, within the middle 20 × 20 or so', () => {
    let ink = 0;
    let border = 0;
    for (let i = 0; i < pixels.length; i++) {
      const [x, y] = [i % width, Math.floor((i % size) / width)];
      ink += pixels[i];
      if (Math.min(x, y, width - 1 - x, height - 1 - y) < 1) border += pixels[i];
    }
    expect(ink / pixels.length).toBeGreaterThan(25);
    expect(ink / pixels.length).toBeLessThan(45);
    expect(border / ink).toBeLessThan(0.001);
    expect(pixels.reduce((most, v) => Math.max(most, v), 0)).toBe(255);
  });

  it('keep their pixels to 16 greys', async () => {
    const original = JSON.parse(
      await readFile(new URL(import.meta.resolve('mnist/src/digits/7.json')), 'utf8'),
    ).data;
    const known = new Map();
    for (let i = 0; i < original.length; i += size) {
      const image = original.slice(i, i + size);
      known.set(image.map((/** @type {number} */ v) => Math.round(v * 15)).join(), image);
    }
    const sevens = Array.from(labels.keys()).filter((i) => labels[i] === 7);
    expect(sevens).toHaveLength(original.length / size);
    for (const i of sevens) {
      const key = Array.from(pixels.subarray(i * size, (i + 1) * size), (v) => v / 17).join();
      expect(known.has(key)).toBe(true);
    }
  });

  it('come with source and licence', () => {
    expect(digits.source).toMatchObject({ title: 'MNIST', url: expect.stringMatching(/^https:/) });
    expect(digits.licence).toMatchObject({
      name: 'CC BY-SA 3.0',
      packaging: /** @type {any} */ (expect.stringContaining('MIT')),
    });
  });

  it('can be picked as examples', () => {
    const [a, b] = [splits.pool[3], splits.test[5]];
    const picked = pickDigits(digits, [a, b]);
    expect(picked).toMatchObject({ width: 28, height: 28 });
    expect([...picked.labels]).toEqual([labels[a], labels[b]]);
    expect(picked.pixels.subarray(size)).toEqual(pixels.subarray(b * size, (b + 1) * size));
  });
});

describe('the file', () => {
  const images = {
    width: 3,
    height: 2,
    classes: 4,
    labels: Uint8Array.of(3, 0, 1, 1),
    pixels: Uint8Array.from({ length: 24 }, (_, i) => 17 * (i % 16)),
    sizes: [1, 0, 2, 1],
  };

  it('gives back what was packed, some images at a time', () => {
    const bytes = packImages(images);
    const header = readHeader(bytes);
    expect(header).toEqual({ ...images, pixels: undefined, count: 4 });
    const found = new Uint8Array(24);
    unpackImages(bytes, header, found, 0, 3);
    expect([...found.subarray(18)]).toEqual([0, 0, 0, 0, 0, 0]);
    unpackImages(bytes, header, found, 3, 4);
    expect(found).toEqual(images.pixels);
  });

  it('is below a megabyte, and is written once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'preformer-'));
    try {
      const file = join(folder, 'digits.bin.gz');
      expect(await writePrepared(folder)).toBe(true);
      expect((await stat(file)).size).toBeLessThan(900_000);
      expect(gunzipSync(await readFile(file)).equals(packed)).toBe(true);
      expect(await writePrepared(folder)).toBe(false);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  /** @type {[string, (bytes: Uint8Array) => Uint8Array][]} */
  const damages = [
    ['empty', () => new Uint8Array()],
    ['cut short', (bytes) => bytes.subarray(0, -1)],
    ['too long', (bytes) => Uint8Array.of(...bytes, 0)],
    ['another kind of file', (bytes) => bytes.with(0, 65)],
    ['an odd height', (bytes) => bytes.with(12, 3)],
    ['parts that do not add up', (bytes) => bytes.with(24, 2)],
    ['a label out of range', (bytes) => bytes.with(HEADER_BYTES, 4)],
  ];
  it.each(damages)('%s: refused', (_, damage) => {
    expect(() => readHeader(damage(packImages(images)))).toThrow(/not a file of images|label/);
  });
});

describe('loadDigits', () => {
  it('reads the prepared file once it is built, wherever it stands', async () => {
    const fetched = vi.fn(async (/** @type {any} */ _url) => new Response(packed));
    expect((await loadDigits({ fetch: fetched })).labels).toEqual(labels); // unpacked on its way
    expect(String(fetched.mock.calls[0][0])).toMatch(/prepared\/digits\.bin\.gz$/);
  });

  it.each([
    ['a missing file', async () => new Response('no', { status: 404 }), '404'],
    ['a lost connection', async () => Promise.reject(new TypeError('network down')), 'network'],
    ['a file cut short', async () => new Response(gzipSync(packed).subarray(0, 500)), ''],
    ['a page instead of the file', async () => new Response('<!doctype html>'), 'not a file'],
  ])('%s is an error that says what to do', async (_, fetched, reason) => {
    await expect(loadDigits({ fetch: fetched })).rejects.toMatchObject({
      code: 'EngineFailure',
      parameter: 'examples',
      message: expect.stringMatching(new RegExp(`${reason}.*try again`)),
    });
  });
});
