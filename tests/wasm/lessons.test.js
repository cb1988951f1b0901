/** Our lessons, done by training: the right ways reach the goals, the wrong ways do not. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OUR_LESSONS } from '../../web/lessons/ours/index.js';
import { readLesson } from '../../web/src/tasks/read-lesson.js';

const FOLDER = 'web/lessons/ours';

describe('the list', () => {
  it('names every file once', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
    expect(OUR_LESSONS.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
  });

  it.each(OUR_LESSONS)(
    '$id: title and minutes are those of the file, which has no faults',
    async (listed) => {
      const { lesson, faults } = await readLesson(
        readFileSync(`${FOLDER}/${listed.id}.json`, 'utf8'),
      );
      expect(faults).toEqual([]);
      expect(await listed.load()).toEqual(lesson);
      expect({ title: lesson?.title, minutes: lesson?.minutes }).toEqual({
        title: listed.title,
        minutes: listed.minutes,
      });
    },
  );
});
