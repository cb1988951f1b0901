/** "Export as code": the run on show as a program, with its text where that is long. */
import { LabError } from '../text/own-text.js';
import { programOf, runOf, tokenLines } from './index.js';

const MOST_LINK = 2000; // characters; longer links do not survive being copied from a comment

/** @param {{bytes?: Uint8Array, preset?: string} | undefined} source @param {any[]} presets @param {'load' | 'heldout'} part */
async function textOf(source, presets, part) {
  if (!source) return '';
  if (source.bytes) return new TextDecoder().decode(source.bytes);
  return presets.find(({ id }) => id === source.preset)[part]();
}

/**
 * @param {import('../lab/session.js').Session} session
 * @param {string} library gensim, spark or pytorch
 * @param {string} address of the page, without a fragment
 */
export async function exportProgram(session, library, address) {
  const { current: slot, source, presets, store } = session;
  // The text in hand may be another one by now.
  if (slot.values.corpus === 'own' && session.isStale(slot)) {
    throw new LabError('TrainedEarlier', 'The settings have changed since.');
  }
  /** @type {any} */
  const { corpus, heldout, tokenizer, sentences } = await source.options(slot.values);
  const cut = { tokenizer, sentences };
  const train = await tokenLines(await textOf(corpus, presets, 'load'), cut);
  const kept = await tokenLines(await textOf(heldout, presets, 'heldout'), cut);
  const link = `${address}${store.fragment()}`;
  const short = link.length <= MOST_LINK && !session.isStale(slot) ? link : '';
  const run = await runOf(slot.model, { train, heldout: kept, link: short });
  return programOf(slot.kind, library, run);
}
