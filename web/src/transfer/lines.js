import { LabError } from '../text/own-text.js';

/**
 * Parses a reader's own labelled lines, `label<TAB>sentence`, by the same rules as the core's
 * text/labelled_lines. An error has the number of the line.
 *
 * @typedef {object} Labelled
 * @property {string[]} labels labels in order of first appearance
 * @property {string[]} sentences
 * @property {number[]} targets index of the label of each sentence
 */

export const MAX_LINES = 20_000;
const MAX_LABELS = 50;
export const MAX_FILE = 8 * 1024 * 1024;

const refuse = (
  /** @type {string} */ code,
  /** @type {string} */ kind,
  /** @type {string | number} */ value,
) => new LabError(code, kind, { parameter: 'examples', kind, value: String(value) });

/** @param {string} text @returns {Labelled} throws a LabError whose `kind` names the problem */
export function readLines(text) {
  if (text.length > MAX_FILE) throw refuse('TooLarge', 'lines.bytes', text.length);
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const filled = lines.reduce((count, line) => count + Number(line.trim() !== ''), 0);
  if (filled > MAX_LINES) throw refuse('TooLarge', 'lines.many', filled);
  /** @type {Labelled} */
  const read = { labels: [], sentences: [], targets: [] };
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    const tab = line.indexOf('\t');
    if (tab < 0) throw refuse('BadFormat', 'lines.noTab', i + 1);
    const label = line.slice(0, tab).trim();
    const sentence = line.slice(tab + 1).trim();
    if (!label) throw refuse('BadFormat', 'lines.noLabel', i + 1);
    if (!sentence) throw refuse('BadFormat', 'lines.noSentence', i + 1);
    add(read, label, sentence);
  });
  if (!read.sentences.length) throw refuse('BadFormat', 'lines.none', 0);
  if (read.labels.length < 2) throw refuse('BadParameter', 'lines.oneLabel', read.labels[0]);
  return read;
}

function add(
  /** @type {Labelled} */ { labels, sentences, targets },
  /** @type {string} */ label,
  /** @type {string} */ sentence,
) {
  let target = labels.indexOf(label);
  if (target < 0) {
    target = labels.push(label) - 1;
    if (labels.length > MAX_LABELS) throw refuse('TooLarge', 'lines.labels', labels.length);
  }
  sentences.push(sentence.replaceAll('\t', ' '));
  targets.push(target);
}

/**
 * Divides the lines into a pool for training and a test set: every third line of each label is for
 * the test, at least one, at most MAX_TEST in all.
 * @param {Labelled} lines
 */
export function partLines({ labels, sentences, targets }) {
  const each = labels.map(() => 0);
  targets.forEach((target) => {
    each[target] += 1;
  });
  const single = each.indexOf(1);
  if (single >= 0) throw refuse('BadParameter', 'lines.single', labels[single]);
  const seen = labels.map(() => 0);
  /** @type {{pool: string[], test: string[]}} */
  const { pool, test } = { pool: [], test: [] };
  const most = Math.ceil(MAX_TEST / labels.length);
  sentences.forEach((sentence, i) => {
    const target = targets[i];
    const at = seen[target]++;
    const kept = (at % 3 === 1 && (at - 1) / 3 < most) || false;
    (kept ? test : pool).push(`${labels[target]}\t${sentence}`);
  });
  const least = Math.min(
    ...each.map((count) => count - Math.min(most, Math.floor((count + 1) / 3))),
  );
  return { labels, pool, test, least, text: sentences.join('\n') };
}

const MAX_TEST = 1000;
