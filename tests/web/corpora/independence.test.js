import { describe, expect, it } from 'vitest';
import { generateRelations, lexicons } from '../../../web/corpora/relations.js';
import { Counts } from './counting.js';

// χ² per degree of freedom stays below these limits with a probability of 99.9 % a table.
const LIMIT = { 1: 10.8, 2: 6.9, 16: 2.5, 28: 2.1 };

describe.each(/** @type {const} */ (['en', 'zh']))(
  'slots are drawn independently, %s',
  (language) => {
    const { people, places, senses } = lexicons[language];
    const counts = new Counts(generateRelations({ language, sentences: 40_000, heldout: 0 }).text);

    it('gender tells nothing about the cues of a role', () => {
      for (const { words, place, thing } of people.roles) {
        expect(counts.dependence(words, place)).toBeLessThan(LIMIT[1]);
        expect(counts.dependence(words, thing)).toBeLessThan(LIMIT[2]);
      }
    });

    it('the role tells nothing about the clothes', () => {
      people.genders.forEach(({ clothes }, gender) => {
        const words = people.roles.map((role) => role.words[gender]);
        expect(counts.dependence(words, clothes)).toBeLessThan(LIMIT[16]);
      });
    });

    it('one cue tells nothing about the other cue of the sentence', () => {
      for (const { place, thing } of people.roles) {
        expect(counts.dependence(place, thing)).toBeLessThan(LIMIT[2]);
      }
    });

    it('the pair tells nothing about the sights', () => {
      places.types.forEach(({ sight }, type) => {
        const words = places.pairs.map((pair) => pair.words[type]);
        expect(counts.dependence(words, sight)).toBeLessThan(LIMIT[28]);
      });
    });

    it('pointwise mutual information of a cue of the role does not depend on the gender', () => {
      for (const { words, place, thing } of people.roles) {
        for (const cue of [...place, ...thing]) {
          expect(Math.abs(counts.pmi(words[0], cue) - counts.pmi(words[1], cue))).toBeLessThan(
            0.25,
          );
        }
      }
    });

    it('nor does that of a pronoun depend on the role', () => {
      people.genders.forEach(({ clothes, ...pronouns }, i) => {
        for (const cue of Object.values(pronouns).flat()) {
          const pmis = people.roles.map(({ words }) => counts.pmi(words[i], cue));
          expect(Math.max(...pmis) - Math.min(...pmis)).toBeLessThan(0.4);
        }
      });
    });

    it('a polyseme meets the cues of each sense as often as its three twins together', () => {
      for (const { word, twins, before, after } of senses) {
        const meets = (/** @type {string} */ head) =>
          [...before, ...after].reduce((sum, cue) => sum + counts.together(head, cue), 0);
        const ratio = meets(word) / twins.reduce((sum, twin) => sum + meets(twin), 0);
        expect(ratio).toBeGreaterThan(0.98);
        expect(ratio).toBeLessThan(1.02);
      }
    });

    it('a cue of one sense never meets the other sense', () => {
      for (const { word, twins } of senses) {
        const others = senses.filter((sense) => sense.word === word && sense.twins !== twins);
        for (const { before, after } of others) {
          for (const cue of [...before, ...after]) {
            for (const twin of twins) expect(counts.together(twin, cue)).toBe(0);
          }
        }
      }
    });
  },
);
