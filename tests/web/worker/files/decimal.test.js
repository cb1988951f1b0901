/** Decimal text becomes the nearest float, whatever the digits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFloat } from '../../../../web/src/worker/files/decimal.js';

const encoder = new TextEncoder();
const read = (/** @type {string} */ text) => {
  const bytes = encoder.encode(`[${text}]`); // neighbours must not matter
  return readFloat(bytes, 1, bytes.length - 1);
};

/** The decimal, exactly: digits · 10^power. @param {string} text @returns {[bigint, number]} */
function exact(text) {
  const [, sign, whole, fraction = '', power = '0'] = /** @type {any} */ (
    /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)
  );
  return [BigInt(`0${whole}${fraction}`) * (sign === '-' ? -1n : 1n), power - fraction.length];
}

/** 2 · |text − value| as a fraction over 10^a 2^b, comparable between values of one text. */
function distance(/** @type {string} */ text, /** @type {number} */ value) {
  const [digits, power] = exact(text);
  const doublings = 160; // every float is a multiple of 2^−149
  const scaled = BigInt(Math.round(value * 2 ** 53)) << BigInt(doublings - 53);
  const tens = 10n ** BigInt(Math.abs(power));
  const text2 = (power < 0 ? digits : digits * tens) << BigInt(doublings);
  const difference = text2 - scaled * (power < 0 ? tens : 1n);
  return difference < 0n ? -difference : difference;
}

function neighbours(/** @type {number} */ value) {
  const one = new Float32Array([value]);
  const bits = new Int32Array(one.buffer);
  return [-1, 1].map((step) => {
    bits[0] += step;
    const [next] = one;
    bits[0] -= step;
    return next;
  });
}

const decimals = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    fc.stringMatching(/^[0-9]{1,12}$/),
    fc.option(fc.stringMatching(/^[0-9]{0,25}$/)),
    fc.integer({ min: -3, max: 3 }),
  )
  .map(([sign, whole, fraction, power]) => {
    const tail = power === 0 ? '' : `e${power}`;
    return `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${tail}`;
  });

describe('a decimal', () => {
  it('becomes the nearest float', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const value = read(text);
        expect(value).toBe(Math.fround(value));
        if (Math.abs(value) < 1e-9) return; // exact() above keeps 53 bits behind the point
        for (const other of neighbours(value)) {
          expect(distance(text, value) <= distance(text, other)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is not rounded twice', () => {
    // 1 + 2^−24 lies between two floats; a trace above it belongs to the upper one, below to the lower.
    const middle = 1 + 2 ** -24;
    const digits = middle.toFixed(40).replace(/0+$/, '');
    expect(read(digits)).toBe(1); // ties go to the even one
    expect(read(`${digits}00000000000000000001`)).toBe(1 + 2 ** -23);
    expect(read(`${digits}e0`)).toBe(1);
    const below = (BigInt(digits.replace('.', '')) * 10n ** 20n - 1n).toString();
    expect(read(`${below[0]}.${below.slice(1)}`)).toBe(1);
    expect(read(`-${digits}00000000000000000001`)).toBe(-1 - 2 ** -23);
  });

  it('keeps every float that was written with its shortest digits', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        if (value === 0) return; // String(-0) is 0
        expect(read(String(value))).toBe(value);
        expect(Object.is(read(value.toExponential(8)), value)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['', '+', '-', '.', 'e5', '1e', '1e+', '0x10', 'nan', 'inf', 'Infinity', '1_0', '1,5'])(
    '%j is none',
    (text) => expect(read(text)).toBeNaN(),
  );

  it.each(['1e39', '-1e39', '3.5e38', '1e400', '9'.repeat(60)])('%s is too large', (text) =>
    expect(read(text)).toBeNaN(),
  );

  it.each([
    ['1e-46', 0],
    ['1e-999999999999', 0],
    ['.5', 0.5],
    ['5.', 5],
    ['-0', -0],
    ['1.401298464324817e-45', 2 ** -149],
    ['3.4028234663852886e38', 3.4028234663852886e38],
  ])('%s is %s', (text, value) => expect(read(text)).toBe(value));
});
