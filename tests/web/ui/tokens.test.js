import { readFileSync } from 'node:fs';
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
