/** @typedef {'en' | 'zh'} Language */

/** @type {Record<Language, Record<string, string>>} */
export const messages = { en: {}, zh: {} };

/** Adds messages, of one language or of both. @param {Partial<typeof messages>} more */
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
export const has = (key) => key in messages[current] || key in messages.en;

/**
 * The message for a count: English has a singular form.
 * @param {string} key
 * @param {number} count
 */
export const counted = (key, count, /** @type {Record<string, string | number>} */ values = {}) =>
  t(count === 1 ? `${key}.one` : key, values);

/** The value for the page's language. @template T @param {Record<Language, T>} pair @returns {T} */
export const pick = (pair) => pair[current];
