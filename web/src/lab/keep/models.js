/** Models and texts that the reader stores. */

import { cleanName } from '../../keep/entry.js';
import { storageError } from '../../keep/errors.js';
import { openVectors } from '../import/loaded.js';
import { isTrained } from '../slot.js';
import { aboutSlot, NO_QUESTIONS, partsOf, restore, restoreText, sourcesOf } from './restore.js';

/**
 * @typedef {import('../session.js').Session} Session
 * @typedef {import('../../keep/shelf.js').Shelf} Shelf
 */

/** Whether there is anything worth storing. @param {Session} session */
export const canKeepModel = ({ current }) =>
  Boolean(current.model) && current.kind !== 'one-hot' && isTrained(current);

/** @param {Session} session */
export const canKeepText = ({ store, source }) =>
  store.get('corpus') === 'own' && Boolean(source.text);

let asked = false;

/**
 * Asks the browser once not to delete the storage. It may ask the reader; nothing waits for the
 * answer.
 */
function persist() {
  if (asked) return;
  asked = true;
  globalThis.navigator?.storage?.persist?.().catch(() => {});
}

/**
 * Stores the current model in its current state. Training continues.
 * @param {Session} session @param {Shelf} shelf @param {string} name
 */
export async function keepModel(session, shelf, name) {
  const slot = session.current;
  persist();
  if (slot.kind === 'loaded' && slot.model) return keepLoaded(slot.model, shelf, name);
  const sources = sourcesOf(session, slot);
  const about = aboutSlot(slot, sources);
  if (!slot.model) throw storageError('StorageGone');
  const bytes = await partsOf(slot.model, sources);
  return shelf.put({ kind: 'model', name: cleanName(name), about }, bytes);
}

/** A model from a file is stored in that form: as a checkpoint if it is one, else as vectors. */
async function keepLoaded(
  /** @type {import('../slot.js').Model} */ model,
  /** @type {Shelf} */ shelf,
  /** @type {string} */ name,
) {
  const { vocabulary, dimensions } = model.info;
  const vectors = await model
    .export(model.options.model ? 'checkpoint' : 'word2vec-binary')
    .catch(() => model.export('word2vec-binary'));
  const about = { model: model.options.model ?? '', size: { vocabulary, dimensions } };
  return shelf.put({ kind: 'model', name: cleanName(name), about }, { vectors });
}

/**
 * Shows vectors, or a model without its text, to be viewed and queried. Trained models are kept
 * meanwhile.
 * @param {Session} session @param {string} name @param {Uint8Array} bytes
 */
async function openToAsk(session, name, bytes) {
  await openVectors(session, name, await session.api.load(bytes, { format: 'auto' }));
}

/** @param {Session} session @param {Shelf} shelf @param {string} name */
export async function keepText(session, shelf, name) {
  const { source, store } = session;
  const { text } = source;
  if (!text) throw storageError('StorageGone');
  persist();
  const { tokenizer, sentences } = store.values;
  const about = { name: text.name, choices: { tokenizer, sentences } };
  return shelf.put({ kind: 'text', name: cleanName(name), about }, { text: text.bytes });
}

/**
 * Opens a stored item.
 * @param {Session} session @param {Shelf} shelf @param {string} id
 * @returns {Promise<'opened' | 'asked'>} asked: its text has changed, so it can be queried but not
 *   trained further
 */
export async function openKept(session, shelf, id) {
  const { entry, bytes } = await shelf.read(id);
  if (entry.state !== 'good') throw storageError('StorageGone');
  const { name, about, kind } = entry;
  if (kind === 'text') {
    const text = await restoreText(session, about.name || name, bytes.text);
    session.store.set({ corpus: 'own', ...NO_QUESTIONS, ...text, ...about.choices });
    return 'opened';
  }
  if (bytes.vectors) {
    await openToAsk(session, name, bytes.vectors);
    return 'opened';
  }
  try {
    await restore(session, /** @type {import('./restore.js').About} */ (about), bytes);
    return 'opened';
  } catch (error) {
    if (error.code !== 'BadParameter' && error.code !== 'EmptyCorpus') throw error;
    await openToAsk(session, name, bytes.checkpoint);
    return 'asked';
  }
}
