import { part } from '../api/part.js';
import { encode, pairsOf } from '../link/pairs.js';
import { ATTRIBUTES, reflect } from './attributes.js';
import { DemoElement } from './demo-element.js';

const OWN = {
  /** Chapter and figure: 'by-product/rows'. */
  name: '',
  seed: '',
};

/**
 * A figure of the Story, as a figure of an article: it trains the model of its chapter and plays the
 * training. `name` and `seed` replace their parts of `link` (`#figure=by-product/rows&seed=3`).
 */
export class PreformerFigure extends DemoElement {
  static demo = 'figure';
  static load = () => part(() => import('./demos/figure.js'));
  static attributes = { ...ATTRIBUTES, ...OWN };
  static observedAttributes = [...Object.keys(PreformerFigure.attributes), 'lang'];

  /** @override */
  get asked() {
    const pairs = new Map(pairsOf(this.read('link')));
    if (this.read('name')) pairs.set('figure', this.read('name'));
    if (this.read('seed')) pairs.set('seed', this.read('seed'));
    return `#${[...pairs].map(([key, text]) => `${key}=${encode(text)}`).join('&')}`;
  }

  /** @override @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (Object.hasOwn(OWN, name)) {
      if (before !== now) this.linked();
    } else super.attributeChangedCallback(name, before, now);
  }
}

reflect(PreformerFigure.prototype, OWN);
