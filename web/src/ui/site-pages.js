import { encode } from '../link/pairs.js';
import { firstCorpus } from '../link/story.js';
import { visited } from '../link/visited.js';

/** The pages in the order of the header. */
export const PAGES = ['story', 'lab', 'ladder', 'polysemy', 'transfer', 'questions'];
/** Those that the header has under "more". */
export const MORE = ['lessons', 'class', 'teachers', 'experiments', 'bench', 'api'];
/** Pages that have an address in each language. */
export const TO_READ = ['story', 'questions', ...MORE];

/** @typedef {{values: {language: string, theme: string}, spoken(): 'en' | 'zh'}} LinkedStore */
/** @typedef {{id: string, href: string}} PageLink */

/**
 * The address of a page with this page's language and theme, and with the settings of the reader's
 * latest visit in this tab.
 * @param {LinkedStore} store @param {string} file
 * @param {Iterable<[string, string]>} fields
 */
function linkTo({ values: { language, theme } }, file, fields) {
  const look = Object.entries({ lang: language, theme }).filter(([, value]) => value !== 'auto');
  const parts = [...look, ...fields].map(([key, value]) => `&${key}=${encode(value)}`);
  return `./${file}.html${parts.length ? `#v=1${parts.join('')}` : ''}`;
}

/**
 * The address of the Lab. The first visit is to a corpus in the reader's language.
 * @param {LinkedStore} store
 */
function labLink(store) {
  const known = visited('lab');
  const fields = known ?? new Map();
  // A text that is too long for a link is not in the address.
  const lost = fields.get('corpus') === 'own' && !fields.has('c');
  if (lost) fields.delete('corpus');
  const spoken = firstCorpus(store.spoken());
  const isDefault = spoken === firstCorpus(store.values.language);
  if ((lost || !known) && !isDefault) fields.set('corpus', spoken);
  return linkTo(store, 'lab', fields);
}

/** Pages of text have an address in each language. @param {string} file @param {'en' | 'zh'} language */
export const textPage = (file, language) => {
  const name = language === 'zh' ? `${file}.zh.html` : `${file}.html`;
  return name === 'index.html' ? './' : `./${name}`;
};

/** @param {LinkedStore} store @param {string} id @returns {PageLink} */
function pageLink(store, id) {
  if (TO_READ.includes(id))
    return { id, href: textPage(id === 'story' ? 'index' : id, store.spoken()) };
  if (id === 'lab') return { id, href: labLink(store) };
  return { id, href: linkTo(store, id, visited(id) ?? []) };
}

/** Links to all pages. @param {LinkedStore} store */
export const sitePages = (store) => [...PAGES, ...MORE].map((id) => pageLink(store, id));

/** Links to the pages that compare models. @param {LinkedStore} store */
export const pagesBeyond = (store) =>
  ['ladder', 'polysemy', 'transfer'].map((id) => pageLink(store, id));
