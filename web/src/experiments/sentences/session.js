/** The state of the experiment on the page. */
import { workerAddresses } from '../../api/workers.js';
import { language } from '../../i18n/index.js';
import { tokenLines } from '../../scripts/tokens.js';
import { textOfFile } from '../../text/own-text.js';
import { suggestCut } from '../../text/script.js';
import { sentencesOf } from '../lines.js';
import { wordsOf } from './asked.js';
import { EXAMPLE_WORDS, exampleText } from './example.js';
import * as experiment from './experiment.js';
import { mapsOf } from './maps.js';
import { textWithout, workedOn } from './text.js';
import { verdictOf } from './verdict.js';

/**
 * @typedef {import('./asked.js').Asked} Asked
 * @typedef {import('./experiment.js').Tried} Tried
 * @typedef {import('./verdict.js').Effect & {hashes: string[],
 *   fault: import('../../i18n/errors.js').Fault | null, maps: import('./maps.js').Maps | null,
 *   key: string}} Trial
 */

export const SEEDS = [1, 2, 3, 4, 5];
/** Characters by which the way of cutting a text is chosen. */
const SAMPLE = 60_000;

export class SentencesSession extends EventTarget {
  /** All sentences of the text, as the model reads them. @type {string[][]} */
  all = [];
  /** Those that the experiment works on. @type {string[][]} */
  sentences = [];
  /** How many sentences the text has, if they are too many for the experiment. */
  of = 0;
  /** The reader's text; '' for the example. */
  text = '';
  /** @type {Asked} */
  asked = { kind: 'pair', words: ['', ''] };
  /** @type {Set<number>} */
  struck = new Set();
  /** Sentences that the reader has rewritten. @type {Map<number, string>} */
  edits = new Map();
  /** @type {import('./experiment.js').Base | null} */
  base = null;
  /** @type {import('./candidates.js').Candidate[]} */
  candidates = [];
  /** @type {Tried[]} */
  tried = [];
  /** @type {Trial | null} */
  trial = null;
  /** @type {'rest' | 'reading' | 'base' | 'candidates' | 'trial'} */
  phase = 'rest';
  progress = { done: 0, of: 0, perSecond: Number.NaN };
  /** The latest speed. */
  perSecond = Number.NaN;
  /** @type {import('../../i18n/errors.js').Fault | null} */
  error = null;
  /** @type {AbortController | null} */
  #stop = null;
  /** Counts the texts that were read: only the latest is taken. */
  #reads = 0;

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** Begins with the example, or with a text of the address. @param {string} text '' for the example */
  async begin(text) {
    const example = EXAMPLE_WORDS[language()];
    await this.read(text || exampleText(language()), { asTokens: !text });
    if (!text) this.ask({ kind: 'pair', words: [...example.planted] });
  }

