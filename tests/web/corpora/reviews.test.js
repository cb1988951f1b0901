import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writePrepared } from '../../../web/corpora/prepare-reviews.js';
import { generateReviews, reviewLexicons } from '../../../web/corpora/reviews.js';
import { Counts, linesOf, sha256, wordsOf } from './counting.js';

/** The first 16 hexadecimal digits of SHA-256 of text, pool and test, seeds 1 to 3. */
const golden = {
  1: {
    en: ['80f249b61c57d2ee', 'f4f93af11216f108', '3a50944e1ce3268a'],
    zh: ['a031bb64c1c2a256', 'efbd96e0bdc093b9', '67029dd7211c54dc'],
  },
  2: {
    en: ['df666f496985cff1', 'c41d9c686981f6c0', '03ea3c2ea1ecf6f9'],
    zh: ['5cf07697760939e2', 'a853a56fe5ca36c8', '46c92e3e7b67a403'],
  },
};

/** @param {string} text 'label\treview' lines */
const labelled = (text) =>
  linesOf(text).map((line) => {
    const [label, review] = line.split('\t');
    return { label, review };
  });

describe.each(/** @type {const} */ (['en', 'zh']))('reviews, %s', (language) => {
  const made = generateReviews({ language });
  const { words, labels, things } = reviewLexicons[language];
  const lines = linesOf(made.text);
  const pool = labelled(made.pool);
  const test = labelled(made.test);

  it.each([1, 2, 3])('is the same for seed %i in every engine and version', (seed) => {
    for (const edition of /** @type {const} */ ([1, 2])) {
      const { text, pool, test } = generateReviews({ language, seed, edition });
      expect(sha256(text + pool + test)).toBe(golden[edition][language][seed - 1]);
    }
  });

  it('has the promised sizes, both classes in equal parts', () => {
    expect(lines).toHaveLength(5000);
    expect(wordsOf(made.text).length).toBeLessThan(61_000);
    expect(made.labels).toEqual([labels.good, labels.bad]);
    for (const label of made.labels) {
      expect(pool.filter((line) => line.label === label)).toHaveLength(100);
      expect(test.filter((line) => line.label === label)).toHaveLength(300);
    }
    const small = generateReviews({ language, sentences: 10, labelled: 3, tested: 2 });
    expect([small.text, small.pool, small.test].map((part) => linesOf(part).length)).toEqual([
      10, 6, 4,
    ]);
  });

  it('holds words, commas and single spaces only; the text holds no label', () => {
    for (const line of [...lines, ...pool.map(({ review }) => review)]) {
      expect(line).toMatch(/^[\p{L}\p{M}]+( ([\p{L}\p{M}]+|[,，]))+$/u);
    }
    for (const word of wordsOf(made.text)) expect(made.labels).not.toContain(word);
  });

  it('no review occurs twice, in one part or in two', () => {
    const all = [...lines, ...pool.map(({ review }) => review), ...test.map((t) => t.review)];
    expect(new Set(all).size).toBe(all.length);
  });

  it('has 40 words a class, all different; a few frequent, many rare', () => {
    expect(new Set([...words.good, ...words.bad]).size).toBe(80);
    const counts = new Counts(made.text);
    for (const list of [words.good, words.bad]) {
      expect(list).toHaveLength(40);
      const found = list.map((word) => counts.of(word));
      const all = found.reduce((sum, count) => sum + count, 0);
      expect(found[0] / all).toBeGreaterThan(0.07);
      expect(found.slice(20).reduce((sum, count) => sum + count, 0) / all).toBeLessThan(0.2);
      expect(Math.min(...found)).toBeGreaterThan(0);
    }
  });

  it('a test asks for words that the text holds', () => {
    const known = new Set(wordsOf(made.text));
    for (const { review } of [...pool, ...test]) {
      for (const word of review.split(' ')) expect(known).toContain(word);
    }
  });

  it('most words say what their review says; in three of ten reviews one does not', () => {
    const share = (/** @type {(mixed: boolean) => boolean} */ wanted) =>
      test.filter(({ label, review }) => {
        const against = label === labels.good ? words.bad : words.good;
        return wanted(review.split(' ').some((word) => against.includes(word)));
      }).length / test.length;
    expect(share((mixed) => mixed)).toBeCloseTo(0.3, 5);
    for (const { label, review } of test) {
      const tokens = review.split(' ');
      const count = (/** @type {string[]} */ list) => tokens.filter((w) => list.includes(w)).length;
      const [mine, other] = [count(words.good), count(words.bad)];
      const lead = label === labels.good ? mine - other : other - mine;
      expect(lead).toBeGreaterThan(0);
      expect(Math.min(mine, other)).toBeLessThan(2);
    }
  });

  it('what is judged tells nothing about the class', () => {
    const { text, pool: many } = generateReviews({ language, sentences: 1, labelled: 3000 });
    expect(linesOf(text)).toHaveLength(1);
    for (const thing of things) {
      const among = labelled(many).filter(({ review }) => review.split(' ').includes(thing));
      const good = among.filter(({ label }) => label === labels.good).length;
      expect(Math.abs(good / among.length - 0.5)).toBeLessThan(0.03);
    }
  });
});

describe('bad parameters', () => {
  it.each([
    ['language', 'fr'],
    ['seed', 1.5],
    ['sentences', 0],
    ['labelled', 0],
    ['tested', 6000],
    ['edition', 0],
  ])('%s = %j is refused by name and value', (parameter, value) => {
    expect(() => generateReviews({ [parameter]: value })).toThrow(
      expect.objectContaining({ code: 'BadParameter', parameter, value: String(value) }),
    );
  });
});

describe('prepared files', () => {
  it('are the reviews of seed 1, written once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reviews-'));
    try {
      expect(await writePrepared(folder)).toBe(true);
      expect(await writePrepared(folder)).toBe(false);
      const read = async (/** @type {string} */ name) =>
        gunzipSync(await readFile(join(folder, `${name}.txt.gz`))).toString();
      const { text, pool, test } = generateReviews({ language: 'zh' });
      expect(await read('reviews-zh')).toBe(text);
      expect(await read('reviews-zh-pool')).toBe(pool);
      expect(await read('reviews-zh-test')).toBe(test);
      expect(await read('reviews-en')).toBe(generateReviews({ language: 'en' }).text);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
