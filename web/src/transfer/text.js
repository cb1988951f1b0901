import { Random } from '../../corpora/random.js';
import { longHash } from '../link/link-sum.js';
import { LabError } from '../text/own-text.js';
import { suggestCut } from '../text/script.js';
import { Chapter } from './chapter.js';
import { partLines } from './lines.js';
import { mixOf } from './mix.js';
import { cutReview, readable } from './sentence.js';
import { TEXT_TRAINING } from './settings.js';
import { LABELS, MODES } from './table.js';

/** @typedef {import('./pack.js').Pack} Pack */

/**
 * The data of the text chapter.
 * @typedef {object} Task
 * @property {string} text text without labels, one sentence per line
 * @property {string[]} pool `label<TAB>sentence`
 * @property {string[]} test in the same form, used for measuring
 * @property {string[]} labels
 * @property {number} least number of lines in the pool for its rarest label
 * @property {Record<string, any>} options options to pre-train on it; any: of the API, by name
 * @property {number} count number of its sentences
 * @property {string[]} samples its first sentences
 */

/**
 * Chapter 2: a language model reads reviews without labels; a classifier learns from a few labels.
 */
export class TextChapter extends Chapter {
  /** The reader's own parsed lines; null for none. @type {import('./lines.js').Labelled | null} */
  lines = null;
  /** Whether they are there after a reload. */
  linesKept = true;
  #own = ''; // names their content: other lines have another pack
  #examples = 0; // number of examples shown
  /**
   * The classifier's answer to the reader's sentence.
   * @type {{sentence: string, unknown: string[], input?: string | string[], answer?: import('./transfer-maps.js').Said &
   *   {label: string}, error?: import('../i18n/errors.js').Fault} | null}
   */
  answer = null;

  get key() {
    const { corpus, edition, model } = this.store.values;
    return corpus === 'own' && this.lines
      ? `own-${this.#own}-${model}`
      : `${corpus === 'own' ? this.store.spoken() : corpus}-${edition}-${model}`;
  }

  /** Takes the lines that were kept, and uses them if they were in use at this address. */
  recall() {
    const { ownLines } = this.session.parts;
    const lines = ownLines?.load();
    if (!lines) return;
    this.#take(lines);
    if (ownLines?.usedAt(this.store.fragment())) this.store.set({ corpus: 'own' });
  }

