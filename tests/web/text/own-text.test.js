// @ts-nocheck: fakes and wrong values on purpose
import { describe, expect, it } from 'vitest';
import { MAX_LINK_CHARACTERS, packText, unpackText } from '../../../web/src/link/text-link.js';
import {
  beginning,
  MAX_BYTES,
  ownText,
  ownTextFromFile,
  ownTextFromString,
} from '../../../web/src/text/own-text.js';
import { suggestCut } from '../../../web/src/text/script.js';

describe('suggestCut', () => {
  it.each([
    ['The king sat. The queen stood.', 'words', 'stops', 'other'],
    ['one two three\nfour five six\nseven', 'words', 'lines', 'other'],
    ['我喜欢吃苹果。他喜欢喝水。我们一起去北京旅游。', 'segmenter', 'stops', 'zh'],
    ['国王 坐 在 王座 上\n王后 戴 着 王冠\n他们 住 在 宫殿', 'space', 'lines', 'zh'],
    ['私はりんごを食べました。', 'segmenter', 'stops', 'ja'],
    ['แมวชอบกินปลา หมาชอบกินกระดูก\nวันนี้อากาศดีมาก', 'segmenter', 'lines', 'th'],
    ['แมว ชอบ กิน ปลา\nหมา ชอบ กิน กระดูก', 'space', 'lines', 'th'],
    ['ຂ້ອຍມັກກິນເຂົ້າແລະປາ', 'segmenter', 'lines', 'lo'],
    ['ខ្ញុំចូលចិត្តអានសៀវភៅ។', 'segmenter', 'stops', 'km'],
    ['ကျွန်တော် စာအုပ်ဖတ်ရတာ ကြိုက်တယ်။', 'segmenter', 'stops', 'my'],
    ['བོད་སྐད་ཀྱི་ཚིག་གྲུབ།', 'segmenter', 'stops', 'bo'],
    ['', 'words', 'lines', 'other'],
  ])('%s', (text, tokenizer, sentences, language) => {
    expect(suggestCut(text, true)).toEqual({ tokenizer, sentences, language });
  });

  it('falls back to words where only a segmenter could cut, and none is there', () => {
    expect(suggestCut('แมวชอบกินปลา', false).tokenizer).toBe('words');
  });

  it('falls back to characters where there is no segmenter', () => {
    expect(suggestCut('我喜欢吃苹果，他喜欢喝水', false).tokenizer).toBe('characters');
  });

  it('takes 10 MB without a line break in its stride', () => {
    const start = performance.now();
    suggestCut('word '.repeat(2_000_000));
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('a file', () => {
  const fileOf = (/** @type {BlobPart} */ content) => new File([content], 'words.txt');

  it.each([
    ['\r\n', 'of Windows'],
    ['\r', 'of old Macs'],
    ['\n', 'of Unix'],
  ])('with line ends %j %s is what a text field shows of it', async (end) => {
    const text = await ownTextFromFile(fileOf(['the cat', 'the dog', ''].join(end)));
    expect(text.name).toBe('words.txt');
    expect(new TextDecoder().decode(text.bytes)).toBe('the cat\nthe dog\n');
    expect(text.suggestion.sentences).toBe('lines');
    expect(text.decoded).toMatchObject({ encoding: 'utf-8', all: [] });
  });
});

describe('ownText', () => {
  it('keeps bytes, broken ones included', () => {
    const bytes = new Uint8Array([0x61, 0xff, 0x00, 0x20, 0xe4]);
    expect(ownText('junk.bin', bytes).bytes).toBe(bytes);
    expect(beginning(bytes)).toContain('a');
  });

  it('replaces lone surrogates as UTF-8 demands', () => {
    expect([...ownTextFromString('', '\ud800').bytes]).toEqual([0xef, 0xbf, 0xbd]);
  });

  it('refuses what is larger than the page can take', () => {
    const huge = { length: MAX_BYTES + 1 };
    expect(() => ownText('huge', huge)).toThrow(expect.objectContaining({ code: 'TooLarge' }));
  });
});

describe('a text in a link', () => {
  const text = '国王 坐 在 王座 上。\n'.repeat(50);

  it('comes back as it went', async () => {
    const packed = await packText(new TextEncoder().encode(text));
    expect(packed).toMatch(/^[\w-]+$/);
    expect(packed.length).toBeLessThan(200);
    const { bytes } = await unpackText(packed);
    expect(new TextDecoder().decode(bytes)).toBe(text);
  });

  it('stays out when it is long', async () => {
    const random = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919 * (i % 251)) % 256);
    const packed = await packText(random);
    expect(packed.length).toBeLessThanOrEqual(MAX_LINK_CHARACTERS);
    expect(await packText(new Uint8Array(1_000_001))).toBe('');
  });

  it.each(['', '%%%', 'abc', 'AAAA', '<script>', '_'.repeat(500)])('broken: %s', async (junk) => {
    const { bytes, problem } = await unpackText(junk);
    expect(problem === 'BrokenLink' || bytes instanceof Uint8Array).toBe(true);
  });

  it('does not unpack a bomb of a gigabyte', async () => {
    let left = 1024;
    const megabyte = new Uint8Array(1024 * 1024);
    const zeros = new ReadableStream({
      pull: (control) => (left-- > 0 ? control.enqueue(megabyte) : control.close()),
    });
    const stream = zeros.pipeThrough(new CompressionStream('deflate-raw'));
    const packed = Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
    expect(packed.length).toBeGreaterThan(1_000_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await unpackText(packed)).toEqual({ problem: 'LinkTooLarge' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64e6);
  });

  it('says that half a text is broken', async () => {
    const packed = await packText(new TextEncoder().encode(text));
    const half = packed.slice(0, packed.length / 2);
    expect(await unpackText(half)).toEqual({ problem: 'BrokenLink' });
  });
});
