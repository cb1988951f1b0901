import { part } from '../api/part.js';
import { encode, pairsOf } from '../link/pairs.js';
import { firstCorpus } from '../link/story.js';
import { ATTRIBUTES, reflect } from './attributes.js';
import { DemoElement } from './demo-element.js';

/** Counted from 1 in an attribute, from 0 in a link. @param {string} text */
const fromZero = (text) => (/^[1-9]\d{0,9}$/.test(text) ? String(Number(text) - 1) : `?${text}`);

const same = (/** @type {string} */ text) => text;

/**
 * Attributes that stand for a part of the link: its key, and how its value is written there.
 * @type {Record<string, [key: string, write: (text: string) => string]>}
 */
const PARTS = {
  model: ['model', same],
  corpus: ['corpus', same],
  seed: ['seed', same],
  epochs: ['epochs', same],
  sentence: ['example', same],
  example: ['nth', fromZero],
  word: ['guess', fromZero],
  step: ['inside', same],
  number: ['number', same],
  hide: ['hide', same],
  lock: ['lock', same],
};

const OWN = {
  ...Object.fromEntries(Object.keys(PARTS).map((name) => [name, ''])),
  /** URL of a checkpoint whose model is shown instead of one that is trained. */
  weights: '',
};

/**
 * One example followed through a model, as a figure of an article. An attribute replaces its part
 * of `link`; of both, the one that was set last counts.
 */
export class PreformerInside extends DemoElement {
  static demo = 'inside';
  static load = () => part(() => import('./demos/inside.js'));
  static attributes = { ...ATTRIBUTES, ...OWN };
  static observedAttributes = [...Object.keys(PreformerInside.attributes), 'lang'];

  /** Attributes that are not in the link yet; null: removed. @type {Map<string, string | null>} */
  #set = new Map();
  /** Whether the reader or the link has begun training. */
  #begun = false;

  /** @override */
  get asked() {
    const link = this.read('link');
    if (!this.#set.size) return link;
    const pairs = new Map([['v', '1'], ...pairsOf(link)]);
    // Attributes alone leave the corpus to the language of the text around.
    if (!link) pairs.set('corpus', firstCorpus(this.spoken));
    for (const [name, text] of this.#set) {
      const [key, write] = PARTS[name];
      if (text === null) pairs.delete(key);
      else pairs.set(key, write(text));
      pairs.delete('sum'); // of the link as it was
    }
    return `#${[...pairs].map(([key, text]) => `${key}=${encode(text)}`).join('&')}`;
  }

  /** @override @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (Object.hasOwn(PARTS, name)) {
      this.#set.set(name, now);
      this.linked();
    } else if (name === 'weights') void this.running?.bring?.(now ?? '');
    else super.attributeChangedCallback(name, before, now);
  }

  /** @override */
  linked() {
    const { running } = this;
    if (!running) return;
    const { store } = running.session;
    store.read();
    store.place.write(store.fragment());
    // What was trained once is trained with other settings, too.
    if (!this.#begun) running.opened();
    else if (!running.settled) void running.begin();
  }

  /** @override */
  async begin() {
    this.#begun = true;
    await super.begin();
  }

  /** @override */
  wrote() {
    this.#set.clear();
  }
}

reflect(PreformerInside.prototype, OWN);