  #take(/** @type {import('./lines.js').Labelled} */ lines) {
    this.lines = lines;
    this.#own = longHash(JSON.stringify([lines.labels, lines.sentences, [...lines.targets]]));
  }

  /** Remembers whether the own lines are in use. */
  remember() {
    const own = this.store.get('corpus') === 'own' && this.lines;
    this.session.parts.ownLines?.use(own ? this.store.fragment() : '');
  }

  /** @param {import('./lines.js').Labelled} lines */
  use(lines) {
    partLines(lines); // throws before anything changes
    this.#take(lines);
    this.linesKept = this.session.parts.ownLines?.save(lines) ?? false;
    this.store.set({ corpus: 'own' });
    this.remember();
    if (!this.current.model && !this.current.preparing) this.current.make();
  }

  /** @param {Pack} pack @returns {Promise<Task>} */
  async load(pack) {
    if (pack.key.startsWith('own-') && this.lines) return ownTask(this.lines);
    const [language, edition] = pack.key.split('-');
    const { reviews, options } = await this.session.parts.reviews(
      /** @type {'en' | 'zh'} */ (language),
      /** @type {import('../link/edition.js').Edition} */ (edition),
    );
    const [pool, test] = [reviews.pool, reviews.test].map(linesOf);
    const { text, labels } = reviews;
    return { text, pool, test, labels, least: leastOf(pool), options, ...glance(text) };
  }

  /** @param {Pack} pack @param {number} seed */
  make({ key, data }, seed) {
    const model = key.endsWith('elmo') ? 'elmo' : 'skip-gram';
    const { [model]: own, shared } = data.options;
    return this.session.api.create({ ...shared, ...own, model, corpus: data.text, seed });
  }

  /** @param {Pack} pack @param {Uint8Array} checkpoint */
  reopen({ data }, checkpoint) {
    return this.session.api.load(checkpoint, { format: 'checkpoint', corpus: data.text });
  }

  async watch(/** @type {Pack} */ pack) {
    await this.classify(pack);
  }

  // ---- classifier

  /**
   * Trains a classifier from a few labels, and for comparison one from scratch on the same labels.
   */
  async train() {
    const pack = this.current;
    const mode = this.store.get('mode');
    const { shots } = this;
    const known = pack.tries.some((one) => one.mode === 'scratch' && one.shots === shots);
    const modes = mode === 'scratch' || known ? [mode] : [mode, 'scratch'];
    await this.tryAll(modes.map((one) => this.#trial(pack, one, shots)));
  }

  /** @param {Pack} pack @param {string} mode @param {number} shots @returns {import('./chapter.js').Trial} */
  #trial({ data }, mode, shots) {
    const examples = draw(data, shots, this.store.get('seed'));
    return {
      options: {
        ...TEXT_TRAINING,
        examples: examples.join('\n'),
        from: mode === 'scratch' || mode === 'frozen-random' ? 'random' : 'pretrained',
        frozen: mode === 'frozen' || mode === 'frozen-random' ? 'all' : 'none',
      },
      test: () => data.test.join('\n'),
      about: { mode, shots },
      more: async (b) => ({ mix: mixOf(await b.checkpoint()), mode, shots, examples }),
    };
  }

  /** Labels per class: the chosen number, or as many as there are. */
  get shots() {
    return Math.min(Number(this.store.get('shots')), this.current.data?.least ?? 1);
  }

  async classify(pack = this.current) {
    const sentence = this.store.get('sentence').trim();
    const model = pack.last?.model;
    if (!model || !sentence) {
      this.answer = null;
      return;
    }
    const { input, unknown } = await this.#cut(pack, sentence);
    try {
      const [answer] = await model.classify([input]);
      if (pack.last?.model === model) this.answer = { sentence, answer, unknown, input };
    } catch (error) {
      if (error.code !== 'Cancelled') this.answer = { sentence, error, unknown };
    }
  }

  /**
   * The reviews are split into words here. The core splits the reader's own sentences as it split
   * their text.
   */
  async #cut(/** @type {Pack} */ pack, /** @type {string} */ sentence) {
    if (pack.key.startsWith('own-')) return { input: sentence, unknown: [] };
    // In this chapter A is a language model.
    const model = /** @type {import('../api/model.js').Model} */ (pack.model);
    pack.known ??= model.vocabulary().then((list) => new Set(list.map(({ word }) => word)));
    const { tokens, unknown } = cutReview(sentence, await pack.known);
    return { input: tokens.length ? tokens : [sentence], unknown };
  }

  /** Puts a review of the test set into the reader's field; the classes alternate. */
  example() {
    const { test = [], labels = [] } = this.current.data ?? {};
    const label = labels[this.#examples++ % Math.max(1, labels.length)];
    const mine = test.filter((/** @type {string} */ line) => line.startsWith(`${label}\t`));
    const line = mine[(7 * this.#examples) % Math.max(1, mine.length)];
    if (line) this.store.set({ sentence: readable(line.slice(line.indexOf('\t') + 1)) });
  }

  async compare() {
    const { pool, test, least } = this.current.data;
    const labels = LABELS.filter((count) => count <= least);
    const texts = { pool: pool.join('\n'), test: test.join('\n') };
    await this.compareAll({ ...texts, labels, modes: MODES, options: TEXT_TRAINING });
  }
}

const linesOf = (/** @type {string} */ text) => text.split('\n').filter(Boolean);

const SAMPLES = 5;

/** @param {string} text */
function glance(text) {
  const lines = linesOf(text);
  return { count: lines.length, samples: lines.slice(0, SAMPLES) };
}

/** The number of lines of the rarest label. @param {string[]} pool */
function leastOf(pool) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const line of pool) {
    const label = line.slice(0, line.indexOf('\t'));
    counts.set(label, 1 + (counts.get(label) ?? 0));
  }
  return Math.min(...counts.values());
}

/** @param {import('./lines.js').Labelled} lines @returns {Task} */
function ownTask(lines) {
  const parted = partLines(lines);
  const { tokenizer } = suggestCut(parted.text);
  if (!parted.text.trim()) throw new LabError('EmptyCorpus', 'no text');
  // The segmenter needs a whole corpus; short Chinese sentences are split into characters, which
  // works as well.
  const shared = {
    tokenizer: tokenizer === 'segmenter' ? 'characters' : tokenizer,
    sentences: 'lines',
    minCount: 1,
  };
  return { ...parted, options: { shared }, ...glance(parted.text) };
}

/**
 * Draws `shots` lines of each label by the seed.
 * @param {Task} task
 * @param {number} shots
 * @param {number} seed
 */
function draw({ pool, labels }, shots, seed) {
  const random = new Random(seed);
  return labels.flatMap((label) => {
    const mine = pool.filter((line) => line.startsWith(`${label}\t`));
    return random.shuffle(mine).slice(0, shots);
  });
}
