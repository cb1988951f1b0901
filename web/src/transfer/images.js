import { Random } from '../../corpora/random.js';
import { sameValue } from '../link/field.js';
import { LabError } from '../text/own-text.js';
import { Chapter } from './chapter.js';
import { digitsOf, only, pixelsOf, placesOf, spread } from './digits.js';
import * as examples from './examples.js';
import { normalise } from './ink.js';
import { IMAGE_TRAINING } from './settings.js';
import { GENERAL, LABELS, MODES } from './table.js';

/**
 * @typedef {import('../api/classifier.js').Classifier} Classifier
 * @typedef {import('./pack.js').Pack} Pack
 */

/** In this chapter A is a classifier. @param {Pack} pack */
export const modelOf = ({ model }) => /** @type {Classifier} */ (model);

const KEY = 'digits';
/**
 * Test images per network. The comparison has a hundred networks, so this gives a standard error of
 * about one point in a short time.
 */
const COMPARED_ON = 1000;

/** Chapter 1: A learns 0–4, B learns 5–9 from few examples. */
export class ImagesChapter extends Chapter {
  /** The reader's examples. @type {examples.Examples} */
  examples = examples.noExamples();
  /** The drawing as an image; null if the pad is blank. @type {Uint8Array | null} */
  drawing = null;
  /**
   * The output of the layers for it, and B's answer.
   * @type {import('./transfer-maps.js').Seen | null}
   */
  seen = null;
  /** Whether the network's inside is open. */
  inside = false;
  /** The error of the drawing pad. @type {import('../i18n/errors.js').Fault | null} */
  padError = null;

  get key() {
    return KEY;
  }

  /** @param {Pack} pack */
  async load(pack) {
    const file = await this.session.parts.digits().catch((error) => {
      throw Object.assign(error, { kind: 'digits' });
    });
    const data = digitsOf(file);
    pack.data = data;
    if (examples.countOf(this.examples) === 0 && !this.examples.past.length) {
      const kept = examples.noExamples();
      for (const { slot, picture } of this.session.parts.keeper?.load() ?? []) {
        kept.slots[slot] = picture;
      }
      this.examples = { ...this.#lent(kept, data), past: [] };
    }
    return data;
  }

  /** @param {Pack} pack @param {number} seed */
  make({ data }, seed) {
    return this.session.api.createImages({ examples: data.pretrain, seed });
  }

  /**
   * A classifier's file cannot be trained further, so what was cut off is trained again up to the
   * same step, which takes as long as it took.
   * @param {Pack} pack @param {Uint8Array} checkpoint
   * @param {{finished: boolean, step?: number}} report
   * @returns {Promise<Classifier>}
   */
  async reopen(pack, checkpoint, { finished, step = 0 }) {
    if (finished) return this.session.api.load(checkpoint, { format: 'classifier' });
    const model = await this.make(pack, this.store.get('seed'));
    if (step) await model.step(step);
    return model;
  }

  async watch(/** @type {Pack} */ pack) {
    const model = modelOf(pack);
    const filters = await model.filters();
    if (pack.model === model) pack.filters = filters;
    await this.look(pack);
  }

  async measure(/** @type {Pack} */ pack) {
    const model = modelOf(pack);
    const heldout = await model.evaluate(pack.data.heldout, {});
    if (pack.model === model) pack.heldout = heldout;
  }

  // ---- examples

  /** @param {examples.Examples} next */
  #choose(next) {
    const other = next.slots !== this.examples.slots;
    this.examples = next;
    if (other) this.session.parts.keeper?.save(next.slots);
    if (!this.drawing) this.session.watching.now();
    this.changed();
  }

  /**
   * Puts a picture into the target place.
   * @param {Uint8Array} pixels
   * @param {'tray' | 'own'} from
   */
  put(pixels, from) {
    this.#choose(examples.put(this.examples, { pixels: pixels.slice(), from }));
  }

  /** Adds the drawing to the examples. @returns {boolean} false if the pad is blank */
  putDrawing() {
    if (!this.drawing) {
      this.padError = new LabError('BadParameter', 'blank', { kind: 'blank' });
      this.changed();
      return false;
    }
    this.put(this.drawing, 'own');
    return true;
  }

  aim = (/** @type {number} */ slot) => this.#choose(examples.aim(this.examples, slot));
  remove = () => this.#choose(examples.remove(this.examples));
  clear = () => this.#choose(examples.clear(this.examples));
  undo = () => this.#choose(examples.undo(this.examples));
  fill = () => this.#choose(this.#lent(this.examples, this.current.data));

