// @ts-nocheck: fakes and wrong values on purpose
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { errorText } from '../../../web/src/i18n/errors.js';
import * as format from '../../../web/src/i18n/format.js';
import { preferredLanguage, setLanguage, t } from '../../../web/src/i18n/index.js';

/** All pages' messages: every file of the folder that is named by a language. */
const files = import.meta.glob('../../../web/src/i18n/*.js', { eager: true });
const tables = (language) =>
  Object.entries(files)
    .filter(([path]) => new RegExp(`[-/]${language}\\.js$`).test(path))
    .map(([path, module]) => [path.replace(/(en|zh)\.js$/, ''), Object.values(module)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, tables]) => tables);
const en = Object.assign({}, ...tables('en'));
const zh = Object.assign({}, ...tables('zh'));

const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

afterEach(() => setLanguage('en'));

describe('the two languages', () => {
  it('have the same keys in the same order', () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });

  it.each(Object.keys(en))('%s takes the same values', (key) => {
    expect([...new Set(placeholders(zh[key]))]).toEqual([...new Set(placeholders(en[key]))]);
  });

  it('Chinese is punctuated in full width', () => {
    for (const [key, text] of Object.entries(zh)) {
      const bare = text.replace(/\{\w+\}/g, '词');
      expect(/\p{Script=Han}[,;!?]|\p{Script=Han}\.(\s|$)|\p{Script=Han}: /u.test(bare), key).toBe(
        false,
      );
      expect(/\p{Script=Han}[()]\p{Script=Han}/u.test(bare), key).toBe(false);
    }
  });

  it('every key that is asked for exists', () => {
    const folder = join(process.cwd(), 'web/src');
    const asked = readdirSync(folder, { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .flatMap((source) => [...source.matchAll(/\bt\('([\w.-]+)'/g)].map((m) => m[1]));
    expect(asked.length).toBeGreaterThan(80);
    for (const key of asked) expect(en, key).toHaveProperty([key]);
  });
});

describe('t', () => {
  it('fills in values and does not touch what looks like a placeholder in them', () => {
    expect(t('ask.oddAnswer', { word: '{word}' })).toBe('‘{word}’ does not belong');
  });

  it('shows the key when there is no message', () => {
    expect(t('no.such.key')).toBe('no.such.key');
  });
});

describe('preferredLanguage', () => {
  it.each([
    [['zh-CN', 'en'], 'zh'],
    [['zh-Hant-TW'], 'zh'],
    [['de', 'zh-CN', 'en'], 'zh'],
    [['en-GB', 'zh'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('%o → %s', (wanted, expected) => {
    expect(preferredLanguage(wanted)).toBe(expected);
  });
});

describe('numbers', () => {
  it('are written as each language counts', () => {
    expect([612_345, 1_790_000, 950, 999_900].map(format.compact)).toEqual([
      '612 k',
      '1.79 M',
      '950',
      '1 M',
    ]);
    setLanguage('zh');
    expect([612_345, 1_790_000, 9_500].map(format.compact)).toEqual(['61.2 万', '179 万', '9,500']);
    expect(format.sentences('第一句。', '', '第二句。')).toBe('第一句。第二句。');
  });

  it('similarities have two decimals and a true minus, never a negative zero', () => {
    expect([0.934, -0.124, -0.001, Number.NaN].map(format.similarity)).toEqual([
      '0.93',
      '−0.12',
      '0.00',
      '–',
    ]);
  });

  it('memory, parameters, hashes are short', () => {
    expect(format.memory(237 * 237 * 4)).toBe('225 kB');
    expect(format.sentences('One.', '', 'Two.')).toBe('One. Two.');
    expect(format.memory(8e10)).toBe('80 GB');
    expect(format.plain(0.1 + 0.2)).toBe('0.3');
    expect(format.shortHash('0123456789abcdef')).toBe('0123…cdef');
  });
});

describe('errorText', () => {
  const codes = [
    'EmptyCorpus',
    'VocabularyTooSmall',
    'NothingToLearn',
    'UnknownWord',
    'BadParameter',
    'BadFormat',
    'TooLarge',
    'OutOfMemory',
    'Cancelled',
    'EngineFailure',
  ];

  it.each(codes)('%s has a sentence in both languages', (code) => {
    const error = { code, message: 'M.', parameter: 'window', value: 'x', permitted: '1 to 10' };
    const english = errorText(error);
    expect(english).toMatch(/[.]$|M\.$/);
    setLanguage('zh');
    expect(errorText(error)).not.toBe(english);
  });

  it('names the parameter as the page does', () => {
    const error = { code: 'BadParameter', parameter: 'window', value: '0', permitted: '1 to 10' };
    expect(errorText(error)).toBe('Window must be 1 to 10; it is 0.');
    error.permitted = 'a whole number from 1 to 100';
    setLanguage('zh');
    expect(errorText(error)).toBe('“窗口”须在 1 到 100 之间，现在是 0。');
  });

  it('falls back to the message for a code it does not know', () => {
    expect(errorText({ code: 'Strange', message: 'Odd.' })).toBe('Odd.');
    expect(errorText(new Error('Plain.'))).toBe('Plain.');
  });
});
