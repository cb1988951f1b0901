/** The reference in Chinese: the same names and types, with the texts of zh/ in place of the comments. */
import { members } from './zh/members.js';
import { options } from './zh/options.js';
import { results } from './zh/results.js';

/**
 * @typedef {import('./read-types.js').Member} Member
 * @typedef {import('./read-types.js').Reference} Reference
 */

/** @type {Record<string, string>} */
const chinese = { ...members, ...options, ...results };

/**
 * Whatever has an English text has a Chinese one, and nothing else has: otherwise this throws.
 * @param {Reference} reference @returns {Reference}
 */
export function inChinese({ functions, classes, types }, texts = chinese) {
  /** @type {Set<string>} */
  const known = new Set();
  /** @type {string[]} */
  const missing = [];

  /** @param {string} english @param {string} name @param {string} [owner] a class, which may have a text of its own */
  const textOf = (english, name, owner) => {
    if (!english) return '';
    const key = [`${owner}.${name}`, name].find((one) => one in texts);
    if (key) known.add(key);
    else missing.push(owner ? `${owner}.${name}` : name);
    return key ? texts[key] : '';
  };

  /** @param {Member} member @param {string} [owner] @returns {Member} */
  const memberOf = (member, owner) => ({
    ...member,
    text: textOf(member.text, member.name, owner),
    signatures: member.signatures.map(({ parameters, returns, returned }) => ({
      parameters: parameters.map((one) => ({
        ...one,
        text: textOf(one.text, `${member.name}.${one.name}`, owner),
      })),
      returns,
      returned: textOf(returned, `${member.name}.returns`, owner),
    })),
  });

  const translated = {
    functions: functions.map((one) => memberOf(one)),
    classes: classes.map(({ name, text, members: all }) => ({
      name,
      text: textOf(text, name),
      members: all.map((one) => memberOf(one, name)),
    })),
    types: types.map((type) => ({
      ...type,
      text: textOf(type.text, type.name),
      properties: type.properties.map((one) => ({
        ...one,
        text: textOf(one.text, `${type.name}.${one.name}`),
      })),
    })),
  };
  const gone = Object.keys(texts).filter((name) => !known.has(name));
  const faults = [
    ...missing.map((name) => `${name} has no Chinese text in web/reference/zh.`),
    ...gone.map((name) => `web/reference/zh describes ${name}, which has no English text.`),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return translated;
}
