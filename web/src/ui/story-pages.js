import { html } from 'lit';
import { MODELS } from '../link/story.js';
import './story-nav.js';

const PAGES = ['ladder', 'polysemy', 'transfer'];

/** @typedef {{values: {language: string, theme: string}}} LinkedStore */

/** The reader's language and theme, for a link to another page. @param {LinkedStore} store */
const lookOf = ({ values: { language, theme } }) =>
  Object.entries({ lang: language, theme })
    .filter(([, value]) => value !== 'auto')
    .map(([key, value]) => `&${key}=${value}`)
    .join('');

/**
 * Links to the pages after the Lab, with this page's language and theme.
 * @param {LinkedStore} store
 */
export function pagesBeyond(store) {
  const look = lookOf(store);
  return PAGES.map((id) => ({ id, href: `./${id}.html${look && `#v=1${look}`}` }));
}

/**
 * The navigation on the pages other than the Lab; a model is a link to the Lab.
 * @param {LinkedStore} store
 * @param {string} current
 */
export function storyPages(store, current) {
  const models = MODELS.map((id) => ({
    id,
    href: `./index.html#v=1${lookOf(store)}&model=${id}`,
    isModel: true,
  }));
  return html`<story-nav .current=${current} .pages=${[...models, ...pagesBeyond(store)]}></story-nav>`;
}
