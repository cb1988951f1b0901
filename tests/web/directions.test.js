import { expect, test } from 'vitest';
import { mistakesIn } from '../../web/directions.js';

/** A house of two files or three. @param {Record<string, string>} files by path under web/src */
const ask = (files) =>
  mistakesIn(new Map(Object.entries(files).map(([path, text]) => [`web/src/${path}`, text])));

test('imports that run down are fine, from any floor to any below', async () => {
  const files = {
    'plots/heat.js': '',
    'link/field.js': "import { heat } from '../plots/heat.js';",
    'lab/ask/ask-odd.js': "import '../../link/field.js';\nimport '../../../corpora/presets.js';",
    'embed/frame.js': "const page = () => import('../lab/ask/ask-odd.js');",
  };
  expect(await ask(files)).toEqual([]);
});

test('an import that runs up is told with the file, its target and a way out', async () => {
  const found = await ask({
    'training/undo.js': "import { Session } from '../lab/session.js';",
    'lab/session.js': '',
  });
  expect(found).toEqual([
    'web/src/training/undo.js imports web/src/lab/session.js, a floor above. Move what both need to training/ or further down, or hand it in as an argument.',
  ]);
});

test.each([
  ['a type', "/** @type {import('../api/types.js').Info} */"],
  ['an import when needed', "const late = () => import('../api/types.js');"],
  ['the address of a script', "new Worker(new URL('../api/types.js', import.meta.url));"],
  ['what is handed on', "export * from '../api/types.js';"],
  ['a text', "import text from '../api/types.js?raw';"],
])('%s is an import, too', async (_, text) => {
  expect(await ask({ 'worker/builds.js': text })).toEqual([
    expect.stringContaining('web/src/worker/builds.js imports web/src/api/types.js, a floor above'),
  ]);
});

test('styles follow the same rule', async () => {
  expect(await ask({ 'ui/field.css': "@import '../lab/lab.css';" })).toEqual([
    expect.stringContaining('web/src/ui/field.css imports web/src/lab/lab.css, a floor above'),
  ]);
});

test('a page imports no other page', async () => {
  const found = await ask({ 'polysemy/session.js': "import { Eta } from '../lab/slot.js';" });
  expect(found).toEqual([
    'web/src/polysemy/session.js imports web/src/lab/slot.js: a page imports no other page. Move what both need a floor down: to ui/, training/, text/ or link/.',
  ]);
});

test('rooms of one floor keep apart', async () => {
  expect(await ask({ 'plots/heat.js': "import '../worker/errors.js';" })).toEqual([
    'web/src/plots/heat.js imports web/src/worker/errors.js, a room of the same floor. Move what both need a floor down, or hand it in as an argument.',
  ]);
});

test('a circle is told with all its files, once', async () => {
  const found = await ask({
    'lab/main.js': "import './store.js';",
    'lab/store.js': "import './table.js';",
    'lab/table.js': "const later = () => import('./slot.js');",
    'lab/slot.js': "import './store.js';",
  });
  expect(found).toEqual([
    'A circle of imports: web/src/lab/store.js → web/src/lab/table.js → web/src/lab/slot.js → web/src/lab/store.js. Move what they share to a file that imports none of them, or hand it in as an argument.',
  ]);
});

test('two files of a room may name each other as types: nothing of that runs', async () => {
  const found = await ask({
    'lab/session.js': "import './live.js';",
    'lab/live.js': "/** @param {import('./session.js').Session} session */",
  });
  expect(found).toEqual([]);
});

test('files beside the rooms may name all of them, and no room names these', async () => {
  expect(await ask({ 'elements.d.ts': "type A = import('./lab/lab-app.js').LabApp;" })).toEqual([]);
  expect(await ask({ 'lab/lab-app.js': "import '../elements.js';" })).toEqual([
    expect.stringContaining('imports web/src/elements.js, a floor above'),
  ]);
});

test('a folder without a floor is asked for one', async () => {
  expect(await ask({ 'attic/box.js': '' })).toEqual([
    'web/src/attic is on no floor: give it one in web/directions.js.',
  ]);
});
