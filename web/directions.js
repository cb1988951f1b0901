/**
 * The house rule of imports: a floor imports the floors below it, no page imports another page, no
 * file imports itself through others. `checks.sh directions` and the build of the site ask here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { init, parse } from 'es-module-lexer';

/** Rooms, the folders of web/src, by floor, the lowest first. A floor imports what is below it. */
const FLOORS = [
  ['styles', 'i18n', 'plots', 'worker'],
  ['api'],
  ['link'],
  ['training', 'text', 'ui'],
  ['share', 'scripts', 'offline', 'keep', 'inside'],
  ['lab', 'ladder', 'polysemy', 'transfer', 'story'], // each is a page
  ['tasks'],
  ['embed'],
  ['lessons', 'class', 'experiments', 'package', 'command-line', 'questions', 'check', 'bench', ''], // '': web/src itself, files that name all rooms
];

const PAGES = FLOORS[5];

const floorOf = (/** @type {string} */ room) => FLOORS.findIndex((floor) => floor.includes(room));

/** The folder of web/src that a file lies in; '' beside the folders. @param {string} file */
const roomOf = (file) => (file.split('/').length > 3 ? file.split('/')[2] : '');

/** Imports of code, of types in comments and of styles, and `new URL(…, import.meta.url)`. */
const NAMED =
  /(?:\bfrom|\bimport|\bimport\s*\(|@import|\bnew URL\(|<reference path=)\s*(['"])(\.[^'"?]*)(?:\?[^'"]*)?\1/g;

/** @param {string} file @param {string} text */
function parsed(file, text) {
  try {
    return parse(text)[0];
  } catch ({ idx: at }) {
    const line = text.slice(0, at).split('\n').length;
    throw new SyntaxError(`${file} cannot be read as JavaScript (line ${line}).`);
  }
}

/**
 * What a file names, and what of that runs: types are gone when it does.
 * @param {string} file its path from the project's folder
 * @param {string} text
 * @param {Map<string, string>} files
 */
function importsOf(file, text, files) {
  const from = (/** @type {string} */ name) => posix.join(posix.dirname(file), name);
  const named = new Set(Array.from(text.matchAll(NAMED), ([, , name]) => from(name)));
  /** @type {string[]} */
  let code = [];
  if (file.endsWith('.js')) {
    const imports = parsed(file, text);
    code = imports.flatMap(({ n: name }) => (name?.startsWith('.') ? [from(name)] : []));
  }
  return { named: [...named], code: code.filter((other) => files.has(other)) };
}

/** What is wrong with one import; '' if nothing is. @param {string} file @param {string} other */
function wrongWith(file, other) {
  const [room, target] = [roomOf(file), roomOf(other)];
  if (room === target) return '';
  const [floor, below] = [floorOf(room), floorOf(target)];
  if (floor < 0 || below < 0 || below < floor) return ''; // a room without a floor is told by itself
  const arrow = `${file} imports ${other}`;
  if (PAGES.includes(room) && PAGES.includes(target)) {
    return `${arrow}: a page imports no other page. Move what both need a floor down: to ui/, training/, text/ or link/.`;
  }
  const above = below > floor;
  const why = above ? 'a floor above' : 'a room of the same floor';
  const to = above ? `to ${room}/ or further down` : 'a floor down';
  return `${arrow}, ${why}. Move what both need ${to}, or hand it in as an argument.`;
}

/** One circle for each way back to a file that is still open. @param {Map<string, string[]>} graph */
function circlesIn(graph) {
  /** @type {string[]} */
  const circles = [];
  /** @type {string[]} */
  const open = [];
  const done = new Set();
  const visit = (/** @type {string} */ file) => {
    const at = open.indexOf(file);
    if (at >= 0) circles.push([...open.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    open.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    open.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return circles;
}

/**
 * @param {Map<string, string>} files text by path, as 'web/src/lab/main.js'
 * @returns {Promise<string[]>} sentences that say what is wrong and what to do instead
 */
export async function mistakesIn(files) {
  await init;
  const mistakes = new Set();
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const [file, text] of files) {
    const room = roomOf(file);
    if (floorOf(room) < 0) {
      mistakes.add(`web/src/${room} is on no floor: give it one in web/directions.js.`);
    }
    const { named, code } = importsOf(file, text, files);
    graph.set(file, code);
    const inside = named.filter((other) => other.startsWith('web/src/'));
    for (const other of inside) mistakes.add(wrongWith(file, other));
  }
  for (const circle of circlesIn(graph)) {
    mistakes.add(
      `A circle of imports: ${circle}. Move what they share to a file that imports none of them, or hand it in as an argument.`,
    );
  }
  mistakes.delete('');
  return [...mistakes];
}

/** The sources of the page, as mistakesIn() takes them. */
export function sources() {
  const project = fileURLToPath(new URL('../', import.meta.url));
  const names = readdirSync(join(project, 'web/src'), { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => /\.(js|ts|css)$/.test(name)).sort();
  return new Map(
    paths.map((name) => {
      const path = posix.join('web/src', name.replaceAll('\\', '/'));
      return [path, readFileSync(join(project, path), 'utf8')];
    }),
  );
}

/**
 * Refuses to build what runs the wrong way.
 * @returns {import('vite').Plugin}
 */
export const directions = () => ({
  name: 'preformer:directions',
  apply: 'build',
  async buildStart() {
    const mistakes = await mistakesIn(sources());
    if (mistakes.length > 0) this.error(mistakes.join('\n'));
  },
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const mistakes = await mistakesIn(sources());
  for (const mistake of mistakes) console.error(mistake);
  process.exitCode = mistakes.length > 0 ? 1 : 0;
}
