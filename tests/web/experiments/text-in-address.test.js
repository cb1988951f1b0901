import { expect, it } from 'vitest';
import { Random } from '../../../web/corpora/random.js';
import { inOtherLanguage, readExperiment } from '../../../web/src/experiments/address.js';
import {
  AddressTexts,
  packTexts,
  unpackedText,
} from '../../../web/src/experiments/text-in-address.js';

const noise = (/** @type {number} */ length) => {
  const random = new Random(1);
  const signs = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
  return Array.from({ length }, () => random.pick(signs)).join('');
};

it('texts come back from an address; none stays none', async () => {
  const texts = ['苹果 是 水果\n香蕉 也 是\n', 'a king & a queen\r\n'];
  const packed = await packTexts(texts);
  expect(await Promise.all((packed ?? []).map(unpackedText))).toEqual(texts);
  expect(await packTexts(['', texts[1]])).toEqual(['', packed?.[1]]);
  expect(await unpackedText('')).toBe('');
});

it('texts that are too long for a link together are left out together', async () => {
  const long = noise(20_000);
  expect(await packTexts([long])).toHaveLength(1);
  expect(await packTexts([long, long])).toBe(null);
  expect(await packTexts([noise(60_000), 'short'])).toBe(null);
});

it('a damaged, a cut and a malicious text are named', async () => {
  const [packed] = (await packTexts([noise(900)])) ?? [];
  for (const bad of ['%%%', packed.slice(0, -40)]) {
    await expect(unpackedText(bad)).rejects.toMatchObject({ code: 'BrokenLink' });
  }
  const huge = new Blob([new Uint8Array(1_000_001)]).stream();
  const bomb = await new Response(huge.pipeThrough(new CompressionStream('deflate-raw'))).bytes();
  const text = Buffer.from(bomb).toString('base64url');
  await expect(unpackedText(text)).rejects.toMatchObject({ code: 'LinkTooLarge' });
});

it('an address is written and read; of two readings the later one counts', async () => {
  const texts = new AddressTexts(['first', 'second']);
  expect(await texts.pack(['a b', 'c d'])).toBe(true);
  const fields = new Map(Object.entries(texts.fields));
  expect(texts.differ(fields)).toBe(false);
  const other = new AddressTexts(['first', 'second']);
  expect(other.differ(fields)).toBe(true);
  const overtaken = other.read(new Map([['first', '%%%']]));
  expect(await other.read(fields)).toEqual(['a b', 'c d']);
  expect(await overtaken).toBe(null);
  expect(other).toMatchObject({ broken: '', tooLong: false, packed: texts.packed });
  const packing = other.pack(['x', 'y']);
  expect(await other.read(fields)).toEqual(['a b', 'c d']);
  expect(await packing).toBe(false);
});

it('an address says what is wrong with its text until there is another', async () => {
  const texts = new AddressTexts(['text']);
  expect(await texts.read(new Map([['text', '%%%']]))).toBe(null);
  expect(texts.broken).toBe('BrokenLink');
  await texts.pack([noise(60_000)]);
  expect(texts).toMatchObject({ broken: '', tooLong: true, fields: { text: '' } });
  await texts.pack(['short']);
  expect(texts.tooLong).toBe(false);
});

it('the other language keeps a text of the reader and its question, but no words of ours', () => {
  const own = '#v=1&experiment=sentences&kind=pair&words=a,b&text=abc';
  expect(inOtherLanguage(own)).toBe(own);
  expect(inOtherLanguage('#v=1&experiment=sentences&kind=pair&words=a,b')).toBe(
    '#v=1&experiment=sentences',
  );
  expect(inOtherLanguage('#v=1')).toBe('');
  expect(readExperiment(own).fields.get('text')).toBe('abc');
});
