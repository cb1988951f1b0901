import { isTrained, modelKind } from './slot.js';

/** Libraries that can repeat a run. @type {Record<string, string[]>} */
const CODE = {
  cbow: ['gensim'],
  'skip-gram': ['gensim', 'spark'],
  nnlm: ['pytorch'],
  elmo: ['pytorch'],
};

/**
 * The possible exports of a slot: its vectors; the whole model if it is more than vectors; and a
 * program that repeats the run, once there are results to compare with.
 * @param {import('./slot.js').Slot} slot
 * @returns {import('./export-menu.js').Group[]}
 */
export function exportsOf(slot) {
  if (slot.kind === 'one-hot') return [];
  const isModel = modelKind(slot) !== 'loaded';
  const code = isTrained(slot) && !slot.past ? (CODE[slot.kind] ?? []) : [];
  /** @type {import('./export-menu.js').Group[]} */
  const groups = [
    { title: 'vectors', formats: ['word2vec', 'word2vec-binary', 'tsv', 'npy'] },
    { title: 'model', formats: isModel ? ['checkpoint', 'safetensors'] : [] },
    { title: 'code', formats: code },
    { title: 'picture', formats: ['png'] },
  ];
  return groups.filter(({ formats }) => formats.length);
}
