// @ts-nocheck: fakes and wrong values on purpose
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, field } from '../../../web/src/lab/table.js';
import { initialOf } from '../../../web/src/link/field.js';
import { formatFragment, readFragment } from '../../../web/src/link/fragment.js';

const context = { model: 'skip-gram' };

/** Is the value one that the field's control could have? */
function permitted(row, value) {
  if (row.options) return row.options.includes(value);
  if (row.switch) return typeof value === 'boolean';
  if (row.name === 'charFilters') return value.length <= row.max && row.parse(row.format(value));
  if (row.name === 'guess' || row.name === 'lane') return Number.isInteger(value) && value < 1000;
  if (row.name === 'places') return [2, 3].includes(value.length) && value.every(Number.isInteger);
  if (Array.isArray(value)) return value.length >= row.min && value.length <= row.max;
  if (typeof row.min === 'number') {
    const whole = row.step !== 1 || Number.isInteger(value);
    return Number.isFinite(value) && value >= row.min && value <= row.max && whole;
  }
  return typeof value === 'string' && value.length <= 24_000;
}

describe('the table', () => {
  it('names every field and every key once', () => {
    expect(new Set(FIELDS.map((row) => row.name)).size).toBe(FIELDS.length);
    expect(new Set(FIELDS.map((row) => row.key)).size).toBe(FIELDS.length);
  });

  it('has defaults that its own rows permit', () => {
    for (const row of FIELDS) {
      const value = initialOf(row, context);
      if (value !== null && value !== '') expect(permitted(row, value), row.name).toBeTruthy();
    }
  });

  it('gives CBOW its larger learning rate, and the corpus its say', () => {
    expect(initialOf(field('alpha'), { model: 'skip-gram' })).toBe(0.05);
    expect(initialOf(field('alpha'), { model: 'cbow' })).toBe(0.2);
    expect(initialOf(field('minCount'), { model: 'cbow', defaults: { minCount: 5 } })).toBe(5);
  });
});

