/** What `npx preformer` needs: the command line under Node, and the site for `preformer serve`. */
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @param {string} folder @returns {string[]} paths below it, with / as separator */
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** @param {string} path */
const digest = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/**
 * Copies the command line. Its files lie beside each other as in build/wasm, because the program finds
 * its modules and prepared texts by its own place.
 * @param {string} project @param {string} out both end with a slash
 */
export function packCommandLine(project, out) {
  const wasm = `${project}build/wasm/`;
  for (const name of ['preformer.mjs', 'serve.mjs', 'link.mjs']) cpSync(wasm + name, out + name);
  chmodSync(`${out}preformer.mjs`, 0o755);
  for (const name of readdirSync(`${wasm}cli`)) cpSync(`${wasm}cli/${name}`, `${out}cli/${name}`);
  // Those of the package for other doors; the tasks of `preformer transfer` read the rest.
  const prepared = `${project}web/corpora/prepared/`;
  for (const name of readdirSync(prepared)) cpSync(prepared + name, `${out}prepared/${name}`);
}

/**
 * Copies the site without what the package has already: the engine's modules, texts, the folder lib/.
 * site-elsewhere.json says where those are.
 * @param {string} site @param {string} out both end with a slash
 */
export function packSite(site, out) {
  const known = new Map(filesOf(out).map((path) => [digest(out + path), path]));
  /** @type {Record<string, string>} */
  const elsewhere = {};
  for (const path of filesOf(site)) {
    const same = known.get(digest(site + path));
    if (same) {
      elsewhere[path] = same;
      continue;
    }
    mkdirSync(dirname(`${out}site/${path}`), { recursive: true });
    cpSync(site + path, `${out}site/${path}`);
  }
  writeFileSync(`${out}site-elsewhere.json`, JSON.stringify(elsewhere));
}
