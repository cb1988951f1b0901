/** Numbers as text. Factors have three digits, results two, so that readers who recompute agree. */

const HUGE = 1e6;

/** @param {number} x @param {number} [digits] after the point */
export function fixed(x, digits = 2) {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x < 0 ? '−∞' : '∞';
  const text = Math.abs(x) < HUGE ? x.toFixed(digits) : x.toExponential(2).replace('e+', 'e');
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
}

/** With its sign: +0.33, −0.22. @param {number} x @param {number} [digits] */
export function signed(x, digits = 2) {
  const text = fixed(x, digits);
  return x > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A negative factor stands in brackets. @param {number} x @param {number} [digits] */
export const factor = (x, digits = 3) => (x < 0 ? `(${fixed(x, digits)})` : fixed(x, digits));

/**
 * Digits after the point that show the largest of some numbers with two or three digits; at least
 * two.
 * @param {Iterable<number>} numbers
 */
export function digitsFor(numbers) {
  let most = 0;
  for (const x of numbers) if (Number.isFinite(x)) most = Math.max(most, Math.abs(x));
  return most > 0 && most < 0.1 ? Math.min(9, 1 - Math.floor(Math.log10(most))) : 2;
}

/** A number alone, with three digits that count: 0.836, −12.4, 0.00143. @param {number} x */
export function figure(x) {
  const size = Math.abs(x);
  if (!(size > 0) || !Number.isFinite(x)) return fixed(x, 3);
  if (size < 1e-7) return x.toExponential(2).replaceAll('-', '−');
  const digits = Math.max(0, Math.min(9, 2 - Math.floor(Math.log10(size))));
  return fixed(x, digits > 3 ? digits : Math.min(3, Math.max(digits, size < 100 ? 2 : 1)));
}

/** A probability with three digits after the point; a small one with four. @param {number} p */
export const chance = (p) => fixed(p, p > 0 && p < 0.0005 ? 4 : 3);

/** A probability with which readers recompute its logarithm: 0.178, 0.0628, 0.00334. @param {number} p */
export const exactChance = (p) => (p >= 0.0995 || !(p > 0) ? fixed(p, 3) : figure(p));

/**
 * Two numbers by name with as many digits as tell them apart, at least so many.
 * @template {string} A
 * @template {string} B
 * @param {A} before @param {B} after @param {number} a @param {number} b @param {number} digits
 * @returns {Record<A | B, string>}
 */
export function moved(before, after, a, b, digits) {
  const text = digits === 3 ? exactChance : (/** @type {number} */ x) => fixed(x, digits);
  let pair = [text(a), text(b)];
  for (let more = digits + 1; a !== b && pair[0] === pair[1] && more < 8; more++) {
    pair = [fixed(a, more), fixed(b, more)];
  }
  return /** @type {Record<A | B, string>} */ ({ [before]: pair[0], [after]: pair[1] });
}
