import { en } from './en.js';
import { en as errorsEn } from './errors-en.js';
import { zh as errorsZh } from './errors-zh.js';
import { en as linksEn } from './links-en.js';
import { zh as linksZh } from './links-zh.js';
import { en as predictionsEn } from './predictions-en.js';
import { zh as predictionsZh } from './predictions-zh.js';
import { en as runsEn } from './runs-en.js';
import { zh as runsZh } from './runs-zh.js';
import { zh } from './zh.js';

/** @typedef {'en' | 'zh'} Language */
/** @typedef {keyof typeof en} Key */

/** @type {Record<Language, Record<string, string>>} */
export const messages = {
  en: { ...en, ...errorsEn, ...linksEn, ...predictionsEn, ...runsEn },
  zh: { ...zh, ...errorsZh, ...linksZh, ...predictionsZh, ...runsZh },
};

/**
 * Adds the messages of a page to the common ones.
 * @param {Record<Language, Record<string, string>>} more
 */
export function addMessages(more) {
  Object.assign(messages.en, more.en);
  Object.assign(messages.zh, more.zh);
}

const listeners = new EventTarget();
/** @type {Language} */
let current = 'en';

export const language = () => current;

/** @param {Language} next */
export function setLanguage(next) {
  if (next === current) return;
  current = next;
  listeners.dispatchEvent(new Event('language'));
}

/**
 * Runs `body` in another language than the page's.
 * @template T
 * @param {Language} other @param {() => T} body @returns {T}
 */
export function speaking(other, body) {
  const before = current;
  current = other;
  try {
    return body();
  } finally {
    current = before;
  }
}

/** @param {() => void} listener @returns {() => void} stops listening */
export function onLanguage(listener) {
  listeners.addEventListener('language', listener);
  return () => listeners.removeEventListener('language', listener);
}

/** The language that the browser requests. @param {readonly string[]} wanted @returns {Language} */
export const preferredLanguage = (wanted) =>
  /^zh\b/i.test(wanted.find((tag) => /^(en|zh)\b/i.test(tag)) ?? '') ? 'zh' : 'en';

/** The message in the page's language. Numbers must be formatted already. @param {string} key */
export function t(key, /** @type {Record<string, string | number>} */ values = {}) {
  const text = messages[current][key] ?? messages.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** Whether the message exists. @param {string} key */
export const has = (key) => key in messages.en;

/**
 * The message for a count: English has a singular form.
 * @param {string} key
 * @param {number} count
 */
export const counted = (key, count, /** @type {Record<string, string | number>} */ values = {}) =>
  t(count === 1 ? `${key}.one` : key, values);

/** The value for the page's language. @template T @param {Record<Language, T>} pair @returns {T} */
export const pick = (pair) => pair[current];
