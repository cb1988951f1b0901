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
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import * as api from '../src/api/index.js';

/** @typedef {'en' | 'zh'} Language */
/** @typedef {Record<string, string>} Pictures HTML by the figure's name */

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'preformer', 'story');
const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|json|txt|wasm)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** A digest of everything that a chapter's figures depend on. @param {string} id @param {string} text */
function digestOf(id, text) {
  const hash = createHash('sha256').update(text);
  const files = [
    ...filesIn(`../src/story/chapters/${id}/`),
    ...filesIn('../src/story/figures/'),
    ...['chapter', 'player', 'plans', 'recording', 'vectors', 'words'].map((name) =>
      at(`../src/story/${name}.js`),
    ),
    ...filesIn('../src/plots/'),
    ...filesIn('../corpora/'),
    at('../../build/wasm/preformer-exact.wasm'),
    at('./pictures.js'),
  ];
  for (const file of files) hash.update(readFileSync(file));
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
  const file = join(CACHE, `${id}-${language}-${digestOf(id, text)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const pictures = await draw(language, id, text);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${file}.part`, JSON.stringify(pictures));
  renameSync(`${file}.part`, file);
  return pictures;
}

/** @param {string} text @param {string} name */
const answerTo = (text, name) =>
  new RegExp(`<story-choice name="${name}" answer="([^"]+)"`).exec(text)?.[1] ?? '';

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

/** @param {Language} language @param {string} id @param {string} text @returns {Promise<Pictures>} */
async function draw(language, id, text) {
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
    const check = answerTo(text, 'check');
    const checked = await once(run.anyLanguage, `${id} ${check}`, async () =>
      check ? ((await run.check?.(check, trained, context)) ?? null) : null,
    );
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
      check: check || null,
      checked,
      checking: false,
      run: { ...trained.run, seconds: Number.NaN }, // of this machine
      done: 1,
      secondsLeft: 0,
      state: {},
      set: () => {},
      choose: () => {},
      again: () => {},
      context,
    };
    /** @type {Pictures} */
    const pictures = {};
    for (const [, name] of text.matchAll(/data-figure="([^"]+)"/g)) {
      if (figures[name]) pictures[name] = slim(await collectResult(render(figures[name](view))));
    }
    return pictures;
  } finally {
    if (!run.anyLanguage) await trained.run.model?.close?.();
  }
}

/** Without the marks of the renderer, controls, and digits that nobody sees. @param {string} html */
const slim = (html) =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<button[^>]*class="plain"[^>]*>.*?<\/button>/gs, '')
    .replace(/(\d+\.\d{2})\d+/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><');
