/** Whatever is put into a link or a file of lessons, the answer is a lesson, a result or a reason. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  lessonFragment,
  pack,
  readLessonLink,
  unpack,
} from '../../../web/src/tasks/lesson-link.js';
import { readLesson } from '../../../web/src/tasks/read-lesson.js';
import { readResult } from '../../../web/src/tasks/result.js';

const LESSON = readFileSync('web/lessons/ours/dimensions.json', 'utf8');
const RESULT = {
  lesson: 'ab12cd34',
  seat: 17,
  steps: [
    {
      guess: '3',
      hints: 1,
      attempts: 2,
      attempt: {
        link: 'lab.html#v=1&size=9',
        hash: '0123456789abcdef',
        values: [1, 9],
        best: 9,
        reached: true,
      },
    },
  ],
};

/** A text with a part cut out, put in or changed. @param {string} text */
const mutated = (text) =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(12),
      fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom('"', '{', '&', '=', '%', '\u0000', '-1', '1e999'),
      ),
    )
    .map(([at, length, more]) => text.slice(0, at) + more + text.slice(at + length));

it('fragments: a source or none, never an error', () => {
  const good = lessonFragment({ lesson: 'dimensions' }, { step: 2, result: 'abcDEF_-' });
  fc.assert(
    fc.property(fc.oneof(fc.string(), mutated(good)), (fragment) => {
      const { source, step, result } = readLessonLink(fragment);
      expect(Object.keys(source).length).toBeLessThanOrEqual(1);
      expect(step).toBeGreaterThanOrEqual(0);
      expect(result).toMatch(/^[\w-]*$/);
    }),
    { numRuns: 3000 },
  );
});

it('results: read, or refused with a code', async () => {
  const packed = await pack(RESULT);
  expect(await readResult(packed)).toMatchObject(RESULT);
  await fc.assert(
    fc.asyncProperty(mutated(packed), async (text) => {
      const read = await readResult(text).catch((error) => error);
      expect(['BadResult', 'BrokenLink', 'LinkTooLarge', undefined]).toContain(read.code);
    }),
    { numRuns: 500 },
  );
  await fc.assert(
    fc.asyncProperty(mutated(JSON.stringify(RESULT)), async (text) => {
      const read = await readResult(await packText(text)).catch((error) => error);
      expect(['BadResult', undefined]).toContain(read.code);
    }),
    { numRuns: 500 },
  );
});

/** @param {string} text */
async function packText(text) {
  const { packText: packed } = await import('../../../web/src/link/text-link.js');
  return packed(new TextEncoder().encode(text));
}

it('files: a lesson, or faults with lines that exist', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(LESSON), async (text) => {
      const { lesson, faults } = await readLesson(text);
      expect(lesson === null).toBe(faults.length > 0);
      const lines = text.split('\n').length;
      for (const { line } of faults) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 400 },
  );
});

it('what is packed comes out again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      expect(JSON.parse(await unpack(await pack(JSON.parse(text))))).toEqual(JSON.parse(text));
    }),
    { numRuns: 100 },
  );
});
