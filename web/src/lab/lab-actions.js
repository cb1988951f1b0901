import { t } from '../i18n/index.js';
import { linkTo, longNote, wordsHash } from '../link/copied-link.js';
import { download } from '../ui/parts.js';
import { repeats } from './model-fields.js';

/**
 * What the page's buttons do beyond setting state.
 * @typedef {import('./session.js').Session} Session
 */

/** The link of what is on show, with the weights it ends in. @param {Session} session */
export function linkFragment(session, /** @type {Record<string, any>} */ more = {}) {
  const { store, current: slot } = session;
  const final = slot.report?.finished && !session.isStale(slot) && slot.hash;
  if (!final) return store.fragment(more);
  const { info } = slot.model ?? {};
  const alone = info?.started === undefined; // vectors from a file go into no link
  const promised = alone && repeats(slot.kind, info);
  const hash = promised ? slot.hash : '';
  return store.fragment({ hash, words: hash && wordsHash(slot.vocabulary), ...more });
}

/** What the link leaves out, in words. @param {Session} session */
export const linkLacks = ({ store }) =>
  store.get('corpus') === 'own' && !store.get('text') ? t('header.copyNoText') : '';

/** @param {Session} session @param {any} header */
export async function copyLink(session, header) {
  const link = linkTo(linkFragment(session), window.location);
  try {
    await navigator.clipboard.writeText(link);
    header.showCopied(true, linkLacks(session) || longNote(link));
  } catch {
    window.history.replaceState(null, '', link);
    header.showCopied(false, t('header.copyFailed'));
  }
}

const NAMES = /** @type {Record<string, [string, string]>} */ ({
  word2vec: ['.txt', 'text/plain'],
  'word2vec-binary': ['.bin', 'application/octet-stream'],
  checkpoint: ['.safetensors', 'application/octet-stream'],
  safetensors: ['-weights.safetensors', 'application/octet-stream'],
  npy: ['.npy', 'application/octet-stream'],
});

/** Programs in Python that repeat the run. */
const LIBRARIES = ['gensim', 'spark', 'pytorch'];

/** @param {any} app the lab-app @param {string} format @returns {Promise<string>} what was saved */
export async function exportAs(app, format) {
  const slot = app.session.current;
  const base = `preformer-${slot.values.corpus || 'vectors'}-${slot.kind}`;
  if (!slot.model) return '';
  if (format === 'png') {
    const picture = await app.querySelector('embedding-map').picture();
    if (picture) download(`${base}.png`, picture);
    return t('export.done', { name: `${base}.png` });
  }
  if (LIBRARIES.includes(format)) return saveProgram(app.session, format);
  const data = await slot.model.export(format);
  if (format === 'tsv') {
    const type = 'text/tab-separated-values';
    download(`${base}-vectors.tsv`, new Blob([data.vectors], { type }));
    download(`${base}-metadata.tsv`, new Blob([data.metadata], { type }));
    return t('export.done', { name: `${base}-vectors.tsv, ${base}-metadata.tsv` });
  }
  const [ending, type] = NAMES[format];
  download(base + ending, new Blob([data], { type }));
  return t('export.done', { name: base + ending });
}

/** The program, and the text beside it where it is long. */
async function saveProgram(/** @type {any} */ session, /** @type {string} */ library) {
  const { exportProgram } = await import('../scripts/export.js');
  const { origin, pathname } = window.location;
  const { name, code, files } = await exportProgram(session, library, origin + pathname);
  const all = [{ name, text: code }, ...files];
  for (const file of all) download(file.name, new Blob([file.text], { type: 'text/plain' }));
  return t('export.done', { name: all.map((file) => file.name).join(', ') });
}

/** @param {any} app the lab-app @param {File[]} files */
export const openFiles = async (app, files) =>
  (await import('./import/open.js')).openFiles(app, files);
