/** Which files the service worker keeps. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles, needed } from '../../../web/src/offline/build.js';

/** @type {string} */
let folder;

/** @type {Record<string, string>} */
const site = {
  'index.html': '<script src="./assets/index-abcdefgh.js">',
  'embed.html': '<script src="./assets/embed-abcdefgh.js">',
  'assets/index-abcdefgh.js': 'import("./lazy-abcdefgh.js"); "embed.html"; "words-exact.wasm"',
  'assets/lazy-abcdefgh.js': 'import("./preformer-fast-abcdefgh.wasm"); "./reader-abcdefgh.js"',
  'assets/reader-abcdefgh.js': 'x'.repeat(1_000_001),
  'assets/words-exact.wasm': 'exact',
  'assets/preformer-fast-abcdefgh.wasm': 'a faster build',
  'assets/embed-abcdefgh.js': 'of embeds alone',
  'sw.js': 'index-abcdefgh.js',
};

/** @param {Record<string, string>} files */
function write(files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preformer-site-'));
  write(site);
});

afterEach(() => rmSync(folder, { recursive: true }));

it('what the pages name, however far away; other pages and theirs are left out', () => {
  const list = listFiles(folder, ['index.html']);
  expect(list.core).toEqual([
    ['assets/index-abcdefgh.js', true],
    ['assets/lazy-abcdefgh.js', true],
    ['assets/words-exact.wasm', true],
    ['index.html', false],
  ]);
  expect(list.more).toEqual([
    ['assets/preformer-fast-abcdefgh.wasm', true],
    ['assets/reader-abcdefgh.js', true], // large
  ]);
  expect(list.moreBytes).toBe('a faster build'.length + 1_000_001);
});

it('the version is that of the content', () => {
  const { version } = listFiles(folder, ['index.html']);
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  write({ 'embed.html': 'another', 'sw.js': 'another' });
  expect(listFiles(folder, ['index.html']).version).toBe(version);
  write({ 'assets/words-exact.wasm': 'another' });
  expect(listFiles(folder, ['index.html']).version).not.toBe(version);
});

it('a page that is not there is no page', () => {
  expect(needed(['a.html'], ['a.html', 'b.html'], () => '')).toEqual(['a.html']);
});
