/** Small numbers in units of a power of ten, so that a table of them can be read. */
import { fixed, signed } from '../../inside/figures.js';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param {number} power a negative whole number */
const raised = (power) =>
  `10⁻${Array.from(String(-power), (digit) => RAISED[Number(digit)]).join('')}`;

/** A factor in a table: three digits after the point, a plain 0 for nothing. @param {number} x */
export const cell = (x) => (x === 0 ? '0' : fixed(x, 3));

/**
 * How the numbers of a table are written: with two digits after the point, in units of a power of ten
 * if all of them are small.
 * @param {ArrayLike<number>} values
 * @returns {{unit: string, text: (x: number) => string}} unit: '10⁻⁵' or ''
 */
export function inUnits(values) {
  let most = 0;
  for (const x of Array.from(values)) if (Number.isFinite(x)) most = Math.max(most, Math.abs(x));
  const power = most > 0 && most < 0.1 ? Math.floor(Math.log10(most)) : 0;
  const scale = 10 ** -power;
  return {
    unit: power ? raised(power) : '',
    text: (x) => (x === 0 ? '0' : signed(x * scale, 2)),
  };
}