describe('a hostile fragment', () => {
  const pairs = fc.array(
    fc.tuple(fc.constantFrom(...FIELDS.map((row) => row.key), 'v', 'x'), fc.string()),
  );
  const written = pairs.map((list) => `#${list.map(([k, v]) => `${k}=${v}`).join('&')}`);
  const escaped = pairs.map((list) =>
    list.map(([k, v]) => `${k}=${encodeURIComponent(v.toWellFormed?.() ?? '')}`).join('&'),
  );

  it('never throws and leaves only permitted values', () => {
    const any = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), written, escaped);
    fc.assert(
      fc.property(any, (text) => {
        for (const [name, value] of Object.entries(readFragment(text, FIELDS).values)) {
          expect(permitted(field(name), value), name).toBeTruthy();
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['size=1e308', {}],
    ['size=99999', { vectorSize: 300 }],
    ['size=-3', {}],
    ['size=0', { vectorSize: 2 }],
    ['size=0x10', {}],
    ['alpha=NaN', {}],
    ['alpha=Infinity', {}],
    ['alpha=5', { alpha: 1 }],
    ['alpha=5e-3', { alpha: 0.005 }],
    ['model=<script>', {}],
    ['model=elmo', { model: 'elmo' }],
    ['model=transformer', {}],
    ['seed=99999999999999999999', {}],
    ['direct=1&charcnn=0&carry=yes&skip=constructor', { direct: true, charCnn: false }],
    [
      'filters=1x8,2x16',
      {
        charFilters: [
          [1, 8],
          [2, 16],
        ],
      },
    ],
    ['filters=0x8', {}],
    ['filters=1x8,', {}],
    ['filters=1x99999', {}],
    ['at=1,2&topk=7&temperature=0.7', { places: [1, 2], topK: 7, temperature: 0.7 }],
    ['next=&blank=the+_+sat%00', { next: '', blank: 'the _ sat' }],
    ['hash=zzz', {}],
    ['hash=0123456789abcdef', { hash: '0123456789abcdef' }],
    ['c=<b>', {}],
    ['nearest=%E0%A4%A', {}],
    ['nearest=%00%1Fking%7F', { nearest: 'king' }],
    ['analogy=a,b', {}],
    ['analogy=a,b,c,d', { analogy: ['a', 'b', 'c'] }],
    ['__proto__=1&constructor=2', {}],
    ['=1&&&window&window=', {}],
    ['window=3&window=9', { window: 3 }],
    ['nearest=%3Cscript%3Ealert(1)%3C/script%3E', { nearest: '<script>alert(1)</script>' }],
  ])('reads %s as %o', (text, expected) => {
    expect(readFragment(`#v=1&${text}`, FIELDS).values).toEqual(expected);
  });
});

describe('what a link’s reader is told', () => {
  const notes = (text) => readFragment(text, FIELDS).notes;

  it('nothing, of a link that is as it should be', () => {
    expect(notes('')).toEqual([]);
    expect(notes('#v=1&size=20&nearest=king&utm_source=chat')).toEqual([]);
  });

  it('another version, values that are none, numbers out of range', () => {
    expect(notes('#v=2&size=20')).toEqual([{ kind: 'version' }]);
    expect(notes('#v=1&size=abc&window=99&model=bert')).toEqual([
      { kind: 'refused', keys: ['model', 'size'] },
      { kind: 'clamped', keys: ['window'] },
    ]);
    expect(notes('#v=1&alpha=5e-3&epochs=010')).toEqual([]);
  });

  it('that it is too long to be read whole', () => {
    const long = `#v=1&seed=7&corpus=own&c=${'A'.repeat(1_000_000)}`;
    const { values, notes } = readFragment(long, FIELDS);
    expect(values).toEqual({ seed: 7, corpus: 'own' });
    expect(notes.map(({ kind }) => kind)).toEqual(['long', 'refused']);
  });
});

describe('a link', () => {
  const values = fc.record(
    Object.fromEntries(
      FIELDS.map((row) => {
        if (row.options) return [row.name, fc.constantFrom(...row.options)];
        if (row.name === 'text') return [row.name, fc.stringMatching(/^[\w-]{1,40}$/)];
        if (row.name === 'corpus') return [row.name, fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)];
        if (row.name === 'hash') return [row.name, fc.stringMatching(/^[0-9a-f]{16}$/)];
        if (row.name === 'words') return [row.name, fc.stringMatching(/^[0-9a-f]{8}$/)];
        if (['opened', 'hide', 'lock'].includes(row.name)) {
          return [row.name, fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/)];
        }
        if (row.switch) return [row.name, fc.boolean()];
        if (row.name === 'places') return [row.name, fc.tuple(fc.nat(999), fc.nat(999))];
        if (row.name === 'charFilters') {
          const filter = fc.tuple(
            fc.integer({ min: 1, max: 10 }),
            fc.integer({ min: 1, max: 256 }),
          );
          return [row.name, fc.array(filter, { minLength: 1, maxLength: 8 })];
        }
        const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
        if (row.parse === field('next').parse) return [row.name, fc.oneof(word, fc.constant(''))];
        if (row.name === 'nearest') return [row.name, word];
        if (['analogy', 'odd', 'pair'].includes(row.name)) {
          return [row.name, fc.array(word, { minLength: row.min, maxLength: row.max })];
        }
        if (row.step === 1) return [row.name, fc.integer({ min: row.min, max: row.max })];
        return [row.name, fc.constantFrom(row.min, row.max, 0.01, 0.0005, 0.05)];
      }),
    ),
  );

  it('says back what it was told: parse ∘ format is the identity', () => {
    fc.assert(
      fc.property(values, (given) => {
        const clean = {};
        for (const row of FIELDS) {
          const value = row.parse(row.format(given[row.name]));
          if (value !== undefined) clean[row.name] = value;
        }
        const read = readFragment(formatFragment(clean, context, FIELDS), FIELDS).values;
        for (const row of FIELDS) {
          const expected = clean[row.name] ?? initialOf(row, context);
          expect(read[row.name] ?? initialOf(row, context)).toEqual(expected);
        }
      }),
    );
  });

  it('leaves defaults out and starts with the version', () => {
    const defaults = Object.fromEntries(FIELDS.map((row) => [row.name, initialOf(row, context)]));
    expect(formatFragment(defaults, context, FIELDS)).toBe('');
    expect(formatFragment({ ...defaults, window: 3, seed: 7 }, context, FIELDS)).toBe(
      '#v=1&window=3&seed=7',
    );
  });

  it('keeps Chinese words and words with commas', () => {
    const odd = ['国王', 'a,b', '100%', 'x%2Cy'];
    expect(readFragment(formatFragment({ odd }, context, FIELDS), FIELDS).values).toEqual({ odd });
  });
});
