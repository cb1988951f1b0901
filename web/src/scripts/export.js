/** "Export as code": the current run as a program, with its text as a file if it is long. */
import { LabError } from '../text/own-text.js';
import { programOf, runOf, tokenLines } from './index.js';

const MOST_LINK = 2000; // characters; longer links break when they are copied from a comment

/**
 * @typedef {{bytes?: Uint8Array, preset?: string}} Source source of a text
 * @typedef {{id: string, load: () => Promise<string>, heldout: () => Promise<string>}} Preset
 */

/**
 * @template {{kind: string, model: import('./run.js').Trained | null,
 *   values: Record<string, unknown>}} S
 * @typedef {object} Exported the parts of the Lab's session that are read
 * @property {S} current
 * @property {Preset[]} presets
 * @property {{fragment(): string}} store
 * @property {(slot: S) => boolean} isStale
 * @property {{options(values: S['values']): Promise<{corpus: Source, heldout?: Source}
 *   & import('./tokens.js').Cut>}} source
 */

/** @param {Source | undefined} source @param {Preset[]} presets @param {'load' | 'heldout'} part */
async function textOf(source, presets, part) {
  if (!source) return '';
  if (source.bytes) return new TextDecoder().decode(source.bytes);
  return (await presets.find(({ id }) => id === source.preset)?.[part]()) ?? '';
}

/**
 * @template {{kind: string, model: import('./run.js').Trained | null,
 *   values: Record<string, unknown>}} S
 * @param {Exported<S>} session
 * @param {string} library 'gensim', 'spark' or 'pytorch'
 * @param {string} address URL of the page without a fragment
 */
export async function exportProgram(session, library, address) {
  const { current: slot, source, presets, store } = session;
  // The current text may have changed since the run.
  if (slot.values.corpus === 'own' && session.isStale(slot)) {
    throw new LabError('TrainedEarlier', 'The settings have changed since.');
  }
  const { corpus, heldout, tokenizer, sentences } = await source.options(slot.values);
  const cut = { tokenizer, sentences };
  const train = await tokenLines(await textOf(corpus, presets, 'load'), cut);
  const kept = await tokenLines(await textOf(heldout, presets, 'heldout'), cut);
  const link = `${address}${store.fragment()}`;
  const short = link.length <= MOST_LINK && !session.isStale(slot) ? link : '';
  if (!slot.model) throw new LabError('BadState', 'There is no model.');
  const run = await runOf(slot.model, { train, heldout: kept, link: short });
  return programOf(slot.kind, library, run);
}
