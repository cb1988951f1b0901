/** Notices of everything that is bundled. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { libraries, noticesText, withoutNotice } from '../../../web/notices/notices.js';

const manifest = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
);

it('has the licence of every library that the pages import, and of what these import', () => {
  const found = libraries();
  const names = found.map(({ name }) => name);
  for (const name of Object.keys(manifest.dependencies)) expect(names).toContain(name);
  expect(names).toContain('lit-html');
  expect(names).not.toContain('vitest');
  const text = noticesText();
  for (const { name, version, licence } of found) {
    expect(licence, name).not.toBe('');
    expect(text).toContain(`${name} ${version} (${licence})`);
  }
  // h5wasm's licence asks for its notice, word by word.
  expect(text).toContain(
    readFileSync(new URL('../../../node_modules/h5wasm/LICENSE.txt', import.meta.url), 'utf8')
      .replaceAll('\r', '')
      .trim(),
  );
});

it('has the libraries of the engine and the data', () => {
  const text = noticesText();
  for (const name of ['Eigen', 'Emscripten', 'musl', 'CLI11', 'MNIST', 'jieba', 'OpenCC']) {
    expect(text).toContain(name);
  }
});

it('a bundle with another library is found', () => {
  const noticed = ['node_modules/lit', 'node_modules/@lit/reactive-element'];
  const modules = [
    '/work/web/src/lab/main.js',
    '/work/node_modules/lit/index.js',
    '/work/node_modules/@lit/reactive-element/a/b.js',
    '/work/node_modules/left-pad/index.js',
    '/work/node_modules/lit/node_modules/@scope/inner/x.js',
  ];
  expect(withoutNotice(modules, noticed)).toEqual([
    'node_modules/left-pad',
    'node_modules/@scope/inner',
  ]);
});
