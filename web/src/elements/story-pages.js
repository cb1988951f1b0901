import { html } from 'lit';
import './story-nav.js';

const MODELS = ['one-hot', 'nnlm', 'cbow', 'skip-gram', 'elmo'];
const PAGES = ['ladder', 'polysemy', 'transfer'];

/**
 * The story on a page beside the Lab: a model leads to the Lab, in this page's language and theme.
 * @param {import('../state/page-store.js').PageStore} store @param {string} current page
 */
export function storyPages({ fields, own, values }, current) {
  const look = fields
    .filter(({ name }) => (name === 'language' || name === 'theme') && own[name])
    .map(({ name, key }) => `&${key}=${values[name]}`)
    .join('');
  const models = MODELS.map((id) => ({
    id,
    href: `./index.html#v=1${look}&model=${id}`,
    isModel: true,
  }));
  const pages = PAGES.map((id) => ({ id, href: `./${id}.html${look && `#v=1${look}`}` }));
  return html`<story-nav .current=${current} .pages=${[...models, ...pages]}></story-nav>`;
}