  /** @param {string} text @param {{asTokens?: boolean}} [how] asTokens: it is cut already */
  async read(text, { asTokens = false } = {}) {
    this.#reset();
    this.#reads += 1;
    const read = this.#reads;
    this.phase = 'reading';
    this.error = null;
    this.#changed();
    try {
      const { tokenizer } = suggestCut(text.slice(0, SAMPLE), false);
      // Without a segmenter the core cuts.
      const cut = /** @type {import('../../api/types.js').TokenizeOptions} */ ({
        tokenizer,
        sentences: 'stops',
      });
      const lines = asTokens ? text : await tokenLines(text, cut);
      if (read !== this.#reads) return;
      this.all = sentencesOf(lines);
      this.text = asTokens ? '' : text;
    } catch (error) {
      if (read !== this.#reads) return;
      this.error = error;
    }
    this.phase = 'rest';
    this.ask(this.asked);
  }

  /** @param {File} file */
  async readFile(file) {
    try {
      await this.read((await textOfFile(file)).text);
    } catch (error) {
      this.error = error;
      this.#changed();
    }
  }

  get isExample() {
    return this.text === '';
  }

  /** @param {Asked} asked */
  ask(asked) {
    this.#reset();
    this.asked = asked;
    Object.assign(this, workedOn(this.all, wordsOf(asked)));
    this.#changed();
  }

  /** The words of the question that the text does not have. */
  get missing() {
    const known = new Set(this.sentences.flat());
    return wordsOf(this.asked).filter((word) => !known.has(word));
  }

  #reset() {
    this.cancel();
    void this.base?.model.close();
    Object.assign(this, { base: null, candidates: [], tried: [], trial: null });
    this.struck = new Set();
    this.edits = new Map();
  }

  close() {
    this.#reset();
  }

  cancel() {
    this.#stop?.abort();
  }

  /** @param {typeof this.phase} phase @param {(how: import('./experiment.js').How) => Promise<void>} work */
  async #work(phase, work) {
    this.cancel();
    const stop = new AbortController();
    this.#stop = stop;
    Object.assign(this, {
      phase,
      error: null,
      progress: { done: 0, of: 0, perSecond: Number.NaN },
    });
    this.#changed();
    try {
      await work({
        workers: await workerAddresses(),
        signal: stop.signal,
        onProgress: (done, of, perSecond) => {
          this.progress = { done, of, perSecond };
          this.perSecond = perSecond;
          this.#changed();
        },
      });
    } catch (error) {
      if (error?.code !== 'Cancelled' && this.#stop === stop) this.error = error;
    }
    if (this.#stop !== stop) return; // other work has begun
    this.#stop = null;
    this.phase = 'rest';
    this.#changed();
  }

  /** Trains with all sentences, and finds candidates. */
  train() {
    return this.#work('base', (how) => this.#trainBase(how));
  }

  /** @param {import('./experiment.js').How} how */
  async #trainBase(how) {
    if (this.base) return;
    const { sentences, asked } = this;
    const base = await experiment.trainWhole(sentences, asked, SEEDS, how);
    if (how.signal?.aborted) return void base.model.close();
    this.base = base;
    if (base.values.some(Number.isNaN)) return;
    this.candidates = await experiment.candidatesIn(base.model, sentences, asked);
  }

  /** Trains again without each candidate. */
  tryAll() {
    return this.#work('candidates', async (how) => {
      await this.#trainBase(how);
      const { sentences, asked, base, candidates } = this;
      if (!base || how.signal?.aborted) return;
      const what = { seeds: SEEDS, base, candidates };
      const tried = await experiment.tryWithout(sentences, asked, what, how);
      if (!how.signal?.aborted) this.tried = tried;
    });
  }

  /** @param {number[]} sentences @param {boolean} gone */
  strike(sentences, gone) {
    const struck = new Set(this.struck);
    for (const i of sentences) gone ? struck.add(i) : struck.delete(i);
    this.struck = struck;
    this.#changed();
  }

  /** @param {number} sentence @param {string} words as it was: no edit */
  edit(sentence, words) {
    const edits = new Map(this.edits);
    const clean = words.trim().replace(/\s+/gu, ' ');
    if (clean === this.sentences[sentence].join(' ')) edits.delete(sentence);
    else edits.set(sentence, clean);
    this.edits = edits;
    this.#changed();
  }

  putBack() {
    this.struck = new Set();
    this.edits = new Map();
    this.trial = null;
    this.#changed();
  }

  /** The sentences with the reader's edits. */
  get edited() {
    return this.sentences.map((words, i) => this.edits.get(i)?.split(' ') ?? words);
  }

  /** The text that the reader has made: struck sentences are empty lines. */
  get editedText() {
    return textWithout(this.edited, this.struck);
  }

  get isEdited() {
    return this.struck.size + this.edits.size > 0;
  }

  /** Trains the reader's text. */
  trySelf() {
    return this.#work('trial', async (how) => {
      await this.#trainBase(how);
      const { base, asked, editedText: text } = this;
      if (!base || how.signal?.aborted) return;
      const trained = await experiment.trainText(text, asked, SEEDS, how);
      const { values, hashes, fault, model } = trained;
      const maps = model ? await mapsOf(base.model, model, wordsOf(asked)) : null;
      await model?.close();
      this.trial = { ...verdictOf(base.values, values, []), hashes, fault, maps, key: text };
    });
  }
}
