/**
 * The figures of a chapter as pictures in the page's text, for readers without scripts, for print and
 * for search engines: the chapter is trained while the site is built, and its figures are rendered.
 * What was rendered is kept outside the project until the chapter, the corpora or the engine change.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { init, parse } from 'es-module-lexer';
import * as api from '../src/api/index.js';

/** @typedef {'en' | 'zh'} Language */
/** @typedef {Record<string, string>} Pictures HTML by the figure's name */

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'preformer', 'story');
const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** The files that a module imports, itself included. @param {string} start @param {Set<string>} [found] */
function importsOf(start, found = new Set()) {
  if (found.has(start)) return found;
  found.add(start);
  const code = readFileSync(start, 'utf8');
  for (const { n: name } of start.endsWith('.js') ? parse(code)[0] : []) {
    if (name?.startsWith('.')) importsOf(join(dirname(start), name), found);
  }
  return found;
}

/** A digest of everything that a chapter's pictures depend on. @param {string} id @param {string[]} names */
async function digestOf(id, names) {
  await init;
  const hash = createHash('sha256').update(names.join(' '));
  const modules = ['run', 'figures'].map((name) => `../src/story/chapters/${id}/${name}.js`);
  const files = [...modules, '../corpora/presets.js'].flatMap((path) => [...importsOf(at(path))]);
  const engine = ['preformer-exact', 'preformer-transfer-exact'].map((name) =>
    at(`../../build/wasm/${name}.wasm`),
  );
  for (const file of new Set([...files.sort(), ...engine, at('./pictures.js')]))
    hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 24);
}

/**
 * @param {Language} language @param {string} id of a chapter
 * @param {string} text of the chapter
 * @returns {Promise<Pictures>}
 */
export async function picturesOf(language, id, text) {
  if (!existsSync(at(`../src/story/chapters/${id}/run.js`))) return {};
  // While other builds are compiled, the site is served without pictures, and built again after.
  if (!existsSync(at('../../build/wasm/preformer-fast.wasm'))) return {};
  // What a check trains is told by the caption alone.
  const names = Array.from(text.matchAll(/data-figure="([^"]+)"/g), ([, name]) => name).filter(
    (name) => name !== checkOf(text),
  );
  const file = join(CACHE, `${id}-${language}-${await digestOf(id, names)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const pictures = await draw(language, id, names);
  mkdirSync(CACHE, { recursive: true });
  for (const older of readdirSync(CACHE)) {
    if (older.startsWith(`${id}-${language}-`)) rmSync(join(CACHE, older), { force: true });
  }
  writeFileSync(`${file}.part`, JSON.stringify(pictures));
  renameSync(`${file}.part`, file);
  return pictures;
}

/** Trainings that serve all languages, by chapter. @type {Map<string, Promise<any>>} any: of each chapter's own type */
const shared = new Map();

/**
 * @template T
 * @param {boolean | undefined} isShared @param {string} key @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
function once(isShared, key, make) {
  if (!isShared) return make();
  const found = shared.get(key) ?? make();
  shared.set(key, found);
  return found;
}

/** @param {Language} language @param {string} id @param {string[]} names @returns {Promise<Pictures>} */
async function draw(language, id, names) {
  const [run, { figures }] = await Promise.all([
    import(`../src/story/chapters/${id}/run.js`),
    import(`../src/story/chapters/${id}/figures.js`),
  ]);
  const context = { api, language, seed: 1 };
  const trained = await once(run.anyLanguage, id, () => run.train(context));
  try {
    const outcome = await run.conclude(trained, context);
    /** @type {any} any: of the chapter's own type */
    let further = null;
    if (run.further) ({ more: further } = await run.further(trained, context, () => {}));
    /** @type {import('../src/story/chapter.js').View} */
    const view = {
      language,
      phase: 'outcome',
      still: true,
      frames: trained.frames,
      at: Math.max(0, trained.frames.length - 1),
      frame: trained.frames.at(-1),
      outcome,
      further,
      guess: '',
      check: null,
      checked: null,
      checking: false,
      run: { ...trained.run, seconds: Number.NaN }, // of this machine
      done: 1,
      secondsLeft: 0,
      state: {},
      set: () => {},
      choose: () => {},
      again: () => {},
      stop: () => {},
      context,
    };
    /** @type {Pictures} */
    const pictures = {};
    for (const name of names) {
      if (figures[name]) pictures[name] = slim(await collectResult(render(figures[name](view))));
    }
    return pictures;
  } finally {
    if (!run.anyLanguage) await trained.run.model?.close?.();
  }
}

/** The figure beside the question at the end. @param {string} text */
const checkOf = (text) => /name="check".*?data-figure="([^"]+)"/s.exec(text)?.[1];

/** Coordinates with two digits; what is read or read aloud stays as it is. @param {string} tag */
const shorter = (tag) =>
  tag.replace(/( aria-label="[^"]*")|(\d+\.\d{2})\d+/g, (_, label, short) => label ?? short);

/** Without the marks of the renderer, controls, and digits that nobody sees. @param {string} html */
const slim = (html) =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<button[^>]*class="plain"[^>]*>.*?<\/button>/gs, '')
    .replace(/<[^>]*>/g, shorter)
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><');
