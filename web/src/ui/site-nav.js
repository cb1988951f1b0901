import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { MORE, TO_READ } from './site-pages.js';

/** @typedef {import('./site-pages.js').PageLink} PageLink */

/**
 * The links to all pages, in the header; those to fewer readers are under "more". Pages of text contain
 * the same markup (web/site-nav.js).
 * @param {PageLink[]} pages @param {string} current
 */
export function siteNav(pages, current) {
  const link = (/** @type {PageLink} */ { id, href }) => html`<a
      id=${`nav-${id}`}
      href=${href}
      aria-current=${id === current ? 'page' : nothing}
      >${t(`nav.${id}`)}</a
    >`;
  const [row, more] = [false, true].map((isMore) =>
    pages.filter(({ id }) => MORE.includes(id) === isMore),
  );
  return html`
    <nav class="site-nav" aria-label=${t('nav.label')}>
      <ul>
        ${row.map((page) => html`<li class=${TO_READ.includes(page.id) ? 'to-read' : nothing}>${link(page)}</li>`)}
        <li class="to-read">
          <button type="button" id="nav-more" popovertarget="more-pages">${t('nav.more')}</button>
        </li>
      </ul>
      <ul id="more-pages" popover>
        ${more.map((page) => html`<li class="to-read">${link(page)}</li>`)}
      </ul>
    </nav>
  `;
}
