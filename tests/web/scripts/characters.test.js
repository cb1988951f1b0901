/** Each character is to the page's tokenizer what it is to the core's: the core's tables are read. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { classOf, lower } from '../../../web/src/scripts/characters.js';

const tables = readFileSync('cpp/preformer/text/unicode_tables.inc', 'utf8');
const [, starts, ranges] = /** @type {string[]} */ (
  tables.match(/kClassStarts\{\{(.*?)\}\};.*kLowerRanges\{\{(.*?)\}\};\n/s)
);

/** The order of enum class CharacterClass. */
const CLASSES = ['other', 'letter', 'mark', 'number', 'space', 'control', 'cjk', 'cjk'];

/** The class of every code point but surrogates. */
function* classes() {
  const changes = [...starts.matchAll(/0x[0-9a-f]+/g)].map(Number);
  let at = 0;
  for (let code = 0; code <= 0x10ffff; code++) {
    if (changes[at + 1] >>> 3 === code) at += 1;
    if (code < 0xd800 || code > 0xdfff) yield { code, kind: CLASSES[changes[at] & 7] };
  }
}

/** The small letter of each capital. */
function lowered() {
  const found = new Map();
  for (let code = 0x41; code <= 0x5a; code++) found.set(code, code + 32); // not in the table
  for (const [, ...numbers] of ranges.matchAll(/\{(\w+), (\w+), (-?\d+), (\d)\}/g)) {
    const [first, last, distance, stride] = numbers.map(Number);
    for (let code = first; code <= last; code += stride) found.set(code, code + distance);
  }
  return found;
}

const hex = (/** @type {number} */ code) => `U+${code.toString(16)}`;

it('a character has the class that the core gives it, unless it came with a later Unicode', () => {
  let known = 0;
  const wrong = [];
  for (const { code, kind } of classes()) {
    const ours = classOf(String.fromCodePoint(code));
    if (kind !== 'other') known += 1;
    // What the core's version had not assigned yet is nothing to it.
    if (ours !== kind && kind !== 'other') wrong.push(`${hex(code)}: ${ours}, not ${kind}`);
  }
  expect(wrong).toEqual([]);
  expect(known).toBeGreaterThan(200_000);
});

it.each([
  ['punctuation', '!"\'(),-./:;?@’“”…。、，！？「」《》・؟।'],
  ['symbols', '$+<=>^`|~©°±×÷€№→∞♥👩🚀'],
  ['what cannot be seen', '\u00ad\u200b\u200c\u200d\u2060\ufeff'],
])('%s are of no class', (_, characters) => {
  for (const c of characters) expect(classOf(c), c).toBe('other');
});

it('a capital has the small letter that the core gives it', () => {
  const capitals = lowered();
  const wrong = [];
  for (const { code, kind } of classes()) {
    const expected = capitals.get(code) ?? code;
    const ours = /** @type {number} */ (lower(String.fromCodePoint(code)).codePointAt(0));
    if (kind !== 'other' && ours !== expected) wrong.push(`${hex(code)} → ${hex(ours)}`);
  }
  expect(capitals.size).toBeGreaterThan(1300);
  expect(wrong).toEqual([]);
});
