/** Writes the service worker of the built site: the list of files, then the script. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./service-worker.js', import.meta.url));

/** Cached on first use, or when the reader asks for all files: these and all large files. */
const LATER = [/preformer(-transfer)?-(fast|parallel)/, /state-of-the-union/];
const MOST_BYTES = 1_000_000;
const TEXTS = /\.(html|js|mjs|css|webmanifest)$/;
const HASHED = /^assets\//; // the bundler's folder, whose file names change with their content

/** @param {string} folder @returns {string[]} paths with / as separator */
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''));

const nameOf = (/** @type {string} */ path) => path.slice(path.lastIndexOf('/') + 1);

/**
 * The files that the pages need: the pages, the files that they name, the files that those name,
 * and so on.
 * @param {string[]} files @param {string[]} pages @param {(path: string) => string} read
 */
export function needed(files, pages, read) {
  const found = new Set(pages.filter((page) => files.includes(page)));
  for (const path of found) {
    if (!TEXTS.test(path)) continue;
    const text = read(path);
    for (const other of files) {
      if (!other.endsWith('.html') && text.includes(nameOf(other))) found.add(other);
    }
  }
  return [...found].sort();
}

/**
 * @param {string} folder folder of the built site
 * @param {string[]} pages pages that work without a network
 */
export function listFiles(folder, pages) {
  const read = (/** @type {string} */ path) => readFileSync(join(folder, path));
  const files = filesOf(folder).filter(
    (path) => path !== 'sw.js' && !path.startsWith('cards/'), // pictures of links, for other sites
  );
  const paths = needed(files, pages, (path) => read(path).toString('utf8'));
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\0`).update(read(path));
  const size = (/** @type {string} */ path) => read(path).length;
  const isLater = (/** @type {string} */ path) =>
    LATER.some((pattern) => pattern.test(path)) || size(path) > MOST_BYTES;
  const listed = (/** @type {boolean} */ later) =>
    paths.filter((path) => isLater(path) === later).map((path) => [path, HASHED.test(path)]);
  const moreBytes = paths.filter(isLater).reduce((sum, path) => sum + size(path), 0);
  return {
    version: hash.digest('hex').slice(0, 12),
    core: listed(false),
    more: listed(true),
    moreBytes,
  };
}

/** @param {{pages: string[]}} options @returns {import('vite').Plugin} */
export const offline = ({ pages }) => ({
  name: 'preformer:offline',
  apply: 'build',
  writeBundle: {
    order: 'post',
    sequential: true,
    handler({ dir: folder = '' }) {
      const list = JSON.stringify(listFiles(folder, pages));
      const script = readFileSync(SCRIPT, 'utf8');
      writeFileSync(join(folder, 'sw.js'), `self.PREFORMER = ${list};\n${script}`);
    },
  },
});
