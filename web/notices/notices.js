/** The notices that the licences of all bundled libraries and data ask for, as one text. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DATA, ENGINE } from './engine.js';

const project = fileURLToPath(new URL('../../', import.meta.url));

/**
 * An npm package that may be bundled.
 * @typedef {{folder: string, name: string, version: string, licence: string, text: string}} Library
 */

/** The texts of the licence in a package's folder. @param {string} folder */
function licenceIn(folder) {
  const names = readdirSync(`${project}${folder}`).filter((name) =>
    /^(licen[cs]e|copying|notice)[\w-]*(\.(txt|md))?$/i.test(name),
  );
  return names
    .map((name) => readFileSync(`${project}${folder}/${name}`, 'utf8').replaceAll('\r', '').trim())
    .join('\n\n');
}

/** What is installed because the pages import it, and what that imports. @returns {Library[]} */
export function libraries() {
  const { packages } = JSON.parse(readFileSync(`${project}package-lock.json`, 'utf8'));
  return Object.entries(packages)
    .filter(([folder, { dev, optional }]) => folder && !dev && !optional)
    .filter(([folder]) => !folder.includes('/@types/'))
    .map(([folder]) => {
      const { name, version, license } = JSON.parse(
        readFileSync(`${project}${folder}/package.json`, 'utf8'),
      );
      return { folder, name, version, licence: license ?? '', text: licenceIn(folder) };
    });
}

const line = (/** @type {string} */ sign) => sign.repeat(100);

/** @param {string} title @param {string} body */
const section = (title, body) => `${line('=')}\n${title}\n${line('=')}\n\n${body}\n`;

/** The whole text. */
export function noticesText() {
  // Packages with one and the same text share it.
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const { name, version, licence, text } of libraries()) {
    const body = text || `${licence}; the package contains no text of its licence.`;
    texts.set(body, [...(texts.get(body) ?? []), `${name} ${version} (${licence})`]);
  }
  const parts = [...ENGINE, ...DATA].map(({ name, licence, where, text }) =>
    section(`${name} (${licence}), ${where}`, text),
  );
  const shared = [...texts].map(([text, names]) => section(names.join('\n'), text));
  return `Preformer is under the MIT licence. It contains the following libraries and data.\n\n${[...parts, ...shared].join('\n')}`;
}

const PACKAGE = /^(.*\/)?(node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * The packages among a bundle's modules that have no notice.
 * @param {string[]} modules paths of the bundled modules
 * @param {string[]} noticed folders of packages: 'node_modules/lit'
 */
export function withoutNotice(modules, noticed) {
  const missing = new Set();
  for (const path of modules) {
    const folder = PACKAGE.exec(path.replaceAll('\\', '/'))?.[2];
    if (folder && !noticed.some((one) => one.endsWith(folder))) missing.add(folder);
  }
  return [...missing];
}
