import { describe, expect, it } from 'vitest';
import { presets } from '../../../web/corpora/index.js';
import {
  generateLadder,
  generatePolysemy,
  isHeldOut,
  polysemes,
} from '../../../web/corpora/polysemy.js';
import { Counts, linesOf, sha256, wordsOf } from './counting.js';

/** The first 16 hexadecimal digits of SHA-256 of text and held-out text, seeds 1 to 3. */
const golden = {
  1: {
    en: ['7533d7df1ab7740c', '555843dd15a25406', '5b53965cd07afa5d'],
    zh: ['680454a7ba0264f8', 'be3b1e2d76ffe018', 'd2f3e97381339c60'],
  },
  2: {
    en: ['d0dcd494e9c73662', '261dac350080413c', 'c74988742351237b'],
    zh: ['fa1b1c848929ae73', '41b730acec6ab124', 'ab987d369fb17d84'],
  },
};
const goldenLadder = {
  1: { en: '11fa817ee9a43266', zh: '781af17a2ac82b89' },
  2: { en: 'cc60d0eb6e5a9a26', zh: '0112dff8040deb8a' },
};
const EDITIONS = /** @type {const} */ ([1, 2]);

describe.each(/** @type {const} */ (['en', 'zh']))('polysemy corpus, %s', (language) => {
  const made = generatePolysemy({ language });
  const lines = linesOf(made.text);
  const counts = new Counts(made.text);
  const { labels, senses, words } = made;

  it.each([1, 2, 3])('is the same for seed %i in every engine and version', (seed) => {
    for (const edition of EDITIONS) {
      const { text, heldout } = generatePolysemy({ language, seed, edition });
      expect(sha256(text + heldout)).toBe(golden[edition][language][seed - 1]);
    }
  });

  it('has the promised size', () => {
    expect(words).toEqual(language === 'en' ? ['apple', 'bank'] : ['苹果', '小米', '杜鹃', '花']);
    expect(lines).toHaveLength(5000);
    expect(linesOf(made.heldout)).toHaveLength(1000);
    expect(wordsOf(made.text).length).toBeGreaterThan(38_000);
    expect(wordsOf(made.text).length).toBeLessThan(44_000);
    expect(linesOf(generatePolysemy({ language, sentences: 77, heldout: 1 }).heldout)).toHaveLength(
      77,
    );
  });

  it('holds words and single spaces only', () => {
    for (const line of lines) expect(line).toMatch(/^[\p{L}\p{M}]+( [\p{L}\p{M}]+)+$/u);
  });

  it('72 of 100 sentences are about a polyseme or a twin, half of these about the polyseme', () => {
    const twins = words.flatMap((word) => senses[word].twins.flat());
    expect(counts.linesWithAny([...words, ...twins])).toBe(3600);
    expect(counts.linesWithAny(words)).toBe(1800);
  });

  it.each(/** @type {const} */ (['train', 'heldout']))('labels every polyseme of %s', (part) => {
    const text = linesOf(part === 'train' ? made.text : made.heldout);
    expect(labels[part]).toHaveLength(text.length);
    text.forEach((line, i) => {
      const tokens = line.split(' ');
      const found = words.filter((word) => tokens.includes(word));
      const label = labels[part][i];
      expect(found).toEqual(label ? [label.word] : []);
      if (!label) return;
      const { cues } = senses[label.word];
      const at = tokens.indexOf(label.word);
      const mine = tokens.flatMap((token, j) => (cues[label.sense].includes(token) ? [j] : []));
      expect(mine.some((j) => j < at) && mine.some((j) => j > at)).toBe(true); // both sides
      expect(Math.min(...mine.map((j) => Math.abs(j - at)))).toBeGreaterThan(2); // out of reach
      expect(tokens.filter((token) => cues[1 - label.sense].includes(token))).toEqual([]);
    });
  });

  it.each(/** @type {const} */ (['train', 'heldout']))('balances the senses in %s', (part) => {
    for (const word of words) {
      const of = [0, 1].map(
        (sense) => labels[part].filter((l) => l?.word === word && l.sense === sense).length,
      );
      expect(Math.abs(of[0] - of[1]) / (of[0] + of[1])).toBeLessThan(0.05);
    }
  });

  it('six cues and three twins a sense, shared by nothing else', () => {
    for (const word of words) {
      const { names, cues, twins } = senses[word];
      expect(new Set(names).size).toBe(2);
      for (const sense of [0, 1]) {
        expect(cues[sense]).toHaveLength(6);
        expect(twins[sense]).toHaveLength(3);
      }
    }
    const pools = words.flatMap((word) => [
      word,
      ...senses[word].cues.flat(),
      ...senses[word].twins.flat(),
    ]);
    expect(new Set(pools).size).toBe(pools.length);
  });

  it('twins stand in the frames of the polyseme, as often', () => {
    const frameOf = (/** @type {string} */ line, /** @type {string} */ word) =>
      line
        .split(' ')
        .map((token) => (token === word ? '_' : token))
        .join(' ');
    const { text } = generatePolysemy({ language, sentences: 60_000, heldout: 0 });
    /** @type {Map<string, Set<string>>} */
    const frames = new Map();
    for (const line of linesOf(text)) {
      for (const token of line.split(' ')) {
        frames.set(token, (frames.get(token) ?? new Set()).add(frameOf(line, token)));
      }
    }
    for (const word of words) {
      const mine = frames.get(word) ?? new Set();
      for (const group of senses[word].twins) {
        const theirs = new Set(group.flatMap((twin) => [...(frames.get(twin) ?? [])]));
        // One in six frames of the polyseme is held out, and others than of its twins.
        const shared = [...theirs].filter((frame) => mine.has(frame)).length / theirs.size;
        expect(shared).toBeGreaterThan(0.75);
      }
      const theirs = senses[word].twins.flat().reduce((sum, twin) => sum + counts.of(twin), 0);
      expect(Math.abs(counts.of(word) - theirs)).toBeLessThanOrEqual(6);
    }
  });

  it('the words beside the polyseme tell nothing about its sense', () => {
    for (const word of words) {
      /** @type {Set<string>[]} */
      const beside = [new Set(), new Set()];
      lines.forEach((line, i) => {
        const label = labels.train[i];
        if (label?.word !== word) return;
        const tokens = line.split(' ');
        const at = tokens.indexOf(word);
        beside[label.sense].add(`${tokens[at - 1]} ${tokens[at + 1]}`);
      });
      expect(beside[0]).toEqual(beside[1]);
    }
  });

  it('held-out sentences never occur in training', () => {
    const trained = new Set(lines);
    for (const line of linesOf(made.heldout)) {
      expect(isHeldOut(line)).toBe(true);
      expect(trained.has(line)).toBe(false);
      for (const token of line.split(' ')) expect(counts.of(token)).toBeGreaterThan(0);
    }
    const whole = generatePolysemy({ language, sentences: 3000, heldout: 0 });
    expect(linesOf(whole.text).some(isHeldOut)).toBe(false);
    expect(whole.heldout).toBe('');
  });

  it('groups twins, people and places, never a polyseme', () => {
    for (const word of Object.keys(made.groups)) expect(counts.of(word)).toBeGreaterThan(0);
    for (const word of words) expect(made.groups).not.toHaveProperty([word]);
    for (const { senses: both } of polysemes[language]) {
      for (const { group, twins } of both) {
        for (const twin of twins) expect(made.groups[twin]).toBe(group);
      }
    }
  });

  it('the text of the ladder has people and places enough for analogies', () => {
    const ladder = generateLadder({ language });
    for (const edition of EDITIONS) {
      const { text, heldout } = generateLadder({ language, edition });
      expect(sha256(text + heldout)).toBe(goldenLadder[edition][language]);
    }
    expect(linesOf(ladder.text)).toHaveLength(6000);
    const words = new Set(wordsOf(ladder.text));
    for (const { a, b, c, d } of ladder.analogies) {
      for (const word of [a, b, c, d]) expect(words).toContain(word);
    }
    expect(ladder.labels.heldout.filter(Boolean).length).toBeGreaterThan(120);
  });
});

describe('bad parameters', () => {
  it.each([
    ['language', 'fr'],
    ['seed', -1],
    ['sentences', 0],
    ['heldout', 2],
    ['edition', 3],
  ])('%s = %j is refused by name, value and range', (parameter, value) => {
    for (const generate of [generatePolysemy, generateLadder]) {
      expect(() => generate({ [parameter]: value })).toThrow(
        expect.objectContaining({ code: 'BadParameter', parameter, value: String(value) }),
      );
    }
  });
});

describe('presets', () => {
  it.each(presets.filter(({ id }) => id !== 'state-of-the-union'))(
    '$id has the sizes it promises, and a held-out text of known words',
    async ({ sizes, load, heldout, polysemy }) => {
      const text = await load();
      const words = new Set(wordsOf(text));
      expect({
        sentences: linesOf(text).length,
        tokens: wordsOf(text).length,
        vocabulary: words.size,
      }).toEqual(sizes);
      const more = await heldout();
      for (const word of wordsOf(more)) expect(words).toContain(word);
      const made = await polysemy?.();
      if (made) expect([made.text, made.heldout]).toEqual([text, more]);
    },
  );
});
