import { LabError } from '../text/own-text.js';

/**
 * A reader's own labelled lines. The core reads them (text/labelled_lines), as it does for the
 * command line; this file says what is wrong with them and divides them.
 *
 * @typedef {import('../api/types.js').LabelledLines} Labelled
 * @typedef {(text: string) => Promise<Labelled>} Parse
 */

export const MAX_FILE = 8 * 1024 * 1024;

const refuse = (
  /** @type {string} */ code,
  /** @type {string} */ kind,
  /** @type {string | number} */ value,
  /** @type {number} */ line = 0,
) => new LabError(code, kind, { parameter: 'examples', kind, value: String(value), line });

/**
 * @param {string} text
 * @param {Parse} parse
 * @returns {Promise<Labelled>} throws a LabError whose `kind` names the problem
 */
export async function readLines(text, parse) {
  if (text.length > MAX_FILE) throw refuse('TooLarge', 'lines.bytes', text.length);
  /** @type {Labelled} */
  let read;
  try {
    read = await parse(text);
  } catch (error) {
    if (error.code !== 'TooLarge') throw error;
    const many = /labels/.test(error.permitted) ? 'lines.labels' : 'lines.many';
    throw refuse('TooLarge', many, error.value.replace(/\D/g, ''));
  }
  const { labels, leftOut } = read;
  if (labels.length >= 2) return read;
  // Lines that could not be read may have had the other label.
  if (leftOut) throw refuse('BadFormat', `lines.${leftOut.reason}`, leftOut.line);
  if (!labels.length) throw refuse('BadFormat', 'lines.none', 0);
  throw refuse('BadParameter', 'lines.oneLabel', labels[0]);
}

/**
 * Divides the lines into a pool for training and a test set: every third line of each label is for
 * the test, at least one, at most MAX_TEST in all.
 * @param {Labelled} lines
 */
export function partLines({ labels, sentences, targets, numbers }) {
  const each = labels.map(() => 0);
  targets.forEach((target) => {
    each[target] += 1;
  });
  const single = each.indexOf(1);
  if (single >= 0) {
    const line = numbers[targets.indexOf(single)];
    throw refuse('BadParameter', 'lines.single', labels[single], line);
  }
  const seen = labels.map(() => 0);
  /** @type {{pool: string[], test: string[]}} */
  const { pool, test } = { pool: [], test: [] };
  const most = Math.ceil(MAX_TEST / labels.length);
  sentences.forEach((sentence, i) => {
    const target = targets[i];
    const at = seen[target]++;
    const kept = (at % 3 === 1 && (at - 1) / 3 < most) || false;
    (kept ? test : pool).push(`${labels[target]}\t${sentence.replaceAll('\t', ' ')}`);
  });
  const least = Math.min(
    ...each.map((count) => count - Math.min(most, Math.floor((count + 1) / 3))),
  );
  return { labels, pool, test, least, text: sentences.join('\n') };
}

const MAX_TEST = 1000;
