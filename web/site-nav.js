/** The links to all pages as HTML, for pages of text and for the first paint of the others (ui/site-nav.js). */
import { en } from './src/i18n/en.js';
import { zh } from './src/i18n/zh.js';
import { MORE, PAGES, TO_READ, textPage } from './src/ui/site-pages.js';

/** @typedef {'en' | 'zh'} Language */

const texts = { en, zh };

/** Where the header leads. @param {string} page @param {Language} language */
export function siteLink(page, language) {
  if (TO_READ.includes(page)) return textPage(page === 'story' ? 'index' : page, language);
  return language === 'zh' ? `./${page}.html#v=1&amp;lang=zh` : `./${page}.html`;
}

/**
 * @param {Language} language
 * @param {string} current
 * @param {{still?: boolean}} [how] still: it stands in for one that comes; ids would be there twice
 */
export function siteNav(language, current, { still = false } = {}) {
  const said = /** @type {Record<string, string>} */ (texts[language]);
  const link = (/** @type {string} */ page) => {
    const id = still ? '' : ` id="nav-${page}"`;
    const here = page === current ? ' aria-current="page"' : '';
    return `<a${id} href="${siteLink(page, language)}"${here}>${said[`nav.${page}`]}</a>`;
  };
  const row = PAGES.map(
    (page) => `<li${TO_READ.includes(page) ? ' class="to-read"' : ''}>${link(page)}</li>`,
  );
  const more = still
    ? ''
    : `<ul id="more-pages" popover>${MORE.map((page) => `<li class="to-read">${link(page)}</li>`).join('')}</ul>`;
  const opens = still ? 'disabled' : 'id="nav-more" popovertarget="more-pages"';
  const here = MORE.includes(current) ? ' aria-current="true"' : '';
  const button = `<li class="to-read"><button type="button" ${opens}${here}>${said[here ? `nav.${current}` : 'nav.more']}</button></li>`;
  return `<nav class="site-nav" aria-label="${said['nav.label']}"><ul>${row.join('')}${button}</ul>${more}</nav>`;
}
