/**
 * Trains on a text that need not fit into memory: it is read once to count the words, and once per epoch
 * in pieces. Each piece is a short training with the whole vocabulary, which begins with the vectors of
 * the piece before and has its part of the learning rate's way down.
 */
import { badParameter, cancelled } from '../worker/errors.js';
import { getEngine, whereOf } from './engine.js';
import { Model } from './model.js';
import * as check from './options.js';

/**
 * @typedef {import('./types.js').Stream} Stream
 * @typedef {import('./types.js').StreamOptions} StreamOptions
 * @typedef {{bytes: Uint8Array<ArrayBuffer>, tokens: boolean}} Piece
 */

const PIECE = 8e6; // characters of text in memory at a time

/** What a piece without a pair of known words fails with. */
const NOTHING = ['EmptyCorpus', 'NothingToLearn', 'VocabularyTooSmall'];

const again = 'what can be read more than once: a function that returns an iterator';

/** Begins to read from the start. @param {Stream} stream */
function begin(stream) {
  const source = typeof stream === 'function' ? stream() : stream;
  const isIterable =
    source !== null &&
    typeof source === 'object' &&
    (Symbol.asyncIterator in source || Symbol.iterator in source);
  if (!isIterable) throw badParameter('corpus', source, again);
  return source;
}

/** An iterator that is its own iterable, as a generator is, begins only once. @param {Stream} stream */
function refuseReadOnce(stream) {
  if (typeof stream === 'function') return;
  const source = /** @type {Partial<AsyncIterable<unknown> & Iterable<unknown>>} */ (stream);
  const once = source[Symbol.asyncIterator]?.() ?? source[Symbol.iterator]?.();
  if (once === source || stream instanceof ReadableStream) {
    throw badParameter('corpus', stream, again);
  }
}

/** @param {unknown} item @returns {string} as text, or as words separated by NUL */
function textOf(item) {
  if (typeof item === 'string') return item;
  const isWords =
    Array.isArray(item) && item.every((word) => typeof word === 'string' && !/[\0\n]/.test(word));
  if (isWords) return item.join('\0');
  throw badParameter('corpus', item, 'texts, or lists of words without NUL or line feed');
}

/**
 * Gathers items to pieces: texts and lists of words apart.
 * @param {Stream} stream @param {number} size @param {AbortSignal} [signal]
 * @returns {AsyncGenerator<Piece>}
 */
async function* pieces(stream, size, signal) {
  const encoder = new TextEncoder();
  /** @type {string[]} */
  let held = [];
  let length = 0;
  let tokens = false;
  const piece = () => {
    const bytes = encoder.encode(held.join('\n'));
    held = [];
    length = 0;
    return { bytes, tokens };
  };
  for await (const item of begin(stream)) {
    if (signal?.aborted) throw cancelled(signal);
    const words = Array.isArray(item);
    if (length > 0 && (words !== tokens || length > size)) yield piece();
    tokens = words;
    held.push(textOf(item));
    length += (held.at(-1)?.length ?? 0) + 1;
  }
  if (length > 0) yield piece();
}

/**
 * The vocabulary of the whole text, in the core's order: by falling count, then by first appearance.
 * @param {Map<string, number>} counts @param {{minCount: number, maxVocabulary: number}} limits
 */
function vocabularyOf(counts, { minCount, maxVocabulary }) {
  const frequent = [...counts].filter(([, count]) => count >= minCount);
  frequent.sort((a, b) => b[1] - a[1]); // stable
  const kept = maxVocabulary > 0 ? frequent.slice(0, maxVocabulary) : frequent;
  return {
    words: kept.map(([word]) => word).join('\n'),
    counts: kept.map(([, count]) => count),
    tokens: kept.reduce((sum, [, count]) => sum + count, 0),
  };
}

/** What has no meaning for a text in pieces. @param {Record<string, any>} filled @param {StreamOptions} options any: filled by check.fill() */
function refuse(filled, { start, keep, phrases, heldout }) {
  if (!['cbow', 'skip-gram'].includes(filled.model)) {
    throw badParameter('model', filled.model, "'cbow' or 'skip-gram' for a text in pieces");
  }
  if (filled.objective === 'hierarchical-softmax') {
    throw badParameter('objective', filled.objective, 'another one for a text in pieces');
  }
  if (filled.unknown !== 'drop') throw badParameter('unknown', filled.unknown, "'drop' here");
  for (const [name, value] of Object.entries({ start, keep, phrases, heldout })) {
    if (value) throw badParameter(name, value, 'left out for a text in pieces');
  }
}

/** One training over all pieces. */
class Streaming {
  /** Tokens that were trained on. */
  #done = 0;
  /** Bytes of the whole text, once it has been counted. */
  #bytes = 0;
  /** The model of the piece before. @type {{id: number} | undefined} */
  #before;

  /** @param {StreamOptions} options @param {number} size */
  constructor(options, size) {
    this.options = options;
    this.stream = options.corpus;
    this.size = size;
    this.filled = check.fill(options, check.trainTable);
    refuse(this.filled, options);
    refuseReadOnce(this.stream);
    /** @type {import('./options.js').Row & {initialByModel?: Record<string, number>}} */
    const row = check.trainTable.alpha;
    this.alpha = this.filled.alpha ?? row.initialByModel?.[this.filled.model];
    this.engine = getEngine(options.workerUrl);
    this.where = whereOf(options);
  }

