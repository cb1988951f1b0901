/** Options with their ranges and defaults, from the tables by which the API checks them. */
import { readFileSync } from 'node:fs';
import * as tables from '../src/api/tables.js';
import * as transfer from '../src/api/transfer-tables.js';
import { words } from './words.js';

/**
 * @typedef {import('../src/api/tables.js').Row & {initialByModel?: Record<string, number>}} Row
 * @typedef {import('./words.js').Language} Language
 */

/**
 * The same option in gensim: its name there and its default; null: None. A test compares the defaults
 * with gensim's own.
 * @type {Record<string, {name: string, default: unknown, note?: Record<Language, string>}>}
 */
export const gensimDefaults = JSON.parse(
  readFileSync(new URL('./gensim-defaults.json', import.meta.url), 'utf8'),
);

/** The row of an option by the type that has it. @type {Record<string, Record<string, Row>>} */
const tableOf = {
  TokenizeOptions: tables.tokenizeTable,
  CommonOptions: tables.trainTable,
  Word2VecOptions: tables.trainTable,
  NnlmOptions: tables.trainTable,
  ElmoOptions: tables.trainTable,
  DescentOptions: tables.trainTable,
  EngineOptions: tables.engineTable,
  LayerOptions: tables.layerTable,
  ClassifierOptions: transfer.classifierTable,
  NetworkOptions: { ...transfer.imageTable, filters: transfer.filterCounts[0] },
  ImageExamples: transfer.imageSides,
  LentOptions: transfer.transferTable,
  ComparedOptions: transfer.compareTable,
};

/** Types whose properties are options of training, which gensim may have, too. */
const TRAINING = ['TokenizeOptions', 'CommonOptions', 'Word2VecOptions', 'EngineOptions'];

/** @param {number} value */
const number = (value) =>
  value >= 1e6
    ? `10^${Math.floor(Math.log10(value))}`.replace(/^10\^15$/, '9 · 10^15')
    : String(value);

/** @param {Row} row @param {Language} language */
function rangeOf(row, language) {
  if (row.kind === 'choice') return row.values.map((value) => `'${value}'`).join(', ');
  if (row.kind === 'flag') return 'true, false';
  const { to, pairs } = words[language];
  if (row.kind === 'filters') return `1 ${to} ${row.most} ${pairs}`;
  return `${number(row.low)} ${to} ${number(row.high)}`;
}

/** @param {Row} row */
function defaultOf({ initial, initialByModel }) {
  if (initialByModel) {
    const each = Object.entries(initialByModel).map(([model, value]) => `${model} ${value}`);
    return each.join(', ');
  }
  if (initial === undefined) return '';
  return typeof initial === 'string' ? `'${initial}'` : JSON.stringify(initial);
}

/**
 * @param {string} type @param {string} name @param {Language} language
 * @returns {{range: string, initial: string, gensim: string}}
 */
export function optionOf(type, name, language) {
  const row = tableOf[type]?.[name];
  const theirs = TRAINING.includes(type) ? gensimDefaults[name] : undefined;
  const note = theirs?.note?.[language];
  const shown = theirs?.default === null ? 'None' : JSON.stringify(theirs?.default);
  return {
    range: row ? rangeOf(row, language) : '',
    initial: row ? defaultOf(row) : '',
    gensim: theirs
      ? `\`${theirs.name}\` ${shown}${note ? words[language].inBrackets(note) : ''}`
      : '',
  };
}

/** All options that the API checks by a table. @returns {{type: string, name: string}[]} */
export const allOptions = () =>
  Object.entries(tableOf).flatMap(([type, table]) =>
    Object.keys(table).map((name) => ({ type, name })),
  );

/** Ranges of options that are written where a method is. @type {Record<string, Row>} */
export const inlineOptions = {
  ...tables.middleTable,
  ...tables.scoreTable,
  ...tables.generateTable,
};
