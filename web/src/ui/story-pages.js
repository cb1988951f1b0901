import { html } from 'lit';
import { encode } from '../link/pairs.js';
import { firstCorpus, MODELS } from '../link/story.js';
import { visited } from '../link/visited.js';
import './story-nav.js';

const PAGES = ['ladder', 'polysemy', 'transfer'];

/** @typedef {{values: {language: string, theme: string}, spoken(): 'en' | 'zh'}} LinkedStore */

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
 * The address of a model in the Lab. The first visit is to a corpus in the reader's language.
 * @param {LinkedStore} store @param {string} model
 */
function labLink(store, model) {
  const known = visited('lab');
  const fields = known ?? new Map();
  fields.delete('model');
  // A text that is too long for a link is not in the address.
  const lost = fields.get('corpus') === 'own' && !fields.has('c');
  if (lost) fields.delete('corpus');
  const spoken = firstCorpus(store.spoken());
  const isDefault = spoken === firstCorpus(store.values.language);
  if ((lost || !known) && !isDefault) fields.set('corpus', spoken);
  return linkTo(store, 'index', [['model', model], ...fields]);
}

/**
 * Links to the pages after the Lab.
 * @param {LinkedStore} store
 */
export function pagesBeyond(store) {
  return PAGES.map((id) => ({ id, href: linkTo(store, id, visited(id) ?? []) }));
}

/**
 * The navigation on the pages other than the Lab; a model is a link to the Lab.
 * @param {LinkedStore} store
 * @param {string} current
 */
export function storyPages(store, current) {
  const models = MODELS.map((id) => ({ id, href: labLink(store, id), isModel: true }));
  return html`<story-nav .current=${current} .pages=${[...models, ...pagesBeyond(store)]}></story-nav>`;
}
