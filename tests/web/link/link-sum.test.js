import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../web/src/lab/table.js';
import { readFragment } from '../../../web/src/link/fragment.js';
import { damageOf, fnv1a, hex, longHash, withSum } from '../../../web/src/link/link-sum.js';

const kinds = (/** @type {string} */ link) =>
  readFragment(link, FIELDS).notes.map(({ kind }) => kind);

describe('the checksum of a link', () => {
  const link = withSum('#v=1&model=cbow&seed=12&nearest=%E5%9B%BD%E7%8E%8B&analogy=a,b,c');

  it('follows the version and is silent while the link is whole', () => {
    expect(link).toMatch(/^#v=1&sum=[0-9a-f]{4}&model=cbow&seed=12&/);
    expect(kinds(link)).toEqual([]);
    expect(withSum('')).toBe('');
  });

  it('cares for what is said, not for how it is escaped', () => {
    expect(kinds(decodeURIComponent(link))).toEqual([]);
    expect(kinds(link.replaceAll(',', '%2C'))).toEqual([]);
    expect(kinds(link.replaceAll('%E5%9B%BD', '%e5%9b%bd'))).toEqual([]);
  });

  it('notices every cut and every change of a letter', () => {
    for (let end = 14; end < link.length; end++) {
      expect(kinds(link.slice(0, end)), link.slice(0, end)).toContain('changed');
    }
    expect(kinds(link.replace('seed=12', 'seed=13'))).toContain('changed');
    expect(kinds(`${link}.`)).toContain('changed');
    let missed = 0;
    fc.assert(
      fc.property(fc.nat(link.length - 15), fc.constantFrom(...'abc019'), (at, letter) => {
        const place = 14 + at;
        if (link[place].toLowerCase() === letter) return; // %8B and %8b are the same
        const other = link.slice(0, place) + letter + link.slice(place + 1);
        if (!kinds(other).includes('changed')) missed += 1;
      }),
      { numRuns: 1000 },
    );
    expect(missed).toBeLessThanOrEqual(2); // 1 in 65,536 by chance
  });
});

describe('a link with its length', () => {
  const plain = '#v=1&from=%E8%AF%BE.json,b&result=q1YqVrJSysxLLVGqBQA-_x0123456789';
  const link = withSum(plain, { long: true });
  const start = link.indexOf('&from');

  it('is whole, however it is escaped', () => {
    expect(link).toMatch(/^#v=1&sum=[0-9a-f]{4}\.54&/);
    for (const one of [link, decodeURI(link), link.replace(',', '%2C')]) {
      expect(damageOf(one), one).toBe('');
    }
  });

  it('tells a cut from a change, anywhere', () => {
    for (let end = start; end < link.length; end++) {
      if (link[end - 1] === '%' || link[end - 2] === '%') continue; // within an escape
      expect(damageOf(link.slice(0, end)), link.slice(0, end)).toBe('cut');
    }
    for (let at = start + 1; at < link.length; at++) {
      for (const letter of 'Zz9-=&') {
        if (link[at] === letter || '%8E'.includes(link[at])) continue;
        const other = link.slice(0, at) + letter + link.slice(at + 1);
        expect(damageOf(other), other).toBe('changed');
      }
    }
  });

  it('says only that it is damaged, if its length is not told', () => {
    expect(damageOf(withSum(plain).slice(0, -3))).toBe('damaged');
  });
});

describe('FNV-1a', () => {
  // draft-eastlake-fnv, appendix C
  it.each([
    ['', '811c9dc5', 'cbf29ce484222325'],
    ['a', 'e40c292c', 'af63dc4c8601ec8c'],
    ['foobar', 'bf9cf968', '85944171f73967e8'],
  ])('of %o', (text, short, long) => {
    expect(hex(fnv1a(text), 8)).toBe(short);
    expect(longHash(text)).toBe(long);
  });
});
