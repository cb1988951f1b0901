/** The Story's texts hold: what they promise comes out, and their numbers are those of the runs. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as api from '../../../web/src/api/index.js';
import { CHAPTERS } from '../../../web/story/titles.js';

/** @typedef {'en' | 'zh'} Language */

/** All five seeds take minutes. */
const SEEDS = process.env.PREFORMER_TESTS === 'all' ? [1, 2, 3, 4, 5] : [1];

const fileOf = (/** @type {Language} */ language, /** @type {string} */ id) =>
  new URL(`../../../web/story/${language}/${id}.html`, import.meta.url);

/** The chapters that have a text, and the end, which trains as they do. */
const written = [...CHAPTERS, 'end'].filter((id) => existsSync(fileOf('en', id)));

/** The option that a question of the text expects. @param {string} text @param {string} name */
const expected = (text, name) =>
  new RegExp(`<story-choice name="${name}" answer="([^"]+)"`).exec(text)?.[1] ?? '';

/** The numbers in a text, by name. @param {string} text @returns {[string, string][]} */
const numbersIn = (text) =>
  Array.from(text.matchAll(/data-number="([^"]+)">([^<]*)</g), ([, name, number]) => [
    name,
    number,
  ]);

/** The options of a question. @param {string} text @param {string} name */
const optionsOf = (text, name) => {
  const [, list = ''] =
    new RegExp(`<story-choice name="${name}"[^>]*>(.*?)</story-choice>`, 's').exec(text) ?? [];
  return Array.from(list.matchAll(/data-value="([^"]+)"/g), ([, value]) => value);
};

/** The options to which the text replies. @param {string} text @param {'guess' | 'check'} name */
const repliesIn = (text, name) =>
  Array.from(text.matchAll(new RegExp(`<p data-${name}="([^"]+)">`, 'g')), ([, value]) => value);

/** What was trained for all languages, by chapter and seed. @type {Map<string, any>} any: of each chapter's own type */
const shared = new Map();

describe.each(written)('%s', (id) => {
  it.each(
    /** @type {Language[]} */ (['en', 'zh']).flatMap((language) =>
      SEEDS.map((seed) => /** @type {[Language, number]} */ ([language, seed])),
    ),
  )(
    '%s, seed %i',
    async (language, seed) => {
      const text = readFileSync(fileOf(language, id), 'utf8');
      const run = await import(`../../../web/src/story/chapters/${id}/run.js`);
      const context = { api, language, seed };
      const key = `${id} ${seed}`;
      const known = run.anyLanguage ? shared.get(key) : undefined;
      const trained = known?.trained ?? (await run.train(context));
      try {
        const outcome = await run.conclude(trained, context);
        expect(outcome.value).toBe(expected(text, 'guess'));
        const further = await run.further?.(trained, context);
        const wanted = expected(text, 'check');
        const checked = known?.checked ?? (await run.check?.(wanted, trained, context));
        if (run.anyLanguage) shared.set(key, { trained, checked });
        if (wanted) expect(checked.value).toBe(wanted);
        for (const [, name] of text.matchAll(/data-measured="([^"]+)"/g))
          expect(outcome.measured).toHaveProperty(name);
        if (seed !== 1) return; // numbers in the text are those of seed 1
        const numbers = { ...outcome.numbers, ...further?.numbers, ...checked?.numbers };
        for (const [name, number] of numbersIn(text))
          expect([name, numbers[name]]).toEqual([name, number]);
      } finally {
        if (!run.anyLanguage) await trained.run.model?.close?.();
      }
    },
    300_000,
  );
});

it.each(
  written.flatMap((id) =>
    /** @type {Language[]} */ (['en', 'zh']).map((language) => [id, language]),
  ),
)('%s, %s: every guess has a reply, and every wrong answer of the check', (id, language) => {
  const text = readFileSync(fileOf(/** @type {Language} */ (language), id), 'utf8');
  expect(repliesIn(text, 'guess').sort()).toEqual(optionsOf(text, 'guess').sort());
  const wrong = optionsOf(text, 'check').filter((value) => value !== expected(text, 'check'));
  expect(repliesIn(text, 'check').sort()).toEqual(wrong.sort());
});
