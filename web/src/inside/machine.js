/** Opens a model for inside-view: the copy, the example, its trace, and the changes made to the copy. */

/**
 * @typedef {import('../api/model.js').Model} Model
 * @typedef {import('../api/opened.js').OpenedModel} OpenedModel
 * @typedef {import('../api/opened.js').Example} Example
 * @typedef {import('../worker/wasm').Entry} Entry
 * @typedef {import('../worker/wasm').NextExample} NextExample
 *
 * @typedef {object} Request what is to be shown
 * @property {Model} model
 * @property {string} kind of the model
 * @property {number} step of training
 * @property {string | null} typed a sentence; null: one of the corpus
 * @property {number} nth of the corpus, from 0
 * @property {number | null} guess the position of the word to predict; null: the usual one
 * @property {string | null} [beside] ELMo: a second sentence
 * @property {boolean} following whether the example of training's next step is shown
 * @property {number | null} alpha step size; null: that of training
 *
 * @typedef {object} Shown what was computed
 * @property {string} kind
 * @property {string[]} words by id
 * @property {string[]} sentence
 * @property {Example & {position: number}} example
 * @property {NextExample | null} next the example of training's next step, if it is the one shown
 * @property {import('../worker/wasm').Trace} trace
 * @property {Map<string, Float32Array>} weights by the core's names
 * @property {number} alpha
 * @property {number} ownAlpha that of training
 * @property {string} objective
 * @property {Outputs | null} outputs CBOW and Skip-gram: what the objectives ask of the output matrix
 * @property {import('./second-sentence.js').Beside | null} beside ELMo: the second sentence
 * @property {string[]} others ELMo: sentences of the text with the word of the example
 * @property {number} window the longest window, in words on either side
 * @property {Map<string, number>} sizes columns of each parameter
 * @property {string} hash of the copy's weights
 *
 * @typedef {object} Outputs
 * @property {import('./objective-pictures.js').Tree} tree Huffman's
 * @property {ArrayLike<number>} noise the probability of each word to be drawn
 * @property {number} negative words of noise per pair
 *
 * @typedef {{name: 'set', entry: Entry, value: number, before: number} | {name: 'step',
 *   example: Example}} Change
 */
import { ExampleError, split } from './example-error.js';
import { besideOf, Finder } from './second-sentence.js';

const REDRAWS_PER_SECOND = 10;
const MOST_READ = 25_000_000; // numbers of a file of vectors, 100 MB
const WITHOUT_TEXT = 6; // words of the vocabulary that stand for a sentence
/** Sizes of a step of plain descent that can be seen, for models that train on batches with Adam. @type {Record<string, number>} */
const PLAIN_STEPS = { nnlm: 0.015, elmo: 0.05 }; // ELMo's loss is a mean over its guesses

const later = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

const isWord2vec = (/** @type {string} */ kind) => kind === 'cbow' || kind === 'skip-gram';

/** They depend on the counts of the words alone. @param {OpenedModel} copy @param {Model} model @returns {Promise<Outputs>} */
async function outputsOf(copy, { options }) {
  const { negative = 5 } = options;
  return { tree: await copy.tree(), noise: await copy.noise(), negative };
}

export class Machine {
  /** @type {Request | null} */
  #wanted = null;
  #busy = false;
  #closed = false;
  /** @type {Model | null} */
  #model = null;
  #step = -1;
  /** @type {OpenedModel | null} */
  #copy = null;
  /** @type {string[]} */
  #words = [];
  /** @type {Set<string>} */
  #known = new Set();
  /** @type {Map<string, Float32Array>} */
  #weights = new Map();
  /** @type {Outputs | null} */
  #outputs = null;
  #finder = new Finder();
  /** @type {Shown | null} */
  shown = null;
  /** @type {(Error & {code?: string}) | null} */
  fault = null;
  /** Changes of the copy, the first one first. @type {Change[]} */
  changes = [];

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** Computes what is asked for; of several requests while one is under way, the last. @param {Request} request */
  want(request) {
    this.#wanted = request;
    if (!this.#busy && !this.#closed) void this.#work();
  }

  async #work() {
    this.#busy = true;
    while (this.#wanted && !this.#closed) {
      const request = this.#wanted;
      this.#wanted = null;
      const begun = performance.now();
      try {
        if (request.kind === 'loaded') await this.#read(request);
        else {
          await this.#open(request);
          await this.#follow(request);
        }
        this.fault = null;
      } catch (error) {
        this.#step = -1; // the copy may be gone
        this.fault = error;
      }
      this.changed();
      await later(Math.max(0, 1000 / REDRAWS_PER_SECOND - (performance.now() - begun)));
    }
    this.#busy = false;
  }

  /** A copy of the model's present weights. @param {Request} request */
  async #open({ model, kind, step }) {
    if (model === this.#model && step === this.#step && this.#copy) return;
    const before = this.#copy;
    this.#copy = await model.open();
    await before?.close();
    if (model !== this.#model) {
      const all = await model.vocabulary();
      this.#words = all.map(({ word }) => word);
      this.#known = new Set(this.#words);
      if (kind in PLAIN_STEPS) this.#words.push('<s>', '</s>');
      this.#outputs = isWord2vec(kind) ? await outputsOf(this.#copy, model) : null;
    }
    Object.assign(this, { changes: [] });
    this.#model = model;
    this.#step = step;
    this.#weights = new Map();
  }

