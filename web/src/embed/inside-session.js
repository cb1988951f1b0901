import { closeVectors, openVectors } from '../lab/import/loaded.js';
import { Live } from '../lab/live.js';
import { Session } from '../lab/session.js';
import { modelKind } from '../lab/slot.js';
import { trainsAtOnce } from '../link/link-fields.js';

/** There is no map and no question: nothing is computed for them. */
class Quiet extends Live {
  /** @param {Session} session */
  constructor(session) {
    super(session, []);
  }

  /** @override @returns {ReturnType<Live['watching']>} */
  watching() {
    return { reportsPerSecond: 10, projection: null };
  }

  /** @override */
  refresh() {}
}

/** The Lab's session for a figure of one model, trained here or read from a checkpoint. */
export class InsideSession extends Session {
  /** @param {ConstructorParameters<typeof Session>[0] & {weights: string}} options */
  constructor({ weights, ...options }) {
    super(options);
    this.weights = weights;
    this.live = new Quiet(this);
    /** Why the checkpoint is not shown. @type {{address: string, reason: string} | null} */
    this.missing = null;
  }

  /** The run whose model is opened. One-hot is shown with the Q of an NNLM. @override */
  get present() {
    const kind = this.viewing || this.store.get('model');
    return this.slot(kind === 'one-hot' ? 'nnlm' : kind);
  }

  /** What is drawn. */
  get kind() {
    const kind = modelKind(this.current);
    const isBeside = kind === 'nnlm' && this.store.get('model') === 'one-hot';
    return isBeside ? 'one-hot' : kind;
  }

  /** @override */
  async begin() {
    if (this.weights) return this.#read();
    return super.begin();
  }

  /** @override */
  prepare(kind = this.store.get('model')) {
    if (this.weights) return Promise.resolve(false);
    return super.prepare(kind === 'one-hot' ? 'nnlm' : kind);
  }

  /** A checkpoint stays when another model is named. @override @param {string[]} changed */
  stateChanged(changed) {
    const { viewing } = this;
    super.stateChanged(changed);
    if (this.weights) this.viewing = viewing;
  }

  /** Q of one-hot is trained only if the link says so. @override */
  async train() {
    const { store } = this;
    if (store.get('model') !== 'one-hot' || trainsAtOnce(store.values)) await super.train();
  }

  /** @override */
  get settled() {
    return super.settled || Boolean(this.weights);
  }

  /** Shows the model of another checkpoint; '' for the one that is trained here. @param {string} weights */
  async bring(weights) {
    this.weights = weights;
    this.missing = null;
    if (weights) await this.#read();
    else if (this.viewing) await closeVectors(this);
    else await this.prepare();
  }

  async #read() {
    const address = this.weights;
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`HTTP status ${response.status}`);
      const model = await this.api.load(await response.blob());
      if (address !== this.weights) return void (await model.close()); // another was asked for
      await openVectors(this, address, model);
    } catch (error) {
      if (address !== this.weights) return;
      this.missing = { address, reason: error?.message ?? String(error) };
      this.changed();
    }
  }
}
