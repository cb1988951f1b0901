import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { TO_READ } from './site-pages.js';

/**
 * The links to all pages, in the header. Pages of text contain the same markup (web/story/page.js).
 * @param {import('./site-pages.js').PageLink[]} pages @param {string} current
 */
export const siteNav = (pages, current) => html`
  <nav class="site-nav" aria-label=${t('nav.label')}>
    <ul>
      ${pages.map(
        ({ id, href }) => html`<li class=${TO_READ.includes(id) ? 'to-read' : nothing}>
          <a id=${`nav-${id}`} href=${href} aria-current=${id === current ? 'page' : nothing}
            >${t(`nav.${id}`)}</a
          >
        </li>`,
      )}
    </ul>
  </nav>
`;
