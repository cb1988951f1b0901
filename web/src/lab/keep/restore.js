/** Restores a stored item: the settings, the text, and the model in its stored state. */

import { reportOf } from '../../keep/manner.js';
import { ownText } from '../../text/own-text.js';
import { closeVectors } from '../import/loaded.js';
import { newRun, withRun } from '../runs.js';
import { isTrained, listed } from '../slot.js';
import { recordingOf } from '../time/kept-moments.js';
import { changesTo, settingsOf } from './settings.js';

/**
 * @typedef {import('../session.js').Session} Session
 * @typedef {import('../slot.js').Slot} Slot
 * @typedef {import('../../keep/shelf.js').Parts} Parts
 *
 * @typedef {object} About data of a model or a training
 * @property {import('./settings.js').Settings} settings
 * @property {{name: string} | null} text the reader's own text; null for an example corpus
 * @property {{name: string} | null} [start] the vectors from a file with which it began
 * @property {{epoch: number, epochs: number, progress: number, finished: boolean, step?: number}}
 *   report
 * @property {Pick<import('../runs.js').Run, 'points' | 'heldout'> | null} run the loss curve
 * @property {string} hash hash of the weights; '' during training
 * @property {string} [trained] of a training: key of the settings (Store.trainingKey)
 * @property {{vocabulary: number, dimensions: number}} size
 */

/** Another corpus has other words, so the reader's words are reset. */
export const NO_QUESTIONS = {
  nearest: undefined,
  analogy: undefined,
  odd: undefined,
  pair: undefined,
};

/**
 * @typedef {object} Sources the reader's text and the initial vectors of a slot's model
 * @property {import('../../text/own-text.js').OwnText | null} text
 * @property {import('../import/lender.js').Lender | null} start
 */

/** @param {Slot} slot @param {Sources} sources @returns {About} */
export function aboutSlot(slot, { text, start }) {
  const { report, run, hash, model } = slot;
  if (!model || !report) throw new Error('nothing to keep');
  return {
    settings: settingsOf(slot.values),
    text: text && { name: text.name },
    start: start && { name: start.name },
    report: plain(report),
    run: run && { points: run.points, heldout: run.heldout },
    hash,
    size: { vocabulary: model.info.vocabulary, dimensions: model.info.dimensions },
  };
}

/** Without the positions of the words, which are large and change with the view. */
function plain(/** @type {import('../slot.js').Report} */ report) {
  const { projection, ...numbers } = report;
  return numbers;
}

/** @param {Session} session @param {Slot} slot @returns {Sources} */
export const sourcesOf = (session, slot) => ({
  text: slot.values.corpus === 'own' ? session.source.text : null,
  start: slot.start,
});

/** The bytes of a model, of its text and of its initial vectors. @returns {Promise<Parts>} */
export async function partsOf(
  /** @type {import('../slot.js').Model} */ model,
  /** @type {Sources} */ { text, start },
) {
  /** @type {Parts} */
  const parts = { checkpoint: await model.checkpoint() };
  if (text) parts.text = text.bytes;
  const vectors = await start?.bytes().catch(() => null); // released and closed meanwhile
  if (vectors) parts.start = vectors;
  return parts;
}

/**
 * Whether the page shows exactly these settings with their text. A text too long for a link is not
 * part of the settings.
 * @param {Session} session @param {About} about
 */
export function isOnShow({ store }, { trained, settings, text }) {
  const known = !text || store.get('text') !== '';
  return known && settings.model === store.get('model') && trained === store.trainingKey();
}

/** Uses a stored text of the reader. */
export async function restoreText(
  /** @type {Session} */ session,
  /** @type {string} */ name,
  /** @type {Uint8Array} */ bytes,
) {
  const { source, store } = session;
  const text = ownText(name, bytes);
  const packed = await source.use(text);
  store.textAtHand = !packed;
  session.textCounts = null; // counts of the previous text
  store.suggest(text.suggestion);
  return { text: packed || undefined };
}

/** The stored initial vectors of a training; null if it began with random ones. */
async function lenderOf(
  /** @type {Session} */ { api, startVectors },
  /** @type {About} */ about,
  /** @type {Parts} */ { start },
) {
  if (!start) return null;
  const model = await api.load(start, { format: 'word2vec-binary' });
  return startVectors.lend(model, about.start?.name ?? '', start);
}

