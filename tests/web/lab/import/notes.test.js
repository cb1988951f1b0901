import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { en } from '../../../../web/src/i18n/import-en.js';
import { zh } from '../../../../web/src/i18n/import-zh.js';
import { setLanguage } from '../../../../web/src/i18n/index.js';
import '../../../../web/src/lab/import/notes.js';

/** @type {import('../../../../web/src/worker/types').Found} */
const plain = {
  format: 'text',
  words: 3,
  dimensions: 2,
  promised: 0,
  limited: false,
  short: false,
  long: false,
  leftOut: 0,
  duplicates: 0,
  renamed: 0,
};

/** The notes of a file. @param {Partial<typeof plain>} found */
async function notesOf(found) {
  const element =
    /** @type {import('../../../../web/src/lab/import/import-notes.js').ImportNotes} */ (
      document.createElement('import-notes')
    );
  element.found = { ...plain, ...found };
  document.body.append(element);
  await element.updateComplete;
  const notes = [...element.querySelectorAll('li')].map((note) => note.textContent);
  element.remove();
  return notes;
}

afterEach(() => setLanguage('en'));

const first = /** @type {const} */ ({ line: 7, file: 'vectors', reason: 'duplicate', text: 'cat' });

it('a file without a fault has no notes', async () => {
  expect(await notesOf({})).toEqual([]);
});

it('what was left out, with the first place and its reason, and what was renamed', async () => {
  const found = { leftOut: 2, firstLeftOut: first, renamed: 1 };
  expect(await notesOf(found)).toEqual([
    '3 words read, 2 left out. The first is line 7: the word “cat” comes a second time.',
    'Words with spaces or control characters, now written with _: 1.',
  ]);
  setLanguage('zh');
  expect(await notesOf(found)).toEqual([
    '读取了 3 个词，略去 2 行。第一处：第 7 行，词“cat”已经出现过。',
    '1 个词含有空格或控制字符，这些字符已改为 _。',
  ]);
});

it.each(
  /** @type {const} */ ([
    ['blank', '', 'it has no word, or only a blank one'],
    ['utf-8', '', 'its word is not valid UTF-8'],
    ['count', '5', 'it has 5 numbers instead of 2'],
    ['number', 'x', '“x” is not a number'],
    ['not-finite', 'nan', 'one of its numbers is not finite'],
    ['cut', '', 'the file ends within it'],
  ]),
)('the reason %s', async (reason, text, says) => {
  const firstLeftOut = { ...first, reason, text };
  const [note] = await notesOf({ format: 'binary', leftOut: 1, firstLeftOut });
  expect(note).toBe(`3 words read, 1 left out. The first is word 7: ${says}.`);
});

it('the column of a pair of files, and the file of the first fault', async () => {
  const firstLeftOut = /** @type {const} */ ({ ...first, file: 'metadata', reason: 'blank' });
  const column = { number: 2, of: 3, heading: 'label' };
  expect(await notesOf({ format: 'tsv', leftOut: 1, firstLeftOut, column })).toEqual([
    '3 words read, 1 left out. The first is line 7 of the file of words: it has no word, or only a blank one.',
    'The words are from column 2 of the file of words, “label”.',
  ]);
  const one = { number: 1, of: 1, heading: '' };
  expect(await notesOf({ format: 'tsv', column: { ...one, of: 2 } })).toEqual([
    'The words are from column 1 of the file of words.',
  ]);
  expect(await notesOf({ format: 'tsv', column: one })).toEqual([]);
});

it('every problem that the readers name has its sentence in both languages', async () => {
  const folder = join(import.meta.dirname, '../../../../cpp/preformer/io');
  const names = new Set();
  for (const file of await readdir(folder)) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:vectors_problem|return blank)\(\s*"([^"]+)"/g)) {
      names.add(name);
    }
  }
  names.delete('strict'); // the page never reads strictly
  expect(names.size).toBeGreaterThan(15);
  for (const name of names) {
    expect(en).toHaveProperty([`import.${name}`]);
    expect(zh).toHaveProperty([`import.${name}`]);
  }
});
