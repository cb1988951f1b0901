/** The reference as Markdown, for the docs and, rendered, for the site. */
import { readFileSync } from 'node:fs';
import { inChinese } from './chinese.js';
import { exampleCode } from './example-code.js';
import { inlineOptions, optionOf } from './options.js';
import { objects, words } from './words.js';

/**
 * @typedef {import('./read-types.js').Member} Member
 * @typedef {import('./read-types.js').Reference} Reference
 * @typedef {import('./words.js').Language} Language
 */

/** @type {Record<string, string>} what each example gives; write.js writes it, a test compares it */
const answers = JSON.parse(readFileSync(new URL('./answers.json', import.meta.url), 'utf8'));

/** As GitHub makes the anchor of a heading. @param {string} heading */
export const slug = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

/** Text in a cell of a table. @param {string} text */
const cell = (text) => text.replaceAll('\n', ' ').replaceAll('|', '\\|');

/** @param {string} text */
const code = (text) => (text ? `\`${text}\`` : '');

/** @param {string} text */
const firstSentence = (text) =>
  (/^.*?(?:。|(?<! al)[.:](?=\s|$))/s.exec(text)?.[0] ?? text).replace(/:$/, '.');

/** @param {string[]} heads @param {string[][]} rows */
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** @param {Member} member @param {string} object */
function headingOf({ name, callable, signatures }, object) {
  if (!callable) return `${object}${name}`;
  const parameters = signatures[0].parameters.filter((one) => !one.name.includes('.'));
  return `${object}${name}(${parameters.map((one) => (one.optional ? `${one.name}?` : one.name)).join(', ')})`;
}

/** Ranges and defaults of the options that a signature writes out. @param {string} type @param {Language} language */
function inline(type, language) {
  const { colon, to, otherwise, inBrackets } = words[language];
  const names = [...type.matchAll(/(\w+)\?:/g)].map(([, name]) => name);
  const shown = names.flatMap((name) => {
    const row = inlineOptions[name];
    if (!row || row.kind === 'filters' || row.kind === 'flag') return [];
    const range = row.kind === 'choice' ? row.values.map((one) => `'${one}'`).join(', ') : '';
    const limits = row.kind === 'choice' ? range : `${row.low} ${to} ${row.high}`;
    return [
      `\`${name}\`${colon}${limits}${row.initial === undefined ? '' : otherwise(row.initial)}`,
    ];
  });
  return shown.length ? inBrackets(shown.join(' · ')) : '';
}

/** @param {Member} member @param {string} object @param {Language} language */
function described(member, object, language) {
  const said = words[language];
  const lines = [`### ${headingOf(member, object)}`];
  if (member.text) lines.push(member.text);
  if (!member.callable) lines.push(`${said.type}${said.colon}${code(member.type)}`);
  for (const { parameters, returns, returned } of member.signatures) {
    const list = parameters.map(({ name, type, optional, text }) => {
      const kind = `${code(type)}${optional ? `${said.comma}${said.optional}` : ''}`;
      return `- \`${name}\`${said.colon}${kind}${text ? ` – ${text.replaceAll('\n', ' ')}` : ''}${inline(type, language)}`;
    });
    if (returns) list.push(`- ${said.returns} ${code(returns)}${returned ? ` – ${returned}` : ''}`);
    lines.push(list.join('\n'));
  }
  const name = `${object}${member.name}`;
  const shown = exampleCode(name);
  if (shown) lines.push(`\`\`\`js\n${shown}\n// ${answers[name]}\n\`\`\``);
  return lines.join('\n\n');
}

/** @param {import('./read-types.js').Type} type @param {Language} language */
function describedType({ name, text, alias, bases, properties }, language) {
  const said = words[language];
  const lines = [`### ${name}`];
  if (text) lines.push(text);
  if (alias) lines.push(code(alias));
  if (bases) lines.push(`${said.has} ${code(bases)}${said.and}`);
  const isOption = properties.some((one) => optionOf(name, one.name, language).range);
  if (isOption) {
    const rows = properties.map((one) => {
      const { range, initial, gensim } = optionOf(name, one.name, language);
      const limits = range || code(one.type);
      const plain = initial && one.text.endsWith(`; ${initial}`);
      const meaning = plain ? one.text.slice(0, -initial.length - 2) : one.text;
      return [code(one.name), limits, initial, gensim, meaning].map(cell);
    });
    const hasGensim = rows.some((row) => row[3]);
    const heads = [said.option, said.range, said.initial, said.gensim, said.meaning];
    const kept = (/** @type {string[]} */ row) => row.filter((_, i) => hasGensim || i !== 3);
    lines.push(table(kept(heads), rows.map(kept)));
  } else if (properties.length) {
    const rows = properties.map((one) => [
      code(one.name),
      cell(`${code(one.type)}${one.optional ? `${said.comma}${said.optional}` : ''}`),
      cell(one.text),
    ]);
    lines.push(table([said.property, said.type, said.meaning], rows));
  }
  return lines.join('\n\n');
}

/** @param {Member[]} members @param {string} object @param {Language} language */
function indexOf(members, object, language) {
  const rows = members.map((member) => {
    const text = cell(firstSentence(member.text));
    return [`[\`${object}${member.name}\`](#${slug(headingOf(member, object))})`, text];
  });
  return table(['', words[language].what], rows);
}

/** @param {Reference} reference @param {Language} language */
export function referenceMarkdown(reference, language) {
  const said = words[language];
  const objectOf = (/** @type {string} */ name) => `${objects[name]}.`;
  const { functions, classes, types } = language === 'zh' ? inChinese(reference) : reference;
  const parts = [`# ${said.title}`, said.other, said.lead, `## ${said.index}`];
  parts.push(`**${said.functions}**`, indexOf(functions, '', language));
  for (const { name, members } of classes) {
    parts.push(`**[${name}](#${slug(name)})**`, indexOf(members, objectOf(name), language));
  }
  const links = types.map(({ name }) => `[${name}](#${slug(name)})`);
  parts.push(`**[${said.types}](#${slug(said.types)})**${said.colon}${links.join(' · ')}`);
  parts.push(`## ${said.functions}`, said.given);
  for (const member of functions) parts.push(described(member, '', language));
  for (const { name, text, members } of classes) {
    parts.push(`## ${name}`, text);
    for (const member of members) parts.push(described(member, objectOf(name), language));
  }
  parts.push(`## ${said.types}`, ...types.map((type) => describedType(type, language)));
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
