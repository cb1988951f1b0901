import { MAX_DRAWN } from '../slot.js';
import { startUmap } from './start-umap.js';

/** The number of words that UMAP processes in a few seconds. */
export const MAX_UMAP = 2000;

/**
 * @typedef {object} UmapOf the UMAP of a model
 * @property {Float32Array} [positions]
 * @property {number} [step] the training step of the positions
 * @property {number} progress
 * @property {boolean} [running]
 * @property {import('../../i18n/errors.js').Fault | null} [error]
 */

/**
 * Computes UMAP on demand for the current slot. The result is in `slot.umap`: {positions, progress,
 * running, step, error}.
 */
export class UmapRun {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {Worker | null} */
    this.worker = null;
  }

  /** @param {import('../slot.js').Slot} slot @param {{seed: number, matrix: 'input' | 'output'}} options */
  async start(slot, { seed, matrix }) {
    this.cancel();
    const { model } = slot;
    if (!model) return;
    const { dimensions } = model.info;
    slot.umap = { ...slot.umap, progress: 0, running: true, error: null };
    this.slot = slot;
    this.changed();
    const words = Math.min(slot.vocabulary.length, MAX_UMAP, MAX_DRAWN);
    const step = slot.report?.step ?? 0;
    const all = await model.vectors({ matrix });
    if (this.slot !== slot || slot.model !== model) return;
    const vectors = all.slice(0, words * dimensions);
    this.worker = startUmap();
    const end = (/** @type {Partial<UmapOf>} */ result) => {
      this.worker?.terminate();
      this.worker = null;
      if (slot.model !== model) return;
      slot.umap = { ...slot.umap, ...result, running: false, progress: Number.NaN };
      this.changed();
    };
    this.worker.onerror = () => end({ error: { code: 'EngineFailure', parameter: 'part' } });
    this.worker.onmessage = ({ data }) => {
      if (data.positions) end({ positions: data.positions, step });
      else if (data.error) end({ error: { code: 'other', message: data.error } });
      else {
        slot.umap = { ...slot.umap, progress: data.progress };
        this.changed();
      }
    };
    this.worker.postMessage({ vectors, dimensions, seed }, [vectors.buffer]);
  }

  cancel() {
    this.worker?.terminate();
    this.worker = null;
    if (this.slot?.umap?.running) {
      this.slot.umap = this.slot.umap.positions ? { ...this.slot.umap, running: false } : null;
    }
    this.slot = null;
    this.changed();
  }
}
