/**
 * Reimplements the core's tokenizer (cpp/preformer/text/tokenizer.cpp) for programs that contain a
 * text as separate tokens.
 */
import { classOf, lower } from './characters.js';

/** @typedef {{tokenizer: string, sentences: string}} Cut */

const STOPS = new Set('.!?。．｡！？…؟۔।॥');
const POINTS = new Set('.．');
const APOSTROPHES = new Set("'’");
const JOINERS = new Set('\u200c\u200d'); // they affect the letters around them
const IGNORED = new Set('\u00ad\u2060\ufeff');
const ENDS = new Set('\r\u2028\u2029'); // line ends, if stops end sentences

const MOST_BYTES = 1000; // largest size of a token in bytes; longer ones are left out
const MOST_TOKENS = 10_000; // largest number of tokens in a sentence

const encoder = new TextEncoder();
const isLong = (/** @type {string} */ token) =>
  token.length > MOST_BYTES / 3 && encoder.encode(token).length > MOST_BYTES;

class Scanner {
  /** @param {string} text @param {Cut} cut */
  constructor(text, { tokenizer, sentences }) {
    this.points = [...text];
    this.kind = tokenizer;
    this.stops = sentences === 'stops';
    this.at = 0;
    this.token = '';
    /** @type {string[]} */
    this.sentence = [];
    /** @type {string[][]} */
    this.sentences = [];
  }

  run() {
    if (this.kind === 'space') this.#spaced();
    else this.#words();
    this.#endSentence();
    return this.sentences;
  }

  #spaced() {
    for (const c of this.points) {
      const kind = classOf(c);
      if (kind !== 'space' && kind !== 'control') {
        this.token += c;
        continue;
      }
      this.#endSpaced();
      if (this.#endsLine(c)) this.#endSentence();
    }
    this.#endSpaced();
  }

  /** A token that ends with a stop ends its sentence; a token of stops alone is dropped. */
  #endSpaced() {
    const stops = this.stops && STOPS.has([...this.token.slice(-2)].at(-1) ?? '');
    if (stops && [...this.token].every((c) => STOPS.has(c))) this.token = '';
    this.#endToken();
    if (stops) this.#endSentence();
  }

  #words() {
    let before = 'other';
    for (this.at = 0; this.at < this.points.length; this.at++) {
      const c = this.points[this.at];
      const kind = classOf(c);
      if (kind === 'letter' || kind === 'number') this.token += lower(c);
      else if (kind === 'mark') {
        if (this.token) this.token += c; // never start a token: emoji contain marks too
      } else if (kind === 'cjk') this.#cjk(c);
      else if (IGNORED.has(c)) continue;
      else if (this.#isInside(c, before)) this.token += APOSTROPHES.has(c) ? "'" : c;
      else {
        this.#endToken();
        if (this.#ends(c, before)) this.#endSentence();
      }
      before = kind === 'mark' && this.token ? 'letter' : kind;
    }
    this.#endToken();
  }

  #cjk(/** @type {string} */ c) {
    if (this.kind !== 'characters') {
      this.token += c;
      return;
    }
    this.#endToken();
    this.token = c;
    while (this.#next() === 'mark') {
      this.at += 1;
      this.token += this.points[this.at];
    }
    this.#endToken();
  }

  #next() {
    const c = this.points[this.at + 1];
    return c === undefined ? 'other' : classOf(c);
  }

  /** don't, l’été and joiners. */
  #isInside(/** @type {string} */ c, /** @type {string} */ before) {
    const joins = APOSTROPHES.has(c) || JOINERS.has(c);
    return joins && before === 'letter' && this.#next() === 'letter';
  }

  #ends(/** @type {string} */ c, /** @type {string} */ before) {
    if (this.#endsLine(c)) return true;
    if (!this.stops || !STOPS.has(c)) return false;
    return !(POINTS.has(c) && before === 'number' && this.#next() === 'number'); // 3.14
  }

  #endsLine(/** @type {string} */ c) {
    return c === '\n' || (this.stops && ENDS.has(c));
  }

  #endToken() {
    const { token } = this;
    this.token = '';
    if (!token || isLong(token)) return;
    this.sentence.push(token);
    if (this.sentence.length === MOST_TOKENS) this.#endSentence();
  }

  #endSentence() {
    if (this.sentence.length) this.sentences.push(this.sentence);
    this.sentence = [];
  }
}

const scan = (/** @type {string} */ text, /** @type {Cut} */ cut) => new Scanner(text, cut).run();

/** A byte order mark at the start is not part of the text. */
const unmarked = (/** @type {string} */ text) => text.replace(/^\ufeff/, '');

/** @param {string} text @param {Cut} cut @returns {string[][]} */
export const tokenize = (text, cut) => scan(unmarked(text), cut);

const PORTION = 100_000; // characters between two turns of the event loop

/**
 * The sentences, one per line, tokens separated by spaces. A line feed always ends a sentence, so a
 * long text is split there and processed in portions.
 * @param {string} text @param {Cut} cut
 */
export async function tokenLines(text, cut) {
  const lines = [];
  const whole = unmarked(text);
  for (let start = 0; start < whole.length; ) {
    const feed = whole.indexOf('\n', start + PORTION);
    const end = feed < 0 ? whole.length : feed + 1;
    for (const sentence of scan(whole.slice(start, end), cut)) lines.push(sentence.join(' '));
    start = end;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return lines.join('\n');
}