  async count() {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for await (const { bytes, tokens } of pieces(this.stream, this.size, this.options.signal)) {
      this.#bytes += bytes.length;
      const found = await this.engine.call(
        'countWords',
        { bytes, where: this.where, options: { ...this.filled, tokens, replaced: 0 } },
        { transfer: [bytes.buffer] },
      );
      found.words.forEach((word, i) => {
        counts.set(word, (counts.get(word) ?? 0) + found.counts[i]);
      });
    }
    this.known = vocabularyOf(counts, /** @type {any} any: checked */ (this.filled));
  }

  /** @param {number} done tokens */
  #rate(done) {
    const { minAlpha, epochs } = this.filled;
    const share = Math.min(1, done / (epochs * (this.known?.tokens ?? 1)));
    return Math.max(this.alpha - (this.alpha - minAlpha) * share, 1e-6);
  }

  /** Trains on one piece. @param {Piece} piece @param {number} epoch @param {number} number @returns {Promise<{loss: number, tokens: number}>} */
  async train({ bytes, tokens }, epoch, number) {
    const { known, filled, engine, where, options } = this;
    const before = this.#before;
    const share = bytes.length / this.#bytes;
    const expected = Math.round(share * (known?.tokens ?? 0));
    const rates = { alpha: this.#rate(this.#done), minAlpha: this.#rate(this.#done + expected) };
    let opened;
    try {
      opened = await engine.call(
        'create',
        {
          bytes,
          where,
          ...(before && { start: before.id, keep: true }),
          known: { words: known?.words ?? '', counts: known?.counts ?? [], closed: true },
          options: {
            ...{ ...filled, ...rates, minCount: 1, maxVocabulary: 0, epochs: 1 },
            ...{ seed: (filled.seed + number) % Number.MAX_SAFE_INTEGER, tokens, replaced: 0 },
            heldout: { bytes: new Uint8Array(), tokens: false },
          },
        },
        { transfer: [bytes.buffer] },
      );
    } catch (error) {
      if (NOTHING.includes(error.code)) return { loss: 0, tokens: 0 };
      throw error;
    }
    this.#before = opened;
    if (before) await engine.call('close', { id: before.id });
    this.opened = opened;
    const { id, info } = opened;
    const listener = (/** @type {import('./types.js').Report} */ report) => {
      const all = this.#done + report.tokens;
      const progress = Math.min(1, all / (filled.epochs * (known?.tokens ?? 1)));
      const whole = { epoch, epochs: filled.epochs, progress, tokens: all, finished: false };
      options.onProgress?.({ ...report, ...whole });
    };
    const { stepsPerSecond, signal } = options;
    const stop = () => void engine.call('pause', { id }).catch(() => {});
    signal?.addEventListener('abort', stop, { once: true });
    const report = await engine.call('resume', { id, options: { stepsPerSecond } }, { listener });
    signal?.removeEventListener('abort', stop);
    this.#done += info.tokens;
    if (signal?.aborted) throw cancelled(signal);
    return { loss: report.epochLoss, tokens: info.tokens };
  }

  async run() {
    await this.count();
    const { epochs } = this.filled;
    let number = 0;
    for (let epoch = 1; epoch <= epochs; epoch++) {
      let [nats, tokens] = [0, 0];
      for await (const piece of pieces(this.stream, this.size, this.options.signal)) {
        const trained = await this.train(piece, epoch, number++);
        nats += trained.loss * trained.tokens;
        tokens += trained.tokens;
      }
      this.options.onEpoch?.({
        ...{ epoch, epochs, loss: nats / tokens, heldoutLoss: Number.NaN },
        ...{ heldoutPerplexity: Number.NaN, learningRate: this.#rate(this.#done) },
        tokens: this.#done,
      });
    }
  }

  /** The model of the last piece, with what is true of the whole. */
  model() {
    const { opened, filled, alpha, known, engine } = this;
    if (!opened) {
      throw badParameter('corpus', 'nothing', 'text with at least two different words');
    }
    const { minCount, maxVocabulary, minAlpha, epochs, seed } = filled;
    const own = { ...opened.info.options, minCount, maxVocabulary, alpha, minAlpha, epochs, seed };
    const info = { ...opened.info, options: own, tokens: known?.tokens ?? 0 };
    return new Model(engine, { ...opened, info }, filled);
  }

  async close() {
    if (this.#before) await this.engine.call('close', { id: this.#before.id });
  }
}

/**
 * @param {StreamOptions} options @param {number} [size] characters of a piece
 * @returns {Promise<Model>}
 */
export async function trainStream(options, size = PIECE) {
  const training = new Streaming(options, size);
  try {
    await training.run();
    return training.model();
  } catch (error) {
    if (error.code === 'Cancelled' && training.opened) error.model = training.model();
    else await training.close();
    throw error;
  }
}
