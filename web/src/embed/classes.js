/** The demos as element classes, for pages that register them under their own names. */
import { part } from '../api/part.js';
import { DemoElement } from './demo-element.js';
import { PreformerFigure } from './figure-element.js';
import { PreformerInside } from './inside-element.js';
import { ModelDemo } from './model-demo.js';

export { PreformerFigure, PreformerInside };

export class PreformerDemo extends ModelDemo {
  static demo = 'lab';
  static load = () => part(() => import('./demos/lab.js'));
}

export class PreformerLadder extends DemoElement {
  static demo = 'ladder';
  static load = () => part(() => import('./demos/ladder.js'));
}

export class PreformerPolysemy extends ModelDemo {
  static demo = 'polysemy';
  static load = () => part(() => import('./demos/polysemy.js'));
}

export class PreformerTransfer extends DemoElement {
  static demo = 'transfer';
  static load = () => part(() => import('./demos/transfer.js'));
}

/** By the tags that `elements.js` registers. @type {Record<string, typeof DemoElement>} */
export const elements = {
  'preformer-demo': PreformerDemo,
  'preformer-ladder': PreformerLadder,
  'preformer-polysemy': PreformerPolysemy,
  'preformer-transfer': PreformerTransfer,
  'preformer-inside': PreformerInside,
  'preformer-figure': PreformerFigure,
};
