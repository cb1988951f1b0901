/**
 * Converts a link to a run of the command line. The page's own modules read the link, so it has the
 * same meaning in both. The build bundles this file for Node (vite.link.config.js).
 */
import { loadChineseWords } from '../../corpora/chinese-words.js';
import { presets } from '../../corpora/presets.js';
import { defaultsFor, readCorpus } from '../api/corpus.js';
import parameters from '../api/parameters.json' with { type: 'json' };
import { modelOptions } from '../lab/model-options.js';
import { CorpusSource } from '../lab/settings/corpus-source.js';
import { Store } from '../lab/store.js';
import { editionOf } from '../link/edition.js';
import { readFragment } from '../link/fragment.js';
import { corpusId, languageOf, FIELDS as POLYSEMY_FIELDS } from '../polysemy/table.js';
import { Dictionary } from '../text/dictionary.js';
import { LabError } from '../text/own-text.js';
import { CUTTING_RULES } from '../text/script.js';
import { cutWords } from '../text/segmenter.js';

/**
 * @typedef {object} Run
 * @property {string[]} flags options of `preformer train`, without the files
 * @property {Uint8Array} corpus UTF-8
 * @property {Uint8Array} heldout empty without held-out text
 * @property {string} build
 * @property {string} hash the expected hash of the weights; '' for none
 * @property {string[]} notes notes on the link for the user
 */

/** @param {string} message @param {string} [value] @param {string} [permitted] */
const refuse = (message, value = '', permitted = '') =>
  new LabError('BadParameter', message, { parameter: 'link', value, permitted });

/** @param {string} link a URL, or its part from # on @returns {Promise<Run>} */
export async function runOfLink(link) {
  const at = link.indexOf('#');
  const fragment = at < 0 ? `#${link}` : link.slice(at);
  const page = /(ladder|polysemy|transfer)(\.html)?$/.exec(at < 0 ? '' : pathOf(link.slice(0, at)));
  if (!/^#(.*&)?v=/.test(fragment) && fragment.length > 1) {
    throw refuse('This is no link of Preformer: it has no v= after #.', link.slice(0, 80));
  }
  if (page && page[1] !== 'polysemy') {
    throw refuse(
      `A link to the ${page[1]} page stands for several trainings. Take a link of the Lab or of the polysemy lab.`,
      page[1],
      'a link of the Lab or of the polysemy lab',
    );
  }
  return page ? ofPolysemy(fragment) : ofLab(fragment);
}

/** Removes the query of a URL. @param {string} address */
const pathOf = (address) => address.replace(/\?.*$/s, '');

/** @param {string} fragment @returns {Promise<Run>} */
async function ofLab(fragment) {
  const store = new Store({ presets, place: { read: () => fragment, write: () => {} } });
  const lost = store.notes.find(({ kind }) => kind in LOST);
  if (lost) throw refuse(LOST[lost.kind], lost.value);
  const source = new CorpusSource({
    presets,
    changed: () => {},
    cut: async (bytes, how) => {
      const dictionary =
        how.tokenizer === 'segmenter' ? undefined : new Dictionary(await loadChineseWords());
      return cutWords(bytes, { ...how, dictionary });
    },
  });
  if (store.get('corpus') === 'own') {
    const problem = await source.restore(store.get('text'));
    if (problem) throw refuse(LOST[problem]);
    if (source.text) store.suggest(source.text.suggestion);
  }
  const { values } = store;
  const options = modelOptions(values, await source.options(values));
  const run = await toRun(options, values.hash, store.notes);
  if (values.hash && values.corpus === 'own' && values.rules < CUTTING_RULES) {
    run.notes.push(
      'The link is from before the rules for cutting texts changed: other words, hence other weights, may come of it.',
    );
  }
  if (values.tokenizer !== 'segmenter') return run;
  const note =
    'Words are cut by Intl.Segmenter, which differs from engine to engine: other weights may come of it.';
  return { ...run, notes: [...run.notes, note] };
}

/** @param {string} fragment @returns {Promise<Run>} */
async function ofPolysemy(fragment) {
  const { values: said, notes } = readFragment(fragment, POLYSEMY_FIELDS);
  const values = /** @type {Partial<import('../polysemy/table.js').Values>} */ (said);
  const { word, language } = values;
  const spoken = word ? languageOf(word) : language === 'zh' ? 'zh' : 'en';
  const edition = editionOf(values);
  if (edition === '1') notes.push({ kind: 'edition' });
  const id = corpusId({ language: spoken, edition });
  const preset = presets.find((one) => one.id === id) ?? presets[0];
  const { tokenizer, sentences, defaults } = preset;
  const options = {
    ...defaultsFor(defaults, 'elmo'),
    corpus: { preset: preset.id },
    ...{ model: 'elmo', seed: values.seed ?? 1, tokenizer, sentences },
  };
  return toRun(options, values.hash ?? '', notes);
}

/**
 * Notes that make a link unusable on the command line, which cannot show something else instead.
 * @type {Record<string, string>}
 */
const LOST = {
  noCorpus: 'The link names a corpus that does not exist here.',
  noText:
    'The link speaks of a text that it does not carry. Train from the text itself, by --corpus.',
  badText: 'The text in the link is damaged or too long.',
  BrokenLink: 'The text in the link is broken or incomplete. Copy the whole link.',
  LinkTooLarge: 'The text in the link unpacks to more than a link may carry.',
};

/** @type {Record<string, string>} */
const NOTES = {
  version: 'The link comes from another version of Preformer.',
  changed: 'The link is incomplete, or was changed after it was copied.',
  long: 'The link is too long: only its beginning was read.',
  refused: 'Left out, because they make no sense here: ',
  edition: 'The link was made with the first edition of the example sentences, which is used.',
  clamped: 'Out of range, hence set to the nearest limit: ',
};

/**
 * @param {Record<string, any>} options of the API; any: by name
 * @param {string} hash @param {import('../link/fragment.js').Note[]} notes
 * @returns {Promise<Run>}
 */
async function toRun({ corpus, heldout, build = 'exact', threads, ...options }, hash, notes) {
  const flags = Object.entries(options).flatMap(([name, value]) => flagsOf(name, value));
  if (build === 'parallel' && threads) flags.push('--threads', String(threads));
  return {
    flags,
    corpus: (await readCorpus(corpus)).bytes,
    heldout: heldout ? (await readCorpus(heldout, 'heldout')).bytes : new Uint8Array(),
    build,
    hash,
    notes: notes.map(
      ({ kind, keys = [] }) => NOTES[kind] + (keys.length ? `${keys.join(', ')}.` : ''),
    ),
  };
}

/** @type {Record<string, {option: string, initial?: unknown}>} */
const ROWS = { ...parameters.text, ...parameters.train };

/** vectorSize: 32 → --size 32; skipConnections: false → --no-skip-connections. */
/** @param {string} name @param {unknown} value @returns {string[]} */
function flagsOf(name, value) {
  const { option, initial } = ROWS[name];
  if (Array.isArray(value)) return [option, ...value.map((pair) => pair.join(':'))]; // charFilters
  if (typeof value !== 'boolean') return [option, String(value)];
  if (value) return [option];
  // Only options that are on by default can be switched off.
  return initial ? [option.replace('--', '--no-')] : [];
}
