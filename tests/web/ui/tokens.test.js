import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const file = readFileSync(join(process.cwd(), 'web/src/styles/tokens.css'), 'utf8');
const css = file.replace(/\/\*.*?\*\//gs, '');

/** The declarations of the rule with this selector. @param {string} selector */
function declared(selector) {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    Array.from(body.matchAll(/([\w-]+):\s*([^;]+);/g), ([, name, value]) => [name, value]),
  );
}

it('the dark colours are the same, whether the system or the reader asks for them', () => {
  const [system, reader] = [
    declared(':root:not([data-theme="light"], [data-print])'),
    declared(':root[data-theme="dark"]:not([data-print])'),
  ];
  expect(reader).toEqual(system);
  expect(Object.keys(system).length).toBeGreaterThan(20);
});

it('every colour has a light and a dark value', () => {
  const isColour = (/** @type {[string, string]} */ [name, value]) =>
    name.startsWith('--') && /^#[0-9a-f]{6}$/.test(value.trim());
  const names = (/** @type {Record<string, string>} */ rule) =>
    Object.entries(rule)
      .filter(isColour)
      .map(([name]) => name)
      .sort();
  expect(names(declared(':root'))).toEqual(
    names(declared(':root[data-theme="dark"]:not([data-print])')),
  );
});

it('what has the accent as its ground keeps it in contrast themes, which else hide its text', async () => {
  const folder = join(process.cwd(), 'web');
  for (const path of await readdir(folder, { recursive: true })) {
    if (!path.endsWith('.css')) continue;
    const sheet = readFileSync(join(folder, path), 'utf8');
    for (const [rule] of sheet.matchAll(/\{[^{}]*\scolor: var\(--on-accent\)[^{}]*\}/g)) {
      expect(rule, path).toContain('forced-color-adjust: none');
    }
  }
});

it('contrast themes draw transparent lines: those of the rows of links have the ground’s colour', () => {
  expect(css).toMatch(/--clear: transparent;[^@]*@/s);
  expect(declared(':root:root:root')['--clear']).toBe('Canvas');
  for (const path of ['styles/site-nav.css', 'story/chapter-row.css']) {
    const sheet = readFileSync(join(process.cwd(), 'web/src', path), 'utf8');
    expect(sheet, path).not.toMatch(/border[\w-]*: [^;]*transparent/);
  }
});
