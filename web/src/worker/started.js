/** Models whose word vectors begin as another model has them. */
import { getEngine } from './loader.js';
import { find, guarded, hold, release } from './models.js';

/** @typedef {import('./wasm').NativeModel} NativeModel */

/**
 * The vectors go into the checkpoint of a run that has not begun, from which it is resumed; so does
 * every reset.
 * @param {import('./methods').Arguments<'create'> & {start: number}} args start: the model of words
 *   that lends them
 */
export async function createStarted({ bytes, where, options, start }) {
  const engine = await getEngine('words', where);
  const lender = await getEngine('transfer', where);
  const { tokens, replaced, heldout } = options;
  const { module, threads } = engine;
  const lent = /** @type {NativeModel} */ (find(start).native);
  const { vectors } = lent.exportAs('word2vec-binary');
  let known = 0;
  const begun = (/** @type {NativeModel} */ native) => {
    try {
      const { vectors: checkpoint } = native.exportAs('checkpoint');
      const begin = guarded(lender, () => lender.module.beginWith(checkpoint, vectors));
      known = begin.known;
      const text = { tokens, replaced, heldout, threads };
      return module.resumeCheckpoint(begin.checkpoint, bytes, text);
    } finally {
      native.delete();
    }
  };
  const restart = (/** @type {NativeModel} */ native, /** @type {number} */ seed) => {
    native.reset(seed);
    return guarded(engine, () => begun(native));
  };
  const make = () => begun(module.createModel(bytes, { ...options, threads }));
  try {
    const opened = await hold(where, 'words', make, engine, restart);
    return { ...opened, info: { ...opened.info, started: known } };
  } finally {
    release(lender);
  }
}
