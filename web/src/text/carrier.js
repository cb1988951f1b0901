/**
 * Files that carry a text among other things: markup, subtitles, tables, JSON, tagged words. Their
 * tags, times and headings would become words. Word vectors are no text at all.
 *
 * @typedef {'markup' | 'subtitles' | 'table' | 'markdown' | 'json' | 'tagged' | 'vectors'} Kind
 * @typedef {object} Carrier
 * @property {Kind} kind
 * @property {string} [separator] of a table
 * @property {string[]} [columns] of a table: the fields of its first row
 * @property {boolean} [heading] whether these are headings
 * @property {number} [column] the one with the longest text
 */

const SAMPLE = 20_000; // characters judged
const TAG = /<\/?[a-z][^<>]*>/gi;
const ENTITY = /&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});/gi;
const TIME = /^\s*(?=[\d.,]*:)[\d:.,]{7,}\s*-->/; // 00:00:01,000 -->
const TAGGED = /^[^\s/]+[/_][a-z]{1,4}\d?$/i;
const SLASHED = /\p{Script=Han}\/\s?(?=\p{Script=Han})/gu;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** Headings, lists, quotations, fences, emphasis, links. */
const MARKDOWN = [
  /^#{1,6} \S/,
  /^\s*[-*+] \S/,
  /^> /,
  /^```/,
  /\*\*[^*\s][^*]*\*\*/,
  /!?\[[^\]]+\]\([^)\s]+\)/,
];

const countOf = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  (text.match(pattern) ?? []).length;

/** @param {string} text @returns {string[]} its lines that are not empty */
const linesOf = (text) => text.split('\n').filter((line) => line.trim());

/** @param {string} text @returns {Carrier | null} */
export function noticeCarrier(text) {
  const cut = text.length > SAMPLE ? text.lastIndexOf('\n', SAMPLE) : -1;
  const sample = text.slice(0, cut > 0 ? cut : SAMPLE);
  const lines = linesOf(sample);
  if (areVectors(lines)) return { kind: 'vectors' };
  if (isJson(sample)) return { kind: 'json' };
  if (lines.filter((line) => TIME.test(line)).length >= Math.max(2, lines.length / 8)) {
    return { kind: 'subtitles' };
  }
  const marks = countOf(sample, TAG) + countOf(sample, ENTITY);
  if (/^\s*<(?:!doctype|\?xml|html)/i.test(sample) || marks >= Math.max(3, lines.length / 3)) {
    return { kind: 'markup' };
  }
  if (isTagged(sample)) return { kind: 'tagged' };
  return tableOf(lines) ?? (isMarkdown(lines) ? { kind: 'markdown' } : null);
}

/** Words and their numbers: notice_vectors of cpp/preformer/io/vector_kind. */
function areVectors(/** @type {string[]} */ lines) {
  const header = /^(\d+) (\d+)\s*$/.exec(lines[0] ?? '');
  const rows = lines.slice(header ? 1 : 0, 200).map((line) => {
    const fields = line.trim().split(/\s+/);
    const word = fields.findLastIndex((field) => !NUMBER.test(field));
    return { fields: fields.length, numbers: fields.length - 1 - word };
  });
  const first = rows.find(({ fields, numbers }) => numbers < fields)?.numbers ?? 0;
  const width = header ? Number(header[2]) : first;
  if (width < 1 || (!header && (width < 4 || rows.length < 2))) return false;
  const fitting = rows.filter(({ fields, numbers }) => fields > width && numbers === width).length;
  return rows.length > 0 && fitting >= rows.length * 0.9;
}

/** Whether a file begins as word vectors do, text or binary. @param {Blob} file */
export async function beginsAsVectors(file) {
  const text = await file.slice(0, 4 * SAMPLE).text();
  const binary = /^\d+ \d+ ?\r?\n/.test(text) && text.includes('\0');
  return binary || noticeCarrier(text)?.kind === 'vectors';
}

/** An object or a list, as one document or one a line. */
const isJson = (/** @type {string} */ sample) =>
  /^\s*(?:\{\s*"|\[\s*[{["])/.test(sample) && countOf(sample, /"\s*[:,\]}]/g) >= 2;

function isTagged(/** @type {string} */ sample) {
  const words = sample.split(/\s+/).filter(Boolean);
  if (words.length >= 4 && words.filter((word) => TAGGED.test(word)).length > words.length * 0.6) {
    return true;
  }
  const han = countOf(sample, /\p{Script=Han}/gu);
  return countOf(sample, SLASHED) > Math.max(2, han * 0.2);
}

function isMarkdown(/** @type {string[]} */ lines) {
  const kinds = MARKDOWN.map((kind) => lines.filter((line) => kind.test(line)).length);
  const marked = kinds.reduce((sum, count) => sum + count, 0);
  return kinds.filter(Boolean).length >= 2 && marked >= Math.max(3, lines.length * 0.2);
}

/** Cuts a row into fields; a field in quotes may contain the separator. */
export function fieldsOf(/** @type {string} */ line, /** @type {string} */ separator) {
  const fields = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line[i];
    if (quoted && letter === '"' && line[i + 1] === '"') {
      field += '"';
      i += 1;
    } else if (letter === '"' && (quoted || !field)) quoted = !quoted;
    else if (letter === separator && !quoted) {
      fields.push(field);
      field = '';
    } else field += letter;
  }
  fields.push(field);
  return fields.map((text) => text.trim());
}

/** @param {string[]} lines @returns {Carrier | null} */
function tableOf(lines) {
  if (lines.length < 3) return null;
  for (const separator of ['\t', ';', ',']) {
    const rows = lines.map((line) => fieldsOf(line, separator));
    const width = rows[0].length;
    const equal = rows.filter((row) => row.length === width).length;
    if (width < 2 || equal < rows.length * 0.95) continue;
    // In prose a comma is followed by a space.
    const tight = countOf(lines.join('\n'), separator === ',' ? /,(?=\S)/g : /[;\t]/g);
    if (tight < (width - 1) * lines.length * 0.8) continue;
    const lengths = rows[0].map((_, i) => sum(rows.slice(1).map((row) => row[i]?.length ?? 0)));
    const column = lengths.indexOf(Math.max(...lengths));
    // The heading of a column of sentences is much shorter than they are.
    const mean = lengths[column] / (rows.length - 1);
    const heading =
      rows[0].every((field) => !/^[\d.]*$/.test(field)) && rows[0][column].length * 2 <= mean;
    return { kind: 'table', separator, columns: rows[0], column, heading };
  }
  return null;
}

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((all, one) => all + one, 0);

/** @type {Record<Exclude<Kind, 'vectors'>, (text: string, carrier: Carrier) => string>} */
const takers = {
  markup: textOfMarkup,
  subtitles: (text) =>
    linesOf(text)
      .filter((line) => !TIME.test(line) && !/^\d+$/.test(line.trim()) && !/^WEBVTT/.test(line))
      .map((line) => line.replace(TAG, ''))
      .join('\n'),
  table: (text, { separator = '\t', column = 0, heading = false }) =>
    linesOf(text)
      .slice(heading ? 1 : 0)
      .map((line) => fieldsOf(line, separator)[column] ?? '')
      .filter(Boolean)
      .join('\n'),
  markdown: (text) =>
    text
      .replace(/^```.*$/gm, '')
      .replace(/^[^\S\n]*(?:#{1,6}|[-*+]|>|\d+\.) +/gm, '')
      .replace(/!?\[([^\]]+)\]\([^)\s]+\)/g, '$1')
      .replace(/(\*\*|__|`)/g, ''),
  json: (text) => stringsOf(text).join('\n'),
  tagged: (text) =>
    TAGGED.test(text.trim().split(/\s+/)[0])
      ? text.replace(/([^\s/]+)[/_][a-z]{1,4}\d?(?=\s|$)/gi, '$1')
      : text.replace(/ *\/ */g, ' '),
};

/**
 * The text alone.
 * @param {string} text @param {Carrier} carrier
 */
export const takeText = (text, carrier) =>
  carrier.kind === 'vectors' ? text : `${takers[carrier.kind](text, carrier).trim()}\n`;

const BLOCKS =
  'p, div, li, br, tr, td, th, h1, h2, h3, h4, h5, h6, title, blockquote, section, article, pre, dt, dd, option';

/** Without tags; a block ends a line. @param {string} text */
function textOfMarkup(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  for (const hidden of page.querySelectorAll('script, style, template, noscript')) hidden.remove();
  for (const block of page.querySelectorAll(BLOCKS)) block.append('\n');
  const all = [page.head, page.body].map((part) => part?.textContent ?? '').join('\n');
  return all.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[\n ]*/g, '\n');
}

/** All strings of a document, or of one document per line, without the names. */
function stringsOf(/** @type {string} */ text) {
  /** @type {string[]} */
  const found = [];
  const collect = (/** @type {unknown} */ value) => {
    if (typeof value === 'string') found.push(value.replaceAll('\n', ' '));
    else if (value && typeof value === 'object')
      for (const one of Object.values(value)) collect(one);
  };
  const read = (/** @type {string} */ part) => {
    try {
      collect(JSON.parse(part));
      return true;
    } catch {
      return false;
    }
  };
  if (!read(text)) for (const line of linesOf(text)) read(line.replace(/,\s*$/, ''));
  return found;
}
