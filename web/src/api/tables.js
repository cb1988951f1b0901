/**
 * The allowed range and default of every option. What the core trains with comes from
 * parameters.json, which the core prints (`./build.sh parameters`); the core checks it again.
 *
 * @typedef {{kind: 'choice', initial?: string, values: string[]}} Choice
 * @typedef {{kind: 'integer' | 'number', initial?: number, low: number, high: number}} Range
 * @typedef {{kind: 'flag', initial?: boolean}} Flag
 * @typedef {{kind: 'filters', initial: number[][], most: number, width: number, count: number}}
 *   Filters a list of at most `most` pairs [width, count], each number at least 1
 * @typedef {Choice | Range | Flag | Filters} Row
 */
import parameters from './parameters.json' with { type: 'json' };

/** @type {(values: string[]) => Choice} the first is the default */
export const choice = (values) => ({ kind: 'choice', initial: values[0], values });
/** @type {(initial: number | undefined, low: number, high: number) => Range} */
export const integer = (initial, low, high) => ({ kind: 'integer', initial, low, high });
/** @type {(initial: number | undefined, low: number, high: number) => Range} */
export const number = (initial, low, high) => ({ kind: 'number', initial, low, high });

const rows = (/** @type {unknown} */ group) => /** @type {Record<string, Row>} */ (group);

export const tokenizeTable = rows(parameters.text);

/** @type {Record<string, Row>} */
export const trainTable = { ...tokenizeTable, ...rows(parameters.train) };

export const { seed } = trainTable;

/** @type {Record<string, Row>} */
export const engineTable = {
  build: choice(['exact', 'fast', 'parallel', 'auto']),
  threads: integer(undefined, parameters.threads.low, parameters.threads.high),
};

/** @type {Record<string, Row>} options of phrases */
export const phraseTable = {
  minCount: integer(5, 1, 1e9),
  threshold: number(10, -1e9, 1e9),
  passes: integer(1, 1, 4),
};

const sides = choice(['both', 'forward', 'backward']);

/** @type {Record<string, Row>} */
export const predictTable = { topn: integer(10, 1, 1e9) };
/** @type {Record<string, Row>} */
export const middleTable = { ...predictTable, using: sides };
/** @type {Record<string, Row>} */
export const scoreTable = { direction: choice(['forward', 'backward']) };
/** @type {Record<string, Row>} */
export const generateTable = {
  length: integer(20, 1, 1000),
  temperature: number(1, 0, 100),
  topK: integer(0, 0, 1e9),
  seed,
};
/**
 * @type {Record<string, Row>} options that select ELMo's vectors; `layer` and `weights` are checked
 *   separately
 */
export const layerTable = { direction: sides, gamma: number(1, -1000, 1000) };
