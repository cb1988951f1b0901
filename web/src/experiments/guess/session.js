/** The game with the next word: its sentences, and the models that play it, too. */
import { presets } from '../../../corpora/presets.js';
import { Random } from '../../../corpora/random.js';
import { generateRelations } from '../../../corpora/relations.js';
import * as api from '../../api/index.js';
import { countsOf, sentencesOf } from '../lines.js';
import { perplexity, probabilities } from './game.js';
import { END, Trigram } from './trigram.js';

/**
 * @typedef {import('./game.js').Round} Round
 * @typedef {import('../../api/model.js').Model} Model
 * @typedef {{sentence: string[], at: number}} Place a word of a sentence
 * @typedef {'trigram' | 'nnlm' | 'elmo'} Player
 */

/** @type {Player[]} */
export const PLAYERS = ['trigram', 'nnlm', 'elmo'];
const TRAINED = /** @type {const} */ (['nnlm', 'elmo']);
/** More frequent words are not to be guessed. */
const MOST_SHARE = 0.02;
/** Attempts per word; Chinese words have too few characters for more. */
const ATTEMPTS = { en: 3, zh: 2 };
/** The text of the preset has seed 1. */
const OTHER_SEED = 2;
const LEAST_BEFORE = 2; // words that are shown
const SHORTEST = { en: 3, zh: 2 };

export class GuessSession extends EventTarget {
  /** @type {string[][]} */
  sentences = [];
  /** @type {Map<string, number>} */
  counts = new Map();
  tokens = 0;
  /** @type {Place[]} */
  places = [];
  /** @type {(Round & {place: Place, p: Partial<Record<Player, number>>})[]} */
  rounds = [];
  /** The share of each training that is done. @type {Record<string, number>} */
  progress = { nnlm: 0, elmo: 0 };
  /** @type {import('../../i18n/errors.js').Fault | null} */
  error = null;
  /** @type {Partial<Record<Player, Model>>} */
  #models = {};
  /** @type {Trigram | null} */
  #trigram = null;
  #stopping = new AbortController();
  #scoring = Promise.resolve();

  /** @param {{language: 'en' | 'zh', draw?: number, workers?: (string | undefined)[]}} how */
  constructor({ language, draw = 1, workers = [undefined] }) {
    super();
    this.language = language;
    this.draw = draw;
    this.workers = workers;
    this.attempts = ATTEMPTS[language];
    this.preset = presets.find(({ id }) => id === `relations-${language}`);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** Reads the text, and trains the models in the background. */
  async start() {
    const text = (await this.preset?.load()) ?? '';
    this.sentences = sentencesOf(text);
    this.counts = countsOf(this.sentences);
    for (const count of this.counts.values()) this.tokens += count;
    this.#trigram = new Trigram(this.sentences);
    this.places = this.#placesIn(this.#newSentences());
    this.#changed();
    await Promise.all(TRAINED.map((model, i) => this.#train(model, i)));
  }

  /** Sentences of the same grammar that are not in the text. */
  #newSentences() {
    const read = new Set(this.sentences.map((words) => words.join(' ')));
    const { text } = generateRelations({ language: this.language, seed: OTHER_SEED, heldout: 0 });
    return sentencesOf(text).filter((words) => !read.has(words.join(' ')));
  }

  /** Words like "the" are in every sentence. @param {string} word */
  #isWorth(word) {
    const count = this.counts.get(word) ?? 0;
    return count > 0 && count < MOST_SHARE * this.tokens;
  }

  /** One word of each sentence, in an order by the draw. @param {string[][]} sentences */
  #placesIn(sentences) {
    const random = new Random(this.draw);
    const shortest = SHORTEST[this.language];
    return random.shuffle([...sentences]).flatMap((sentence) => {
      const fit = sentence.flatMap((word, at) =>
        at >= LEAST_BEFORE && [...word].length >= shortest && this.#isWorth(word) ? [at] : [],
      );
      return fit.length ? [{ sentence, at: random.pick(fit) }] : [];
    });
  }

  /** @param {'nnlm' | 'elmo'} kind @param {number} i */
  async #train(kind, i) {
    const worker = this.workers[i % this.workers.length];
    const { signal } = this.#stopping;
    try {
      const model = await api.train({
        corpus: { preset: this.preset?.id ?? '' },
        model: kind,
        seed: 1,
        signal,
        ...(worker ? { workerUrl: worker } : {}),
        onProgress: ({ progress }) => {
          this.progress[kind] = progress;
          this.#changed();
        },
      });
      this.#models[kind] = model;
      this.progress[kind] = 1;
      await this.#score();
    } catch (error) {
      if (error.code !== 'Cancelled') this.error = error;
    }
    this.#changed();
  }

  /** Whether a model has learnt. @param {Player} player */
  ready(player) {
    return player === 'trigram' ? this.#trigram !== null : this.#models[player] !== undefined;
  }

  /** The place of the round that is played. */
  get place() {
    return this.places[this.rounds.length % Math.max(1, this.places.length)] ?? null;
  }

  /** Ends a round. @param {Round} round */
  async end(round) {
    const { place } = this;
    if (!place) return;
    this.rounds = [...this.rounds, { ...round, place, p: {} }];
    this.#changed();
    await this.#score();
  }

  /** What the models that are ready gave the words; the end of a sentence is not to be guessed. */
  #score() {
    this.#scoring = this.#scoring.then(async () => {
      for (const { place, p } of this.rounds) {
        const before = place.sentence.slice(0, place.at);
        const word = place.sentence[place.at];
        if (this.#trigram) {
          const end = this.#trigram.probability(before, END);
          p.trigram ??= this.#trigram.probability(before, word) / (1 - end);
        }
        for (const kind of TRAINED) {
          const model = this.#models[kind];
          if (!model || p[kind] !== undefined) continue;
          const next = await model.predictNext(before, { topn: model.info.vocabulary + 2 });
          const of = (/** @type {string} */ wanted) =>
            next.find((item) => item.word === wanted)?.probability ?? 0;
          p[kind] = of(word) / (1 - of('</s>'));
        }
      }
      this.#changed();
    });
    return this.#scoring;
  }

  /** The reader's probabilities of all rounds. */
  get own() {
    return probabilities(this.rounds, this.counts, this.attempts);
  }

  /** A player's perplexity on the words so far; NaN while it is unknown. @param {Player} player */
  perplexityOf(player) {
    const known = this.rounds.map(({ p }) => p[player] ?? Number.NaN);
    return known.length ? perplexity(known) : Number.NaN;
  }

  async close() {
    this.#stopping.abort();
    await Promise.all(Object.values(this.#models).map((model) => model.close().catch(() => {})));
    this.#models = {};
  }
}
