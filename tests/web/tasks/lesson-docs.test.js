/** What docs/lessons.md says of lesson files is so. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import schema from '../../../web/src/tasks/lesson.schema.json' with { type: 'json' };
import { QUANTITIES } from '../../../web/src/tasks/quantities.js';
import { readLesson } from '../../../web/src/tasks/read-lesson.js';

const FILES = ['docs/lessons.md', 'docs/lessons.zh.md'];
const read = (/** @type {string} */ name) => readFileSync(name, 'utf8');

/** Rows of tables: what stands in `code` in the first cell, and the other cells. @param {string} text */
const rows = (text) =>
  Array.from(text.matchAll(/^\| (`.*?`) \| (.*) \|$/gm), ([, first, rest]) => ({
    names: Array.from(first.matchAll(/`([^`]+)`/g), ([, name]) => name),
    cells: rest.split(/ (?<!\\)\| /),
  }));

it('the example has no faults', async () => {
  const [, json] = /```json\n(.*?)```/s.exec(read(FILES[0])) ?? [];
  const { lesson, faults } = await readLesson(json);
  expect(faults).toEqual([]);
  expect(lesson?.steps[0].goal?.conditions).toHaveLength(2);
});

it.each(FILES)(
  '%s: all quantities, with as many words, on their pages, for their models',
  (name) => {
    const told = rows(read(name)).filter(
      ({ names: [first], cells }) => cells.length === 3 && first in QUANTITIES,
    );
    expect(told.map(({ names }) => names[0])).toEqual(Object.keys(QUANTITIES));
    for (const {
      names: [first],
      cells,
    } of told) {
      const { takes, pages = ['lab'], models = [] } = QUANTITIES[first];
      const [words, where] = cells;
      const list = words === '–' ? [] : words.split(/, |、/);
      const ends = (/** @type {string[]} */ all) => all.map((word) => word.endsWith('…'));
      expect([first, ends(list)]).toEqual([first, ends(takes)]);
      if (name === FILES[0]) expect([first, list]).toEqual([first, takes]);
      const [on, of = ''] = where.split(': ');
      expect([first, on.split(', ')]).toEqual([first, pages]);
      expect([first, of.split(', ').filter(Boolean)]).toEqual([first, models]);
    }
  },
);

it.each(FILES)('%s: all fields of the schema', (name) => {
  const { step, prediction, option } = schema.$defs;
  const fields = [schema, step, prediction, option].flatMap(({ properties }) =>
    Object.keys(properties),
  );
  const text = read(name);
  const missing = fields.filter((field) => field !== '$schema' && !text.includes(`\`${field}\``));
  expect(missing).toEqual([]);
});
