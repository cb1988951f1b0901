/** The Story's texts hold: what they promise comes out, and their numbers are those of the runs. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as api from '../../../web/src/api/index.js';
import { doorOf } from '../../../web/src/story/plans.js';
import { inLanguage } from '../../../web/src/tasks/lesson.js';
import { readLesson } from '../../../web/src/tasks/read-lesson.js';
import { trainingOf } from '../../../web/src/tasks/training-link.js';
import { STORY_LESSONS } from '../../../web/story/lessons.js';
import { withQuestions } from '../../../web/story/questions.js';
import { CHAPTERS } from '../../../web/story/titles.js';

/** @typedef {'en' | 'zh'} Language */

/** All five seeds take minutes. */
const SEEDS = process.env.PREFORMER_TESTS === 'all' ? [1, 2, 3, 4, 5] : [1];

const fileOf = (/** @type {Language} */ language, /** @type {string} */ id) =>
  new URL(`../../../web/story/${language}/${id}.html`, import.meta.url);

/** The chapters, and the end, which trains as they do. */
const written = [...CHAPTERS, 'end'];

/** A chapter's text with its questions. @param {Language} language @param {string} id */
const textOf = (language, id) =>
  withQuestions(id, readFileSync(fileOf(language, id), 'utf8'), language);

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
      const text = textOf(language, id);
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
  const text = textOf(/** @type {Language} */ (language), id);
  expect(repliesIn(text, 'guess').sort()).toEqual(optionsOf(text, 'guess').sort());
  const wrong = optionsOf(text, 'check').filter((value) => value !== expected(text, 'check'));
  expect(repliesIn(text, 'check').sort()).toEqual(wrong.sort());
});

describe('the lesson of each chapter', () => {
  it.each(STORY_LESSONS)(
    '$chapter has no faults and trains what the chapter trains',
    async (listed) => {
      const { chapter, title, minutes } = listed;
      const file = new URL(`../../../web/story/chapters/${chapter}.json`, import.meta.url);
      const { lesson, faults } = await readLesson(readFileSync(file, 'utf8'));
      expect(faults).toEqual([]);
      expect(await listed.load()).toEqual(lesson);
      expect({ title: lesson?.title, minutes: lesson?.minutes }).toEqual({ title, minutes });
      const run = await import(`../../../web/src/story/chapters/${chapter}/run.js`);
      for (const step of lesson?.steps ?? []) {
        for (const language of /** @type {Language[]} */ (['en', 'zh'])) {
          const link = trainingOf(inLanguage(step.link, language));
          expect(link).toBe(
            trainingOf(doorOf(run, language, 1).replace('./', '').replace('&lang=zh', '')),
          );
        }
      }
    },
  );

  it('is there for every chapter', () => {
    expect(STORY_LESSONS.map(({ chapter }) => chapter)).toEqual(CHAPTERS);
  });
});
