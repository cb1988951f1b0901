/** Lessons in links: by the name of one of ours, by an address on this site, or as a whole. */
import { damageOf, withSum } from '../link/link-sum.js';
import { encode, pairsOf } from '../link/pairs.js';
import { packText, unpackText } from '../link/text-link.js';
import { LabError } from '../text/own-text.js';

/**
 * Where a lesson comes from; exactly one is set.
 * @typedef {{lesson?: string, from?: string, inline?: string}} Source
 *
 * @typedef {object} Opened the parts of a link to a lesson
 * @property {Source} source
 * @property {string} result packed, '' for none
 * @property {number} step the step that is open, from 1; 0 if the link does not say
 * @property {string | null} make the link of a page from which a lesson is to be made; null for none
 * @property {ReturnType<typeof damageOf>} damage what happened to the link on its way
 */

const PACKED = /^[\w-]+$/;
const NAME = /^[a-z][a-z-]{0,40}$/;

/** @param {string} fragment @returns {Opened} */
export function readLessonLink(fragment) {
  const pairs = pairsOf(fragment);
  const said = new Map(pairs);
  /** @type {Source} */
  const source = {};
  const [lesson = '', from = '', inline = ''] = ['lesson', 'from', 'inline'].map((key) =>
    said.get(key),
  );
  if (PACKED.test(inline)) source.inline = inline;
  else if (from) source.from = from;
  else if (NAME.test(lesson)) source.lesson = lesson;
  const result = said.get('result') ?? '';
  const step = Number(said.get('step') ?? 0);
  return {
    source,
    result: PACKED.test(result) ? result : '',
    step: Number.isInteger(step) && step > 0 && step <= 12 ? step : 0,
    make: said.get('make') ?? null,
    damage: damageOf(fragment),
  };
}

/** @param {Source} source @param {{result?: string, step?: number}} [more] */
export function lessonFragment(source, { result = '', step = 0 } = {}) {
  const fields = Object.entries({ ...source, step: step || '', result });
  const parts = fields
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}=${encode(String(value))}`);
  return parts.length ? withSum(`#v=1&${parts.join('&')}`, { long: true }) : '';
}

/** @param {object} value @returns {Promise<string>} '' if it is too long for a link */
export const pack = (value) => packText(new TextEncoder().encode(JSON.stringify(value)));

/** @param {string} packed @returns {Promise<string>} */
export async function unpack(packed) {
  const found = await unpackText(packed);
  if ('problem' in found) throw new LabError(found.problem, found.problem);
  return new TextDecoder().decode(found.bytes);
}

/**
 * A lesson's address must be on the same site: a link must not make the page fetch from elsewhere.
 * @param {string} from @param {string} here @returns {URL}
 */
export function addressOnSite(from, here) {
  const page = new URL(here);
  const url = URL.canParse(from, page) ? new URL(from, page) : null;
  if (url?.origin === page.origin && page.origin !== 'null') return url;
  throw new LabError('BadParameter', 'elsewhere', { kind: 'elsewhere', value: from });
}
