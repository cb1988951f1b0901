import { describe, expect, it } from 'vitest';
import { analogiesText, generateRelations, lexicons } from '../../../web/corpora/relations.js';
import { Counts, linesOf, sha256, wordsOf } from './counting.js';

/** The first 16 hexadecimal digits of SHA-256, seeds 1 to 3. A change here changes every link. */
const golden = {
  en: ['b8141f85a42f2ad9', 'c06ecbd3a42d411f', 'ed643ca3d39f51d9'],
  zh: ['964c9160ac3b528a', '058aaa457960419b', '2599a9e5fe28f2bf'],
};
const goldenHeldout = { en: '03610cb34d8b6a09', zh: '2986e43214375bd5' };
/** The same with nothing withheld. */
const goldenWhole = {
  en: ['7099cd6773b196ba', '64e0b655713be9a2', '1beddcd74507eca2'],
  zh: ['9d05d79543ec8206', '5d3aeb085b49cbd0', 'aed79be112a070b5'],
};

describe.each(/** @type {const} */ (['en', 'zh']))('relations corpus, %s', (language) => {
  const lexicon = lexicons[language];
  const { text, heldout, groups, analogies } = generateRelations({ language });
  const lines = linesOf(text);
  const vocabulary = new Set(wordsOf(text));
  const counts = new Counts(text);

  it.each([1, 2, 3])('is the same text for seed %i in every engine and version', (seed) => {
    const again = generateRelations({ language, seed }).text;
    expect(again).toBe(generateRelations({ language, seed }).text);
    expect(sha256(again)).toBe(golden[language][seed - 1]);
    const whole = generateRelations({ language, seed, heldout: 0 });
    expect(sha256(whole.text)).toBe(goldenWhole[language][seed - 1]);
    expect(whole.heldout).toBe('');
  });

  it('has the same held-out text for seed 1', () => {
    expect(sha256(heldout)).toBe(goldenHeldout[language]);
  });

  it('has the promised size', () => {
    expect(lines).toHaveLength(8000);
    expect(wordsOf(text).length).toBeGreaterThan(58_000);
    expect(wordsOf(text).length).toBeLessThan(70_000);
    expect(vocabulary.size).toBeGreaterThan(230);
    expect(vocabulary.size).toBeLessThan(300);
    expect(linesOf(generateRelations({ language, sentences: 1 }).text)).toHaveLength(1);
    expect(linesOf(generateRelations({ language, sentences: 999 }).text)).toHaveLength(999);
  });

  it('holds words and single spaces only', () => {
    expect(text.endsWith('\n')).toBe(true);
    for (const line of lines) expect(line).toMatch(/^[\p{L}\p{M}]+( [\p{L}\p{M}]+)+$/u);
  });

  it.each([
    ['people', 0.4, lexicon.people.roles.flatMap(({ words }) => words)],
    ['places', 0.22, lexicon.places.pairs.flatMap(({ words }) => words)],
    ['animals', 0.08, lexicon.animals.words],
    ['senses', 0.3, lexicon.senses.flatMap(({ word, twins }) => [word, ...twins])],
    ['polysemes', 0.15, lexicon.senses.map(({ word }) => word)],
  ])('gives %s a share of %f', (_, share, words) => {
    expect(counts.linesWithAny(words) / lines.length).toBeCloseTo(share, 3);
  });

  it('gives every word of a kind its turn: counts differ by one at most', () => {
    for (const rows of [lexicon.people.roles, lexicon.places.pairs]) {
      const turns = rows.flatMap(({ words }) => words.map((word) => counts.of(word)));
      expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
    }
  });

  it('asks analogies over all pairs, both ways, in the vocabulary', () => {
    const count = (/** @type {string} */ name) =>
      analogies.filter(({ section }) => section === name).length;
    expect(count('gender')).toBe(9 * 8 * 2);
    expect(count('capital')).toBe(8 * 7 * 2);
    for (const { a, b, c, d } of analogies) {
      expect(new Set([a, b, c, d]).size).toBe(4);
      for (const word of [a, b, c, d]) expect(vocabulary).toContain(word);
    }
  });

  it('writes the questions as evaluation files do', () => {
    const rows = linesOf(analogiesText(analogies));
    expect(rows[0]).toBe(': gender');
    expect(rows.filter((row) => row.startsWith(':'))).toEqual([': gender', ': capital']);
    expect(rows).toHaveLength(analogies.length + 2);
    expect(rows[1].split(' ')).toHaveLength(4);
  });

  it('groups people, places, animals and the twins, never a polyseme', () => {
    for (const word of Object.keys(groups)) expect(vocabulary).toContain(word);
    for (const { a } of analogies) expect(groups).toHaveProperty([a]);
    for (const { word } of lexicon.senses) expect(groups).not.toHaveProperty([word]);
    expect(new Set(Object.values(groups))).toEqual(
      new Set(['people', 'countries', 'capitals', 'plants', 'companies', 'animals']),
    );
  });

  it('uses each word in one role: a cue of one feature is never a cue of another', () => {
    const pools = [
      ...lexicon.people.roles.map(({ place, thing }) => [...place, ...thing]),
      ...lexicon.people.genders.map(({ clothes }) => clothes),
      ...lexicon.places.pairs.map(({ food, language: spoken, river }) => [
        ...food,
        ...spoken,
        ...river,
      ]),
      ...lexicon.places.types.map(({ sight }) => sight),
      ...Object.values(lexicon.animals.slots),
      ...lexicon.senses.flatMap(({ before, after }) => [before, after]),
      lexicon.people.roles.flatMap(({ words }) => words),
      lexicon.places.pairs.flatMap(({ words }) => words),
      lexicon.animals.words,
      [...new Set(lexicon.senses.map(({ word }) => word))],
      ...lexicon.senses.map(({ twins }) => twins),
    ].flat();
    expect(pools.filter((word, i) => pools.indexOf(word) !== i)).toEqual([]);
  });
});

describe('bad parameters', () => {
  it.each([
    ['language', 'fr'],
    ['language', 'toString'],
    ['language', null],
    ['seed', -1],
    ['seed', 1.5],
    ['seed', Number.NaN],
    ['seed', 2 ** 32],
    ['seed', '1'],
    ['sentences', 0],
    ['sentences', -5],
    ['sentences', Number.POSITIVE_INFINITY],
    ['sentences', 1e9],
    ['sentences', '8000'],
    ['heldout', -0.1],
    ['heldout', 1.5],
    ['heldout', Number.NaN],
    ['heldout', '0.1'],
  ])('%s = %j is refused by name, value and range', (parameter, value) => {
    try {
      generateRelations({ [parameter]: value });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'BadParameter', parameter, value: String(value) });
      expect(error.permitted).not.toBe('');
      expect(error.message).toContain(parameter);
    }
  });
});
