/** Reads a lesson file; what is wrong with it is told with its line. */
import { Validator } from '@cfworker/json-schema';
import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import { LESSON_VERSION } from './lesson.js';
import schema from './lesson.schema.json' with { type: 'json' };
import { mistakesIn } from './lesson-mistakes.js';

/**
 * Something wrong with a lesson: the message `lesson.fault.<kind>` with its values.
 * @typedef {object} Fault
 * @property {number} line from 1
 * @property {string} path as steps.0.goal
 * @property {string} kind
 * @property {Record<string, string>} [values]
 *
 * @typedef {import('./lesson.js').Lesson} Lesson
 */

const SCHEMA = /** @type {import('@cfworker/json-schema').Schema} */ (schema);

/** Faults beyond this number are not told: the first ones are mended first. */
const MOST_FAULTS = 20;
/** Of what comes from elsewhere, in characters. */
export const MAX_LESSON = 200_000;

/** @param {string} text @param {number} offset */
const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;

/** JSON pointer → path. @param {string} pointer */
const pathOf = (pointer) =>
  pointer
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/**
 * The line of a value, or of the nearest object that is there.
 * @param {string} text @param {import('jsonc-parser').Node} tree @param {(string | number)[]} path
 */
function lineOf(text, tree, path) {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return lineAt(text, (node.parent?.type === 'property' ? node.parent : node).offset);
  }
  return 1;
}

/**
 * What a rule of the schema says of a value. Rules that only repeat what another one says are left
 * out.
 * @param {import('@cfworker/json-schema').OutputUnit} unit
 * @returns {{kind: string, values: Record<string, string>} | null}
 */
function told({ keyword, keywordLocation, error }) {
  const name = /"([^"]+)"/.exec(error)?.[1] ?? '';
  const rule = ruleAt(keywordLocation);
  switch (keyword) {
    case 'required':
      return { kind: 'missing', values: { name } };
    case 'additionalProperties': {
      // The validator says this of a property that is wrong inside, too.
      const { properties = {} } = /** @type {{properties?: object}} */ (
        ruleAt(keywordLocation.replace(/\/[^/]*$/, ''))
      );
      return name in properties ? null : { kind: 'unknown', values: { name } };
    }
    case 'type':
      return { kind: 'type', values: { type: [rule].flat().join(' / ') } };
    case 'enum':
      return { kind: 'permitted', values: { permitted: [rule].flat().join(', ') } };
    case 'const':
      return { kind: 'permitted', values: { permitted: String(rule) } };
    case 'minLength':
    case 'minProperties':
      return { kind: 'empty', values: {} };
    case 'minItems':
      return { kind: 'few', values: { count: String(rule) } };
    case 'maxLength':
      return { kind: 'long', values: { count: String(rule) } };
    case 'maxItems':
      return { kind: 'many', values: { count: String(rule) } };
    case 'minimum':
      return { kind: 'small', values: { limit: String(rule) } };
    case 'maximum':
      return { kind: 'large', values: { limit: String(rule) } };
    default:
      return null;
  }
}

/** @param {unknown} at @param {string | number} part */
const childOf = (at, part) => /** @type {Record<string, unknown> | undefined} */ (at)?.[part];

/** The part of the schema at a reference as `#/$defs/text`. @param {unknown} reference */
const referred = (reference) => pathOf(String(reference)).reduce(childOf, schema);

/**
 * The part of the schema at an address as `#/properties/steps/items/$ref/required`.
 * @param {string} location @returns {unknown}
 */
const ruleAt = (location) =>
  pathOf(location).reduce(
    (/** @type {unknown} */ at, part) =>
      part === '$ref' ? referred(childOf(at, part)) : childOf(at, part),
    schema,
  );

/**
 * @param {string} text JSON
 * @returns {Promise<{lesson: Lesson | null, faults: Fault[]}>} no lesson if anything is wrong with it
 */
export async function readLesson(text) {
  const fault = (/** @type {string} */ kind, values = {}, line = 1, path = '') => ({
    lesson: null,
    faults: [{ kind, values, line, path }],
  });
  if (text.length > MAX_LESSON) return fault('large', { limit: String(MAX_LESSON) });
  /** @type {import('jsonc-parser').ParseError[]} */
  const errors = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length || !tree) {
    const [{ error, offset } = { error: 1, offset: 0 }] = errors;
    const values = { reason: /** @type {string} */ (printParseErrorCode(error)) };
    return fault('syntax', values, lineAt(text, offset));
  }
  const value = JSON.parse(text);
  if (value?.preformer !== 'lesson') return fault('otherFile');
  if (Number.isInteger(value.version) && value.version > LESSON_VERSION) {
    const line = lineOf(text, tree, ['version']);
    return fault('newer', { version: String(value.version) }, line, 'version');
  }
  const { errors: units } = new Validator(SCHEMA, '2020-12', false).validate(value);
  /** @type {Map<string, Fault>} */
  const faults = new Map();
  const add = (
    /** @type {(string | number)[]} */ path,
    /** @type {string} */ kind,
    values = {},
  ) => {
    const one = { line: lineOf(text, tree, path), path: path.join('.'), kind, values };
    faults.set(JSON.stringify(one), one);
  };
  for (const unit of units) {
    const said = told(unit);
    if (!said) continue;
    const path = pathOf(unit.instanceLocation);
    const at =
      said.kind === 'unknown' && path.at(-1) !== said.values.name ? [said.values.name] : [];
    add([...path, ...at], said.kind, said.values);
  }
  if (!faults.size) {
    for (const { path, kind, values } of await mistakesIn(value)) add(path, kind, values);
  }
  const all = [...faults.values()].sort((a, b) => a.line - b.line);
  return { lesson: all.length ? null : value, faults: all.slice(0, MOST_FAULTS) };
}
