/** Which sentences did it? The experiment on real trainings. */
import { afterEach, describe, expect, it } from 'vitest';
import { sentencesOf } from '../../web/src/experiments/lines.js';
import {
  EXAMPLE_WORDS,
  exampleText,
  PLANTED,
} from '../../web/src/experiments/sentences/example.js';
import {
  candidatesIn,
  trainWhole,
  tryWithout,
} from '../../web/src/experiments/sentences/experiment.js';
import { mapsOf } from '../../web/src/experiments/sentences/maps.js';
import { SentencesSession } from '../../web/src/experiments/sentences/session.js';
import { carrying } from '../../web/src/experiments/sentences/verdict.js';

/** @typedef {import('../../web/src/experiments/sentences/asked.js').Asked} Asked */

const workers = [undefined];
const how = { workers };
const SEEDS = [1, 2, 3, 4, 5];

/**
 * The sentences of the groups that carry an answer.
 * @param {Awaited<ReturnType<typeof tryWithout>>} tried @param {string[][]} sentences
 * @param {{values: number[]}} base
 */
const carried = (tried, sentences, base) =>
  carrying(tried, { whole: base.values, logarithm: false, sentences: sentences.length }).map(
    (one) => one.sentences,
  );

/** @type {import('../../web/src/api/model.js').Model[]} */
const open = [];
afterEach(() => Promise.all(open.splice(0).map((model) => model.close())));

/** @param {string[][]} sentences @param {Asked} asked @param {number[]} seeds */
async function whole(sentences, asked, seeds) {
  const base = await trainWhole(sentences, asked, seeds, how);
  open.push(base.model);
  return base;
}

describe.each(/** @type {const} */ (['en', 'zh']))('the example, %s', (language) => {
  const sentences = sentencesOf(exampleText(language));
  /** @type {Asked} */
  const planted = { kind: 'pair', words: EXAMPLE_WORDS[language].planted };
  /** @type {Asked} */
  const diffuse = { kind: 'pair', words: EXAMPLE_WORDS[language].diffuse };

  it('planted evidence is found first with every seed', async () => {
    for (const seed of SEEDS) {
      const { model } = await whole(sentences, planted, [seed]);
      const found = await candidatesIn(model, sentences, planted);
      const singles = found.filter(({ kind }) => kind === 'one').slice(0, 3);
      const numbers = singles.flatMap((one) => one.sentences).sort((a, b) => a - b);
      expect(numbers, `seed ${seed}`).toEqual(PLANTED);
      expect(found[0].sentences).toEqual(PLANTED);
    }
  });

  it('training again without them says so', async () => {
    const base = await whole(sentences, planted, SEEDS);
    const candidates = await candidatesIn(base.model, sentences, planted);
    const tried = await tryWithout(sentences, planted, { seeds: SEEDS, base, candidates }, how);
    const all = tried.find((one) => one.sentences.join() === PLANTED.join());
    expect(all).toMatchObject({ verdict: 'evidence', fault: null });
    expect(carried(tried, sentences, base)).toEqual([PLANTED]);
  });

  it('a neighbour without special evidence is diffuse', async () => {
    const base = await whole(sentences, diffuse, SEEDS);
    const candidates = await candidatesIn(base.model, sentences, diffuse);
    const tried = await tryWithout(sentences, diffuse, { seeds: SEEDS, base, candidates }, how);
    expect(tried.map(({ verdict }) => verdict)).not.toContain('gone');
    expect(carried(tried, sentences, base)).toEqual([]);
  });
});

it('a prediction is carried by sentences that hold its answer', async () => {
  const sentences = sentencesOf(exampleText('en'));
  const { sentence, answer } = {
    sentence: EXAMPLE_WORDS.en.blank,
    answer: EXAMPLE_WORDS.en.answer,
  };
  /** @type {Asked} */
  const blank = { kind: 'blank', words: sentence.split(' '), answer };
  const base = await whole(sentences, blank, [1]);
  const found = await candidatesIn(base.model, sentences, blank);
  expect(found[0].influence).toBeGreaterThan(0);
  for (const one of found) {
    for (const i of one.sentences) expect(sentences[i]).toContain(answer);
  }
});

describe('what strikes may leave', () => {
  it('a word that is gone from the text is said to be gone', async () => {
    const sentences = sentencesOf(`${'a b c\nb c d\n'.repeat(20)}zorp a b\n`);
    /** @type {Asked} */
    const asked = { kind: 'pair', words: ['zorp', 'a'] };
    const base = await whole(sentences, asked, [1, 2]);
    const candidates = await candidatesIn(base.model, sentences, asked);
    const tried = await tryWithout(sentences, asked, { seeds: [1, 2], base, candidates }, how);
    const last = tried.find((one) => one.sentences.join() === '40');
    expect(last).toMatchObject({ verdict: 'gone', fault: null });
  });

  it('a vocabulary of one word is a clear fault of that strike alone', async () => {
    const sentences = sentencesOf('a a a\na b\na a\n');
    /** @type {Asked} */
    const asked = { kind: 'pair', words: ['a', 'b'] };
    const base = await whole(sentences, asked, [1, 2]);
    const candidates = await candidatesIn(base.model, sentences, asked);
    const tried = await tryWithout(sentences, asked, { seeds: [1, 2], base, candidates }, how);
    const without = tried.find((one) => one.sentences.join() === '1');
    expect(without?.fault).toMatchObject({ code: 'VocabularyTooSmall' });
    expect(tried.some(({ fault }) => fault === null)).toBe(true);
  });

  it('the map tells how far words moved, and which are gone', async () => {
    const sentences = sentencesOf(`${'a b c\nb c d\n'.repeat(20)}zorp a b\n`);
    /** @type {Asked} */
    const asked = { kind: 'pair', words: ['a', 'b'] };
    const before = await whole(sentences, asked, [1]);
    const after = await whole(sentences.slice(0, -1), asked, [1]);
    const same = await mapsOf(before.model, before.model, ['a', 'b']);
    expect(same.gone).toEqual([]);
    for (const { moved } of same.moves) expect(moved).toBeLessThan(1e-3);
    const maps = await mapsOf(before.model, after.model, ['a', 'b']);
    expect(maps.gone).toEqual(['zorp']);
    expect(maps.moves.map(({ word }) => word).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

it('of two texts that are read at the same time, the later one is taken', async () => {
  const session = new SentencesSession();
  const long = 'a boat sails on the river\n'.repeat(20_000);
  await Promise.all([session.begin(long), session.begin('two ships sail\n')]);
  expect(session.all).toEqual([['two', 'ships', 'sail']]);
  expect(session.text).toBe('two ships sail\n');
  expect(session.isExample).toBe(false);
  await Promise.all([session.begin(long), session.begin('')]);
  expect(session.isExample).toBe(true);
  session.close();
});
