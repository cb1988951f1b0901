/**
 * Kinds of fields: how a value is read from a link and written to one. Parsing is strict: an
 * invalid value gives undefined; numbers out of range are clamped.
 */

const clamp = (/** @type {number} */ x, /** @type {number} */ low, /** @type {number} */ high) =>
  Math.min(high, Math.max(low, x));

/** Whole numbers: digits only, then clamped. `1e308`, `NaN`, `-1` and `0x10` are invalid. */
export const integer = (/** @type {number} */ min, /** @type {number} */ max) => ({
  min,
  max,
  step: 1,
  parse: (/** @type {string} */ text) =>
    /^\d{1,15}$/.test(text) ? clamp(Number(text), min, max) : undefined,
  format: String,
});

/** Decimals of at most 12 characters, with an optional small exponent (`5e-4`), then clamped. */
export const decimal = (/** @type {number} */ min, /** @type {number} */ max, step = 0.001) => ({
  min,
  max,
  step,
  parse: (/** @type {string} */ text) =>
    /^(?=.{1,24}$)\d{1,9}(\.\d{1,20})?(e-\d{1,2})?$/.test(text)
      ? clamp(Number(text), min, max)
      : undefined,
  format: String,
});

/** @template {string} T @param {T[]} options */
export const oneOf = (...options) => ({
  options,
  parse: (/** @type {string} */ text) => options.find((option) => option === text),
  format: String,
});

/** On or off: 1 or 0 in the link. */
export const flag = {
  switch: true,
  parse: (/** @type {string} */ text) => (/^[01]$/.test(text) ? text === '1' : undefined),
  format: (/** @type {boolean} */ on) => (on ? '1' : '0'),
};

const MAX_WORD = 64;
const MAX_PHRASE = 400;

const clean = (/** @type {string} */ text, /** @type {number} */ most) =>
  [...text]
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are removed
    .filter((c) => !/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/.test(c) || c.length > 1)
    .slice(0, most)
    .join('');

/** A word in a query: without control characters and lone surrogates, and of limited length. */
export const cleanWord = (/** @type {string} */ text) => clean(text, MAX_WORD).trim();

/** Words as they are typed; trailing spaces are kept, because typing may continue. */
export const cleanPhrase = (/** @type {string} */ text) =>
  clean(text.replace(/\s/g, ' '), MAX_PHRASE);

export const word = {
  parse: (/** @type {string} */ text) => cleanWord(text) || undefined,
  format: (/** @type {string} */ value) => value,
};

/** A line of words. The empty line is also a value: the beginning of a sentence. */
export const phrase = { parse: cleanPhrase, format: cleanPhrase };

/**
 * Words separated by commas. A comma within a word is written %2C, in addition to the escaping of
 * the fragment.
 */
export const words = (/** @type {number} */ least, /** @type {number} */ most) => ({
  min: least,
  max: most,
  parse: (/** @type {string} */ text) => {
    const list = text
      .split(',')
      .slice(0, most)
      .map((part) => cleanWord(part.replaceAll('%2C', ',').replaceAll('%25', '%')))
      .filter(Boolean);
    return list.length >= least ? list : undefined;
  },
  format: (/** @type {string[]} */ list) =>
    list.map((value) => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(','),
});

/** A position in a sentence, from 0; without one, the page chooses. */
export const position = {
  parse: (/** @type {string} */ text) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined),
  format: String,
};

/** Two positions in sentences: 2,5. */
export const places = {
  parse: (/** @type {string} */ text) =>
    /^\d{1,3}(,\d{1,3}){1,2}$/.test(text) ? text.split(',').map(Number) : undefined,
  format: (/** @type {number[]} */ pair) => pair.join(','),
};

const [MAX_FILTERS, MAX_WIDTH, MAX_COUNT] = [8, 10, 256];

/** Filters of a character CNN, width × number: 1x8,2x16 is [[1, 8], [2, 16]]. */
export const filters = {
  max: MAX_FILTERS,
  parse: (/** @type {string} */ text) => {
    const parts = text
      .trim()
      .split(/[\s,，]+/)
      .map((part) => /^(\d{1,2})[x×*](\d{1,4})$/.exec(part));
    if (parts.length > MAX_FILTERS || parts.includes(null)) return undefined;
    const list = parts.map((part) => [Number(part?.[1]), Number(part?.[2])]);
    const good = list.every(([w, n]) => w >= 1 && w <= MAX_WIDTH && n >= 1 && n <= MAX_COUNT);
    return good ? list : undefined;
  },
  format: (/** @type {number[][]} */ list) => list.map(([w, n]) => `${w}x${n}`).join(','),
};

/**
 * Names of parts of a page, separated by commas: small letters, digits, hyphens. The value is the
 * unsplit text.
 */
export const names = (/** @type {number} */ most) => ({
  parse: (/** @type {string} */ text) => {
    const list = text.split(',').filter(Boolean);
    const good = list.every((name) => /^[a-z][a-z0-9-]{0,19}$/.test(name));
    return good && list.length && list.length <= most ? [...new Set(list)].join(',') : undefined;
  },
  format: String,
});

export const matching = (/** @type {RegExp} */ pattern) => ({
  parse: (/** @type {string} */ text) => (pattern.test(text) ? text : undefined),
  format: String,
});
