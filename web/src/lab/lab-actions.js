import { part } from '../api/part.js';
import { t } from '../i18n/index.js';
import { linkTo, wordsHash } from '../link/copied-link.js';
import { CUTTING_RULES } from '../text/script.js';
import { later } from '../ui/later.js';
import { download } from '../ui/parts.js';
import { repeats } from './model-fields.js';

/**
 * The actions of the page's buttons beyond setting state.
 * @typedef {import('./session.js').Session} Session
 * @typedef {import('./lab-app.js').LabApp} LabApp
 */

/**
 * The fields of the link that depend on the current run: the hash of its final weights.
 * @param {Session} session @returns {{hash?: string, words?: string, rules?: number}}
 */
export function promisedOf(session) {
  const { present: slot } = session;
  const final = slot.report?.finished && !session.isStale(slot) && slot.hash;
  if (!final) return {};
  const { info } = slot.model ?? {};
  const alone = info?.started === undefined; // vectors from a file are not part of a link
  const hash = alone && repeats(slot.kind, info) ? slot.hash : '';
  // The project's own corpora are written so that no change of the rules affects them.
  const rules = hash && slot.values.corpus === 'own' ? CUTTING_RULES : undefined;
  return { hash, words: hash && wordsHash(slot.vocabulary), rules };
}

/** Text about what the link leaves out. @param {Session} session */
export const linkLacks = ({ store }) =>
  store.get('corpus') === 'own' && !store.get('text') ? t('header.copyNoText') : '';

/** Computes the map by UMAP, in its own worker. @param {Session} session */
export const startUmap = ({ umap, current, store }) =>
  umap.start(current, { seed: store.get('seed'), matrix: 'input' });

/**
 * Opens the dialog for the reader's own text, which is loaded on demand.
 * @param {LabApp} app @param {File} [file] a file that was dropped on the page
 */
export async function addText(app, file) {
  const button = () => app.querySelector('#own-text');
  await later(
    () => import('./settings/text-dialog.js'),
    button,
    async () => {
      const dialog = app.querySelector('text-dialog');
      await dialog?.updateComplete;
      dialog?.open();
      if (file) await dialog?.takeFile(file);
    },
  );
}

const NAMES = {
  word2vec: ['.txt', 'text/plain'],
  'word2vec-binary': ['.bin', 'application/octet-stream'],
  checkpoint: ['.safetensors', 'application/octet-stream'],
  safetensors: ['-weights.safetensors', 'application/octet-stream'],
  npy: ['.npy', 'application/octet-stream'],
};

/** Programs in Python that repeat the run. */
const LIBRARIES = ['gensim', 'spark', 'pytorch'];

/**
 * @param {LabApp} app
 * @param {string} format
 * @returns {Promise<string>} the names of the saved files
 */
export async function exportAs(app, format) {
  const slot = app.session.current;
  const base = `preformer-${slot.values.corpus || 'vectors'}-${slot.kind}`;
  if (!slot.model) return '';
  if (format === 'png') {
    const picture = await app.querySelector('embedding-map')?.picture();
    const { pngWithLink } = await part(() => import('../share/picture-link.js'));
    const link = linkTo(app.shared.fragment(), window.location);
    if (picture) download(`${base}.png`, await pngWithLink(picture, link));
    return t('export.done', { name: `${base}.png` });
  }
  if (LIBRARIES.includes(format)) return saveProgram(app.session, format);
  let renamed = 0;
  const onRenamed = (/** @type {number} */ count) => {
    renamed = count;
  };
  const done = (/** @type {string} */ name) =>
    t(`export.${renamed ? 'renamed' : 'done'}`, { name, count: renamed });
  if (format === 'tsv') {
    const data = await slot.model.export(format, { onRenamed });
    const type = 'text/tab-separated-values';
    download(`${base}-vectors.tsv`, new Blob([data.vectors], { type }));
    download(`${base}-metadata.tsv`, new Blob([data.metadata], { type }));
    return done(`${base}-vectors.tsv, ${base}-metadata.tsv`);
  }
  const file = /** @type {keyof typeof NAMES} */ (format);
  const data = await slot.model.export(file, { onRenamed });
  const [ending, type] = NAMES[file];
  download(base + ending, new Blob([data], { type }));
  return done(base + ending);
}

/** Saves the program, and the text as a second file if it is long. */
async function saveProgram(/** @type {Session} */ session, /** @type {string} */ library) {
  const { exportProgram } = await part(() => import('../scripts/export.js'));
  const { origin, pathname } = window.location;
  const { name, code, files } = await exportProgram(session, library, origin + pathname);
  const all = [{ name, text: code }, ...files];
  for (const file of all) download(file.name, new Blob([file.text], { type: 'text/plain' }));
  return t('export.done', { name: all.map((file) => file.name).join(', ') });
}

/** @param {LabApp} app @param {File[]} files @returns {Promise<void>} */
export const openFiles = async (app, files) =>
  (await part(() => import('./import/open.js'))).openFiles(app, files);