  /** @param {Request} request */
  async #follow(request) {
    const { model, kind, following, alpha } = request;
    const copy = /** @type {OpenedModel} */ (this.#copy);
    const next = following ? await model.nextExample() : null;
    const sentence = next?.sentence ?? (await this.#sentence(request));
    const usual = kind in PLAIN_STEPS ? sentence.length - 1 : Math.floor(sentence.length / 2);
    const most = kind === 'nnlm' ? sentence.length : sentence.length - 1;
    const position = next?.position ?? Math.min(request.guess ?? usual, most);
    const ownAlpha = copy.options.alpha ?? PLAIN_STEPS.nnlm;
    // A language model's own step is Adam's; its rate would hardly move anything here.
    const usualAlpha = PLAIN_STEPS[kind] ?? ownAlpha;
    const example = {
      sentence,
      position,
      alpha: alpha ?? usualAlpha,
      ...(next ? { radius: next.radius, noise: next.noise } : {}),
    };
    const trace = await copy.trace(example);
    const word = kind === 'elmo' ? sentence[Math.min(position, sentence.length - 1)] : '';
    const beside =
      word && request.beside ? await besideOf(copy, this.#known, request.beside, word) : null;
    if (!this.#weights.size) {
      for (const { name } of copy.info.parameters)
        this.#weights.set(name, await copy.weights(name));
    }
    this.shown = {
      kind,
      words: this.#words,
      sentence,
      example,
      next,
      trace,
      weights: this.#weights,
      alpha: example.alpha,
      ownAlpha,
      objective: copy.info.objective,
      outputs: this.#outputs,
      beside,
      others: word ? await this.#finder.others(model, word, sentence) : [],
      window: copy.info.window,
      sizes: new Map(copy.info.parameters.map(({ name, cols }) => [name, cols])),
      hash: await copy.weightsHash(),
    };
  }

  /** Vectors from a file: there is nothing to open, but rows to look up. @param {Request} request */
  async #read(request) {
    const { model, kind } = request;
    if (model !== this.#model) {
      const { vocabulary, dimensions } = model.info;
      if (vocabulary * dimensions > MOST_READ) throw new ExampleError('tooLarge');
      this.#words = (await model.vocabulary()).map(({ word }) => word);
      this.#known = new Set(this.#words);
      this.#weights = new Map([['embedding.weight', await model.vectors()]]);
      this.#model = model;
    }
    const sentence = await this.#sentence(request);
    const ids = Int32Array.from(sentence, (word) => this.#words.indexOf(word));
    const position = Math.min(request.guess ?? 0, sentence.length - 1);
    const none = { loss: 0, lossAfter: 0, forward: [], backward: [], changes: [] };
    this.shown = {
      kind,
      words: this.#words,
      sentence,
      example: { sentence, position },
      next: null,
      trace: { sentence: ids, position, ...none },
      weights: this.#weights,
      alpha: 0,
      ownAlpha: 0,
      objective: '',
      outputs: null,
      beside: null,
      others: [],
      window: 0,
      sizes: new Map([['embedding.weight', model.info.dimensions]]),
      hash: '',
    };
  }

  /** @param {Request} request */
  async #sentence({ model, kind, typed, nth }) {
    const { sentences = 0 } = model.info;
    if (typed === null && !sentences) return this.#words.slice(0, WITHOUT_TEXT);
    if (typed === null) return model.sentence(Math.min(nth, sentences - 1));
    const words = split(typed);
    if (!words.length) throw new ExampleError('noSentence');
    const unknown = words.filter((word) => !this.#known.has(word));
    if (unknown.length) throw new ExampleError('unknown', [...new Set(unknown)]);
    if (words.length < 2 && !(kind in PLAIN_STEPS) && kind !== 'loaded')
      throw new ExampleError('oneWord');
    return words;
  }

  /** @param {Entry} entry @param {number} epsilon */
  prove(entry, epsilon) {
    if (!this.#copy || !this.shown) throw new Error('nothing is opened');
    return this.#copy.prove(this.shown.example, entry, { epsilon });
  }

  /** Changes the copy. @param {Change} change @param {Request} request */
  async change(change, request) {
    if (!this.#copy) return;
    await this.#apply(change);
    this.changes = [...this.changes, change];
    this.#refresh(request);
  }

  /** Takes the last change back: all others are repeated on a new copy. @param {Request} request */
  async undo(request) {
    const { changes } = this;
    await this.putBack(request, changes.slice(0, -1));
  }

  /** @param {Request} request @param {Change[]} [kept] changes to repeat */
  async putBack(request, kept = []) {
    this.#step = -1;
    await this.#open(request);
    for (const change of kept) await this.#apply(change);
    this.changes = kept;
    this.#refresh(request);
  }

  /** @param {Change} change */
  async #apply(change) {
    if (change.name === 'set') await this.#copy?.setWeight(change.entry, change.value);
    else await this.#copy?.takeStep(change.example);
  }

  /** @param {Request} request */
  #refresh(request) {
    this.#weights = new Map();
    this.want({ ...request, following: false });
  }

  async close() {
    this.#closed = true;
    const copy = this.#copy;
    this.#copy = null;
    await copy?.close();
  }
}