/**
 * Restores the model in its stored state, with its settings. The model that it replaces can be
 * brought back.
 * @param {Session} session @param {About} about @param {Parts} bytes
 * @param {(model: import('../slot.js').Model) => void} [made] called before it is in place
 * @returns {Promise<Slot>}
 */
export async function restore(session, about, bytes, made = () => {}) {
  const { store, source, startVectors } = session;
  if (session.viewing) await closeVectors(session);
  const { lender: start } = startVectors;
  const before = { own: { ...store.own }, text: source.text, start };
  startVectors.lender = await lenderOf(session, about, bytes);
  try {
    await showSettings(session, about, bytes);
    const slot = session.slot(about.settings.model);
    await slot.pause();
    const kept = isTrained(slot) ? slot.hold() : null;
    try {
      await slot.adopt(async () => {
        const opened = await resumed(session, bytes, about.report);
        made(opened.model);
        return opened;
      });
    } catch (error) {
      if (kept) await slot.release(kept);
      throw error;
    }
    if (about.run && slot.report?.step) restoreRun(session, slot, slot.report, about.run);
    const over = async () => {
      if (kept) await slot.release(kept);
      await startVectors.retire(start);
    };
    if (!kept) await over();
    else await session.undoing.offer('kept', () => takeBack(session, slot, kept, before), over);
    return slot;
  } catch (error) {
    await startVectors.change(start);
    throw error;
  } finally {
    session.changed();
  }
}

/** Sets the stored settings and text, unless they are the current ones. */
async function showSettings(
  /** @type {Session} */ session,
  /** @type {About} */ about,
  /** @type {Parts} */ bytes,
) {
  if (isOnShow(session, about)) return;
  const { store } = session;
  const { settings } = about;
  const text = bytes.text ? await restoreText(session, about.text?.name ?? '', bytes.text) : {};
  const asked = settings.corpus === store.get('corpus') ? {} : NO_QUESTIONS;
  store.set({ ...changesTo(store, settings), text: undefined, ...text, ...asked });
}

/**
 * The model in its stored state, ready for training.
 * @param {Session} session @param {Parts} bytes @param {About['report']} [stored]
 */
export async function resumed(session, bytes, stored) {
  const values = { ...session.store.values };
  const { lender: start } = session.startVectors;
  const { corpus, heldout } = await session.source.options(values);
  const { build, threads } = values;
  const where = build === 'parallel' ? { build, threads } : { build };
  const text = { corpus, heldout };
  const model = await session.api.load(bytes.checkpoint, {
    format: 'checkpoint',
    ...text,
    ...where,
  });
  const facts = async () => {
    const { report, ...words } = await listed(model);
    const hash = await model.weightsHash();
    const recording = recordingOf(bytes, report);
    return { ...words, report: report && reportOf(report, stored), values, start, hash, recording };
  };
  return { model, facts };
}

/**
 * The curve up to the model's step: the checkpoint may be a little older than the curve.
 * @param {NonNullable<About['run']>} curve @param {{progress: number, epochs: number}} report
 */
export function reached({ points, heldout }, { progress, epochs }) {
  const isReached = (/** @type {{epoch: number}} */ { epoch }) => epoch <= progress * epochs + 1e-6;
  const kept = points.filter(isReached);
  const gathered = { progress: (kept.at(-1)?.epoch ?? 0) / epochs, sum: 0 };
  return { points: kept, heldout: heldout.filter(isReached), gathered };
}

function restoreRun(
  /** @type {Session} */ session,
  /** @type {Slot} */ slot,
  /** @type {import('../slot.js').Report} */ report,
  /** @type {NonNullable<About['run']>} */ curve,
) {
  const run = newRun(slot.kind, slot.key, slot.values);
  Object.assign(run, reached(curve, report));
  slot.run = run;
  session.runs = withRun(session.runs, run);
}

/** Undoes restoring: the previous settings, text and model. */
async function takeBack(
  /** @type {Session} */ session,
  /** @type {Slot} */ slot,
  /** @type {ReturnType<Slot['hold']>} */ kept,
  /** @type {Sources & {own: Partial<import('../table.js').Values>}} */ { own, text, start },
) {
  const { store, source } = session;
  slot.bringBack(kept);
  const changed = source.text !== text;
  if (changed && text) await source.use(text);
  const none = Object.fromEntries(Object.keys(store.own).map((name) => [name, undefined]));
  const retired = session.startVectors.change(start);
  store.set({ ...none, ...own });
  if (slot.values.corpus === 'own' && changed) slot.recipe = session.keyOf(slot.kind);
  await retired;
  session.live.refresh();
}
