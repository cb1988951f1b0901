/** A parameter of the core (api/parameters.json) reaches everything that shows or documents it. */
import { describe, expect, it } from 'vitest';
import parameters from '../../../web/src/api/parameters.json' with { type: 'json' };
import types from '../../../web/src/api/types.js?raw';
import { messages } from '../../../web/src/i18n/index.js';
import { namesOf } from '../../../web/src/lab/settings/parameter-layout.js';
import { FIELDS, field as fieldOf } from '../../../web/src/lab/table.js';
import { keyOf } from '../../../web/src/link/parameter-keys.js';
import { MODELS } from '../../../web/src/link/story.js';
import { NO_CONTROL } from '../../../web/src/share/parts.js';

/** @type {[string, any][]} */
const rows = Object.entries({ ...parameters.text, ...parameters.train });
const shown = rows.filter(([name]) => !NO_CONTROL.includes(name));
const inPanel = new Set(MODELS.flatMap(namesOf));

/** The messages of a control: its name and help, or those of each choice. */
function keysOf(/** @type {string} */ name, /** @type {any} */ { values }) {
  if (!values) return [`parameter.${name}`, `parameter.${name}.help`];
  const start = name === 'objective' ? name : `parameter.${name}`;
  return values.flatMap((/** @type {string} */ value) => [
    `${start}.${value}`,
    `${start}.${value}.help`,
  ]);
}

describe('a parameter of the core', () => {
  it.each(rows)('%s is documented for callers of the API', (name) => {
    expect(types, `describe ${name} in web/src/api/types.js`).toMatch(
      new RegExp(`\\[${name}\\]\\s`),
    );
  });

  it.each(shown)('%s is a field of the Lab', (name, row) => {
    const field = fieldOf(name);
    if (!field) {
      throw new Error(
        `The Lab does not know ${name}: add a row to web/src/lab/model-fields.js, or name it in ` +
          'NO_CONTROL of web/src/share/parts.js',
      );
    }
    expect(field.key).toBe(keyOf(name));
    if (row.values) {
      const others = name === 'tokenizer' ? ['segmenter', 'jieba1'] : []; // the page cuts, the core gets tokens
      expect([...(field.options ?? [])].sort()).toEqual([...row.values, ...others].sort());
    }
    if (row.kind !== 'integer' && row.kind !== 'number') return;
    expect(field.min).toBeGreaterThanOrEqual(row.low);
    expect(field.max).toBeLessThanOrEqual(row.high);
  });

  it.each(shown.filter(([name]) => !['model', 'tokenizer'].includes(name)))(
    '%s has a control, a name and an explanation',
    (name, row) => {
      expect(inPanel, `add ${name} to web/src/lab/settings/parameter-layout.js`).toContain(name);
      for (const [language, texts] of Object.entries(messages)) {
        for (const key of keysOf(name, row)) {
          const advice = `add ${key} to the messages of web/src/i18n (${language})`;
          expect(texts, advice).toHaveProperty([key]);
        }
      }
    },
  );
});

describe('the keys of links', () => {
  it('are all different', () => {
    const keys = FIELDS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
