import { DemoElement } from './demo-element.js';

/** A demo that shows one model of words: it can be asked, and trained step by step. */
export class ModelDemo extends DemoElement {
  /**
   * The model that is shown, of the API: it answers the same questions as one made by create(). It is
   * closed when the demo makes another. Null before the demo is loaded.
   * @returns {import('../api/model.js').Model | null}
   */
  model() {
    return this.running?.asked()?.model ?? null;
  }

  /** Trains so many steps. @param {number} [steps] */
  async step(steps = 1) {
    if (await this.shown()) await this.running?.step?.(steps);
  }
}
