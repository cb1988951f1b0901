/** The reference names everything that the API has, and its examples run and give what it says. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inChinese } from '../../web/reference/chinese.js';
import { examples } from '../../web/reference/examples.js';
import { allOptions } from '../../web/reference/options.js';
import { readTypes } from '../../web/reference/read-types.js';
import { objects } from '../../web/reference/words.js';
import { Classifier } from '../../web/src/api/classifier.js';
import { ElmoReader } from '../../web/src/api/elmo.js';
import * as api from '../../web/src/api/index.js';
import { OpenedModel } from '../../web/src/api/opened.js';
import * as check from '../../web/src/api/options.js';

const file = (/** @type {string} */ path) => new URL(`../../${path}`, import.meta.url);
const docs = readFileSync(file('docs/api.md'), 'utf8');
/** Without examples, types, names and headings. @param {string} markdown */
const proseOf = (markdown) => markdown.replaceAll(/```[\s\S]*?```|`[^`]*`|^#.*$/gm, '');
const chineseProse = proseOf(readFileSync(file('docs/api.zh.md'), 'utf8'));
const reference = readTypes();
const kinds = { Model: api.Model, Classifier, ElmoReader, OpenedModel };

/** What objects of a class can do: names of the class and of those it extends. @param {Function} kind */
function namesOf(kind) {
  const names = new Set();
  for (let one = kind.prototype; one !== Object.prototype; one = Object.getPrototypeOf(one)) {
    for (const name of Object.getOwnPropertyNames(one)) names.add(name);
  }
  names.delete('constructor');
  return [...names].sort();
}

describe('the reference', () => {
  it('is what the sources give, and every example gives the answer beside it', () => {
    const program = fileURLToPath(file('web/reference/write.js'));
    const run = () => execFileSync(process.execPath, [program, '--check'], { encoding: 'utf8' });
    expect(run).not.toThrow();
  }, 180_000);

  it('has every function that is exported', () => {
    const exported = Object.entries(api).filter(([, value]) => typeof value === 'function');
    const functions = exported.map(([name]) => name).filter((name) => !/^[A-Z]/.test(name));
    expect(reference.functions.map(({ name }) => name).sort()).toEqual(functions.sort());
    for (const name of functions) expect(examples).toHaveProperty(name);
  });

  it.each(Object.entries(kinds))('has every method of %s', (name, kind) => {
    const described = reference.classes.find((one) => one.name === name);
    const members = described?.members.map((one) => one.name) ?? [];
    expect(members).toEqual(expect.arrayContaining([...namesOf(kind), 'info', 'options']));
    for (const member of described?.members ?? []) expect(member.text).not.toBe('');
  });

  it('has an example of every method, and of no other', () => {
    const written = new Set(Object.keys(examples));
    const known = new Set(reference.functions.map(({ name }) => name));
    for (const { name, members } of reference.classes) {
      const object = objects[name];
      for (const member of members) known.add(`${object}.${member.name}`);
      // What all models have is shown on a model of words.
      const own = members.filter((one) => one.callable);
      const missing = own.filter(
        (one) => !written.has(`${object}.${one.name}`) && !written.has(`model.${one.name}`),
      );
      expect(missing.map((one) => one.name)).toEqual([]);
    }
    expect([...written].filter((name) => !known.has(name))).toEqual([]);
  });

  it('has every option with its range, and says which are checked', () => {
    for (const { type, name } of allOptions()) {
      if (type === 'NetworkOptions' && ['width', 'height'].includes(name)) continue;
      const section = docs.split(`\n### ${type}\n`)[1]?.split('\n### ')[0] ?? '';
      const others = docs.split('\n## Types')[1];
      // One table checks the options of several types; each option is in one of them.
      expect(`${section}${others}`).toMatch(new RegExp(`\\| \`${name}\` \\| [^|]`));
    }
    for (const name of [...check.engineNames, ...check.runNames]) {
      expect(docs).toContain(`\`${name}\``);
    }
  });

  it('describes every method and every option', () => {
    const members = [...reference.functions, ...reference.classes.flatMap((one) => one.members)];
    const options = reference.types
      .filter(({ name }) => /Options$|^Run$/.test(name))
      .flatMap(({ name, properties }) => properties.map((one) => ({ ...one, type: name })));
    expect(members.length + options.length).toBeGreaterThan(150);
    const silent = [...members, ...options].filter(({ text }) => !/[a-z]{3}/.test(text));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('says everything in Chinese, too', () => {
    expect(chineseProse.match(/\p{Script=Han}/gu)?.length).toBeGreaterThan(5000);
    expect(chineseProse.match(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/g) ?? []).toEqual([]);
  });

  it('writes signs such as <unk> as code, which a page would take for an element', () => {
    for (const prose of [proseOf(docs), chineseProse]) expect(prose).not.toMatch(/<\/?[a-z]/);
  });

  it('refuses what has no Chinese text, and a Chinese text of what is no longer there', () => {
    const [create, ...others] = reference.functions;
    const renamed = { ...reference, functions: [{ ...create, name: 'make' }, ...others] };
    expect(() => inChinese(renamed)).toThrow(
      'make has no Chinese text in web/reference/zh.\nweb/reference/zh describes create, which has no English text.',
    );
  });
});
