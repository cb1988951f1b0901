/**
 * Converts decimal text to the nearest float, exact to the last bit for any number of digits, as
 * the core does.
 */

const MOST_DIGITS = 15; // any decimal of this many digits is exact as a double
const POWERS = Float64Array.from({ length: 23 }, (_, n) => Number(`1e${n}`)); // exact powers
const [PLUS, MINUS, POINT, SMALL_E, LARGE_E, ZERO] = [43, 45, 46, 101, 69, 48];

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
const single = new Float32Array(1);
const single32 = new Int32Array(single.buffer);
const ascii = new TextDecoder('latin1');

/**
 * Reads `[+-] digits [. digits] [e [+-] digits]`; NaN if the text is not a finite number.
 * @param {Uint8Array} bytes @param {number} from @param {number} to
 */
export function readFloat(bytes, from, to) {
  let at = from;
  const negative = bytes[at] === MINUS;
  if (negative || bytes[at] === PLUS) at += 1;
  let mantissa = 0;
  let digits = 0; // significant digits
  let seen = 0;
  let exponent = 0;
  let point = false;
  for (; at < to; at += 1) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = 10 * mantissa + digit;
      seen += 1;
      if (mantissa > 0) digits += 1;
      if (point) exponent -= 1;
    } else if (bytes[at] === POINT && !point) point = true;
    else break;
  }
  if (seen === 0) return Number.NaN;
  if (at < to) {
    if (bytes[at] !== SMALL_E && bytes[at] !== LARGE_E) return Number.NaN;
    const power = readExponent(bytes, at + 1, to);
    if (Number.isNaN(power)) return Number.NaN;
    exponent += power;
  }
  const simple = digits <= MOST_DIGITS && exponent >= -22 && exponent <= 22;
  const text = simple ? '' : ascii.decode(bytes.subarray(from + (negative ? 1 : 0), to));
  const value = !simple
    ? Number(text)
    : exponent < 0
      ? mantissa / POWERS[-exponent]
      : mantissa * POWERS[exponent];
  const nearest = toFloat(value, () => text || ascii.decode(bytes.subarray(from, to)));
  if (!Number.isFinite(nearest)) return Number.NaN;
  return negative ? -nearest : nearest;
}

/** @param {Uint8Array} bytes @param {number} from @param {number} to */
function readExponent(bytes, from, to) {
  let at = from;
  const negative = bytes[at] === MINUS;
  if (negative || bytes[at] === PLUS) at += 1;
  if (at >= to) return Number.NaN;
  let value = 0;
  for (; at < to; at += 1) {
    const digit = bytes[at] - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = Math.min(10 * value + digit, 1e6);
  }
  return negative ? -value : value;
}

/**
 * Rounding a decimal to a double and then to a float is wrong if the double lies exactly between
 * two floats, because the side of the decimal is then unknown. In that case the digits are compared
 * again.
 * @param {number} value ≥ 0 @param {() => string} text
 */
function toFloat(value, text) {
  const nearest = Math.fround(value);
  double[0] = value;
  if (nearest === value || (halves[0] & 0x0fffffff) !== 0) return nearest;
  single[0] = nearest;
  single32[0] += nearest < value ? 1 : -1;
  const other = single[0];
  if (value - nearest !== other - value) return nearest;
  const side = compare(text(), value);
  if (side === 0) return nearest;
  return side > 0 ? Math.max(nearest, other) : Math.min(nearest, other);
}

/**
 * Compares the decimal with the double: −1 below, 0 equal, 1 above.
 * @param {string} text
 * @param {number} value
 */
function compare(text, value) {
  const parts = /^[+-]?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, whole = '', fraction = '', power = '0'] = parts ?? [];
  const exponent = Number(power) - fraction.length;
  let decimal = BigInt(`0${whole}${fraction}`);
  let scaled = value;
  let doublings = 0;
  for (; !Number.isInteger(scaled); doublings += 1) scaled *= 2;
  let binary = BigInt(scaled);
  decimal <<= BigInt(doublings);
  if (exponent < 0) binary *= 10n ** BigInt(-exponent);
  else decimal *= 10n ** BigInt(exponent);
  return decimal < binary ? -1 : decimal > binary ? 1 : 0;
}
