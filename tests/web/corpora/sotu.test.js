import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  prepareAddress,
  prepareStateOfTheUnion,
  splitAfter,
  writePrepared,
} from '../../../web/corpora/prepare-sotu.js';
import { loadStateOfTheUnion } from '../../../web/corpora/state-of-the-union.js';

describe('prepareAddress', () => {
  /** @type {[string, string, string[]][]} */
  const cases = [
    [
      'one sentence a line',
      'We met. They left! Why? Nobody knows.',
      ['we met', 'they left', 'why', 'nobody knows'],
    ],
    [
      'letters only',
      'In 1790 we paid $3,000,000 (three per cent.) — “gladly”.',
      ['in we paid three per cent gladly'],
    ],
    [
      'abbreviations and initials end nothing',
      'Mr. Speaker, Gen. U. S. Grant is here. He rose.',
      ['mr speaker gen u s grant is here', 'he rose'],
    ],
    [
      'a decimal point ends nothing',
      'It grew by 2.5 percent. Good.',
      ['it grew by percent', 'good'],
    ],
    ['quotes after the stop', 'He said “Go.” Then he went.', ['he said go', 'then he went']],
    [
      'apostrophes',
      "The Nation’s men don't wait; it’s time, let's go, Congress' will.",
      ['the nation men dont wait it is time let us go congress will'],
    ],
    ['accents', 'Señor Nicolás came.', ['senor nicolas came']],
    [
      'stage directions',
      'Thank you. (Applause.) Thank you [laughter] all.',
      ['thank you', 'thank you all'],
    ],
    ['nothing to keep', '1,234. 56! …', []],
    ['empty', '', []],
  ];
  it.each(cases)('%s', (_, text, lines) => expect(prepareAddress(text)).toEqual(lines));
});

describe('splitAfter', () => {
  const text = 'a b c\nd\ne f\n';
  it.each([
    [0, 0],
    [1, 1],
    [3, 1],
    [4, 2],
    [5, 3],
    [99, 3],
  ])('after %i words: %i sentences', (words, sentences) => {
    const { training, heldout } = splitAfter(text, words);
    expect(training + heldout).toBe(text);
    expect(training.split('\n').length - 1).toBe(sentences);
  });
});

describe('the prepared corpus', async () => {
  const text = await prepareStateOfTheUnion();
  const { training, heldout } = splitAfter(text);

  it('is what the preset promises', async () => {
    const { presets } = await import('../../../web/corpora/index.js');
    const { sizes } = presets.find(({ id }) => id === 'state-of-the-union') ?? {};
    const lines = training.trimEnd().split('\n');
    const words = lines.flatMap((line) => line.split(' '));
    expect({
      sentences: lines.length,
      tokens: words.length,
      vocabulary: new Set(words).size,
    }).toEqual(sizes);
    expect(text).toMatch(/^(?:[a-z]+(?: [a-z]+)*\n)+$/);
  });

  it('is written packed, once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'preformer-'));
    try {
      const deep = join(folder, 'deep');
      const read = async (/** @type {string} */ name) =>
        gunzipSync(await readFile(join(deep, name))).toString();
      expect(await writePrepared(deep)).toBe(true);
      expect(await read('state-of-the-union.txt.gz')).toBe(training);
      expect(await read('state-of-the-union-heldout.txt.gz')).toBe(heldout);
      expect(await writePrepared(deep)).toBe(false);
      await rm(join(deep, 'state-of-the-union-heldout.txt.gz'));
      expect(await writePrepared(deep)).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('loadStateOfTheUnion', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['as stored', gzipSync('we the people\n')],
    ['already unpacked by the browser', Buffer.from('we the people\n')],
  ])('reads the file %s', async (_, bytes) => {
    const fetched = vi.fn(async () => new Response(bytes));
    expect(await loadStateOfTheUnion({ fetch: fetched })).toBe('we the people\n');
  });

  it('reads the held-out part from a file of its own', async () => {
    const fetched = vi.fn(async (/** @type {any} */ _url) => new Response('we the people\n'));
    await loadStateOfTheUnion({ fetch: fetched, part: 'heldout' });
    expect(String(fetched.mock.calls[0][0])).toMatch(/state-of-the-union-heldout\.txt\.gz$/);
  });

  it.each([
    ['a missing file', async () => new Response('no', { status: 404 }), '404'],
    [
      'a lost connection',
      async () => Promise.reject(new TypeError('network down')),
      'network down',
    ],
    ['a file cut short', async () => new Response(gzipSync('we the people').subarray(0, 15)), ''],
    [
      'a page instead of the file',
      async () => new Response('<!doctype html><p>Sign in'),
      'not the corpus',
    ],
  ])('%s is an error that says what to do', async (_, fetched, reason) => {
    await expect(loadStateOfTheUnion({ fetch: fetched })).rejects.toMatchObject({
      code: 'EngineFailure',
      parameter: 'corpus',
      message: expect.stringMatching(new RegExp(`${reason}.*try again`)),
    });
  });
});
