/** Finds the links in what a teacher pastes: one per line, or anywhere in whole messages. */
import { isWhole } from '../link/link-sum.js';
import { pairsOf } from '../link/pairs.js';

/**
 * @typedef {{label: string, link: string}} Found with the name that stands beside it, or ''
 *
 * @typedef {object} Reading
 * @property {Found[]} found
 * @property {string[]} rest the lines in which nothing was found, without those that belong to a link
 */

/** Printable ASCII without what stands around links in messages. */
const LINK =
  /(?:(?:https?|file):\/\/[!#-&(-;=?-_a-~]+|(?:[\w.-]+\/)*(?:lessons|story-end)(?:\.zh)?\.html#[!#-&(-;=?-_a-~]+)/g;
const ENDS = /[.,;:!?)\]}*|]+$/;
/** What only our links have after #. */
const OURS = /#(?:.*&)?(?:result|lesson|inline|from|guesses)=/;
const OUR_PAGES =
  /\/(?:lessons|story-end|lab|ladder|polysemy|transfer)(?:\.zh)?\.html(?:\?[^#]*)?(?:#|$)/;
/** A line of a hand-in file, or of a message that was written like one. */
const NAME = /^\s*(?:name|名字|姓名)\s*[:：]\s*(.+)$/i;
/** The lesson page names its files without the pupil's name. */
const OUR_FILE = /^preformer-[0-9a-f]{8}/;
/** What a line may consist of that continues a broken link. */
const CONTINUES = /^[\w%&=.,~+-]+$/;
const MOST_LINES = 60;
const LONGEST_LABEL = 40;
const MOST_WORDS = 4;
/** Invisible characters, and those that turn the direction of writing. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Of links that can be told to be whole. @param {string} link */
function isKnownWhole(link) {
  const pairs = pairsOf(link.slice(link.indexOf('#')));
  return pairs.some(([key]) => key === 'sum') && isWhole(pairs);
}

/** Mail filters wrap links into their own: `…?url=https%3A%2F%2F…`. @param {string} link */
function unwrapped(link) {
  if (OURS.test(link) || !URL.canParse(link)) return link;
  const inner = [...new URL(link).searchParams.values()].find((value) => OURS.test(value));
  return inner ?? link;
}

/**
 * A link that a mail program broke into lines, joined as far as that makes it whole.
 * @param {string} link @param {string[]} following lines
 * @returns {{link: string, lines: number}} with how many of the lines belong to it
 */
function joined(link, following) {
  if (isKnownWhole(link)) return { link, lines: 0 };
  let long = link;
  for (const [i, line] of following.slice(0, MOST_LINES).entries()) {
    const more = line.replace(/^[>\s]+/, '').trimEnd();
    if (!CONTINUES.test(more)) break;
    long = long.replace(/=$/, '') + more; // a quoted-printable line ends with =
    const shorter = long.replace(ENDS, '');
    if (isKnownWhole(shorter)) return { link: shorter, lines: i + 1 };
  }
  return { link, lines: 0 };
}

/** The name before a link, if it is one and not a sentence. @param {string} before */
export function labelIn(before) {
  const [cell] = before.split(/[\t;]|,(?!\s)/).filter((part) => part.replace(/["'\s]/g, ''));
  const label = cleanLabel((cell ?? '').replace(/["'<(（“]+\s*$|^[\s"'*•>-]+/g, ''));
  const name = label.replace(/[\s:：=–—|-]+$/, '');
  const prose = /[!?。！？，…]|,\s|\.\s*$/.test(name) || name.split(/\s+/).length > MOST_WORDS;
  return prose || name.length > LONGEST_LABEL ? '' : name.replace(/["']+$/, '');
}

/** @param {string} text */
const visible = (text) => text.replaceAll(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();

/** @param {string} text */
export const cleanLabel = (text) => visible(text).slice(0, LONGEST_LABEL);

/** The beginning of a line. @param {string} line */
const shortened = (line) => {
  const clean = visible(line);
  return clean.length > LONGEST_LABEL ? `${clean.slice(0, LONGEST_LABEL - 1)}…` : clean;
};

/** The name that a hand-in file has above its link. @param {string[]} above the nearest lines, last first */
function nameAbove(above) {
  for (const line of above) {
    const [, name] = NAME.exec(line) ?? [];
    if (name) return cleanLabel(name);
    if (line.includes('#')) break; // another link
  }
  return '';
}

/**
 * @param {string} text
 * @param {string} [name] of the file that it is from, for a file with one link
 * @returns {Reading}
 */
export function linksIn(text, name = '') {
  const lines = text.split(/\r\n?|\n/);
  /** @type {Reading} */
  const { found, rest } = { found: [], rest: [] };
  let joinedTo = 0; // the line behind those that continue a link
  lines.forEach((line, i) => {
    const before = found.length;
    const matches = [...line.matchAll(LINK)];
    matches.forEach((match, place) => {
      const toTheEnd = match.index + match[0].length === line.trimEnd().length;
      const bare = unwrapped(match[0].replace(ENDS, ''));
      if (!OURS.test(bare) && !OUR_PAGES.test(bare)) return;
      const last = place === matches.length - 1;
      const { link, lines: more } =
        last && toTheEnd ? joined(bare, lines.slice(i + 1)) : { link: bare, lines: 0 };
      const from = place ? matches[place - 1].index + matches[place - 1][0].length : 0;
      const label = labelIn(line.slice(from, match.index));
      found.push({ label: label || nameAbove(lines.slice(Math.max(0, i - 3), i).reverse()), link });
      joinedTo = Math.max(joinedTo, i + 1 + more);
    });
    const belongs = found.length > before || i < joinedTo || NAME.test(line) || !line.trim();
    if (!belongs) rest.push(shortened(line));
  });
  const named = !OUR_FILE.test(name);
  if (found.length === 1 && !found[0].label && named) found[0].label = cleanLabel(name);
  return { found, rest };
}
