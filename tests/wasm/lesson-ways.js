/** How our lessons are done: ways that reach the goals, and ways that do not. */
import { readdirSync, readFileSync } from 'node:fs';
import { packText } from '../../web/src/link/text-link.js';

/**
 * @typedef {'en' | 'zh'} Language
 * @typedef {string | Record<Language, string>} Way what a pupil changes, as fields of the link
 *
 * @typedef {object} Done how a step is done
 * @property {number} [comes] the option that comes out, by its place
 * @property {Way[]} [right]
 * @property {Way[]} [once] right ways that the texts promise for seed 1, which the link has
 * @property {Way[]} [wrong]
 */

const FOLDER = 'web/story';

/** Prose of the Story. Chinese words are cut here, because a browser would cut them. @param {Language} language */
function prose(language) {
  const pages = readdirSync(`${FOLDER}/${language}`).sort();
  const all = pages
    .map((page) => readFileSync(`${FOLDER}/${language}/${page}`, 'utf8'))
    .join('\n')
    .replace(/<!--.*?-->|<[^>]+>|&\w+;/g, ' ');
  const parts =
    language === 'zh' ? new Intl.Segmenter('zh', { granularity: 'word' }).segment(all) : [];
  const text = language === 'zh' ? Array.from(parts, ({ segment }) => segment).join(' ') : all;
  return text.replace(/\s+/g, ' ');
}

const stories = { en: prose('en'), zh: prose('zh') };

/** @param {Language} language @param {number} length in characters */
async function own(language, length) {
  const text = stories[language].slice(0, length);
  return `corpus=own&cut=words&sentences=stops&c=${await packText(new TextEncoder().encode(text))}`;
}

/** A text that a pupil brings. @param {number} length in characters @returns {Promise<Record<Language, string>>} */
const ownText = async (length) => ({ en: await own('en', length), zh: await own('zh', length) });

/** @param {Record<Language, string>} way @param {string} more @returns {Way} */
const joined = (way, more) => ({ en: `${way.en}&${more}`, zh: `${way.zh}&${more}` });

const [tiny, short, long] = await Promise.all([ownText(150), ownText(1_500), ownText(12_000)]);

/** @type {Record<string, Done[]>} */
export const WAYS = {
  numbers: [
    { comes: 2 },
    { right: ['alpha=0.05&epochs=10', 'alpha=0.05'], wrong: ['epochs=10', 'size=100'] },
  ],
  'next-word': [
    { comes: 2 },
    { comes: 1 },
    {
      comes: 1,
      right: [{ en: 'context=4', zh: 'context=5' }],
      wrong: ['context=2', 'epochs=6'],
    },
  ],
  dimensions: [{ right: ['size=12&epochs=20'], wrong: ['size=4'] }],
  apple: [
    { comes: 1 },
    { comes: 2 },
    { right: ['size=10'], wrong: [{ en: 'size=3', zh: 'size=2&epochs=20' }] },
  ],
  context: [{ comes: 2 }, { comes: 1, right: ['epochs=5'], wrong: ['epochs=2&alpha=0.0005'] }],
  digits: [
    { comes: 2 },
    {
      comes: 1,
      right: ['from=pretrained&frozen=none'],
      wrong: ['frozen=none', 'from=pretrained&frozen=conv1,conv2,hidden'],
    },
  ],
  reviews: [
    { comes: 2 },
    {
      right: ['mode=fine-tuned'],
      once: ['mode=frozen', 'mode=frozen&labels=2'],
      wrong: ['labels=50', 'mode=frozen-random'],
    },
  ],
  'own-text': [
    { comes: 1, right: [long], wrong: [tiny] },
    {
      right: [joined(long, 'mincount=5')],
      wrong: [long, joined(short, 'mincount=5'), 'mincount=5'],
    },
  ],
  'broken-runs': [
    { comes: 2, right: ['alpha=0.05', 'alpha=0.2'], wrong: ['epochs=30', 'size=100'] },
    { comes: 2, right: ['cut=space', 'cut=words'], wrong: ['epochs=20'] },
    { comes: 2, right: ['mincount=1', 'mincount=100'], wrong: ['epochs=20', 'mincount=150'] },
  ],
};