  /**
   * Fills the empty places with pictures of the pool, chosen by the seed.
   * @returns {examples.Examples}
   */
  #lent(
    /** @type {examples.Examples} */ state,
    /** @type {{pool: import('./digits.js').Images}} */ { pool },
  ) {
    const random = new Random(this.store.get('seed'));
    const orders = new Map(
      examples.CLASSES.map((label) => [label, random.shuffle(placesOf(pool, label))]),
    );
    return examples.fill(state, (label, place) =>
      pixelsOf(pool, /** @type {number[]} */ (orders.get(label))[place]).slice(),
    );
  }

  // ---- drawing pad

  /** @param {import('./ink.js').Ink | null} ink the current content of the pad */
  draw(ink) {
    this.drawing = ink && normalise(ink);
    this.padError = null;
    this.session.watching.now();
    this.changed();
  }

  /** @param {import('../i18n/errors.js').Fault} error error of a file that is not an image */
  refuse(error) {
    this.padError = error;
    this.changed();
  }

  /** Opens or closes the network's inside. @param {boolean} inside */
  showInside(inside) {
    this.inside = inside;
    this.changed();
  }

  /** The input of the layers: the drawing, else the picture at the target place. */
  get looked() {
    return this.drawing ?? this.examples.slots[this.examples.target]?.pixels ?? null;
  }

  /** Computes the layers' output; that of B if there is one. */
  async look(pack = this.current) {
    const model = pack.last?.model ?? modelOf(pack);
    const { looked: pixels } = this;
    if (!model) return;
    if (!pixels) {
      this.seen = null;
      return;
    }
    const image = { pixels, width: 28, height: 28 };
    const [levels, answers] = await Promise.all([model.activations(image), model.classify(image)]);
    if (this.looked !== pixels) return;
    const layers = levels.filter(
      (/** @type {import('./transfer-maps.js').Activation} */ { layer }) => layer !== 'head',
    );
    const by = pack.last ? 'B' : 'A';
    this.seen = { pixels, layers, answer: pack.trained ? answers[0] : null, by };
  }

  // ---- B

  /**
   * Trains B on the examples, with the layers frozen as chosen; the first time also a network from
   * scratch.
   */
  async train() {
    const pack = this.current;
    const handful = this.examples;
    const missing = wrongWith(handful);
    if (missing) {
      pack.refused = { ...pack.refused, train: missing };
      this.changed();
      return;
    }
    const { locks, origin } = this.store.values;
    const scratch = origin === 'random' && locks.length === 0;
    const known = pack.tries.some((one) => one.slots === handful.slots && isScratch(one));
    const ways = [{ locks, origin }];
    if (!scratch && !known) ways.push({ locks: [], origin: 'random' });
    await this.tryAll(ways.map((way) => this.#trial(pack, handful, way)));
  }

  /**
   * @param {Pack} pack @param {examples.Examples} handful
   * @param {{locks: string[], origin: 'pretrained' | 'random'}} how
   * @returns {import('./chapter.js').Trial}
   */
  #trial(pack, handful, { locks, origin }) {
    const { test, heldout } = pack.data;
    const tested = (/** @type {Classifier} */ b) => only(test, b.labels);
    const count = examples.countOf(handful);
    return {
      options: {
        ...IMAGE_TRAINING,
        examples: examples.toTraining(handful),
        from: origin,
        frozen: locks,
      },
      test: (b) => tested(b).images,
      about: { locks, origin, count, own: examples.ownOf(handful), slots: handful.slots },
      more: async (b) => {
        const lent = origin === 'pretrained';
        const forgetting = lent ? await modelOf(pack).forgetting(b, heldout) : null;
        return { places: tested(b).places, locks, origin, forgetting };
      },
    };
  }

  async compare() {
    const { pool, test: all } = this.current.data;
    const test = spread(all, COMPARED_ON);
    const options = IMAGE_TRAINING;
    await this.compareAll({ pool, test, labels: LABELS, modes: MODES, options });
  }
}

/** @param {{locks: string[], origin: string}} one */
export const isScratch = ({ locks, origin }) => origin === 'random' && locks.length === 0;

/** The mode of a try; 'mixed' if other layers are frozen than in any of the four modes. */
export function modeOf(/** @type {{locks: string[], origin: string}} */ { locks, origin }) {
  if (locks.length === 0) return origin === 'random' ? 'scratch' : 'fine-tuned';
  if (!sameValue(locks, GENERAL)) return 'mixed';
  return origin === 'random' ? 'frozen-random' : 'frozen';
}

/** Why B cannot be trained on these examples. @param {examples.Examples} handful */
function wrongWith(handful) {
  const labels = examples.labelled(handful);
  if (labels.length === 0) return new LabError('BadParameter', 'no examples', { kind: 'empty' });
  if (labels.length > 1) return null;
  return new LabError('BadParameter', 'one class', { kind: 'oneClass', value: labels[0] });
}
