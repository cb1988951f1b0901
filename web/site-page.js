/** A page of text within the site: skip link, header and main, in two languages. */
import { header } from './story/page.js';
import { textPage } from './text-page.js';

/** @typedef {'en' | 'zh'} Language */

/**
 * @param {object} of
 * @param {Language} of.language
 * @param {string} of.page its name
 * @param {{en: string, zh: string}} of.files the page in both languages
 * @param {{title: string, description: string, skip: string}} of.said
 * @param {string} [of.kind] classes of the page
 * @param {string} of.target the id to which the skip link leads
 * @param {string} of.style path of its style sheet
 * @param {string} of.script path of its module
 * @param {string} of.main the main part, and what follows it, as HTML
 */
export function sitePage({ language, page, files, said, kind = '', target, style, script, main }) {
  const [en, zh] = [`./${files.en}`, `./${files.zh}`];
  return textPage({
    language,
    title: said.title,
    description: said.description,
    addresses: { own: language === 'zh' ? zh : en, en, zh },
    still: true,
    styles: [style],
    script,
    body: `    <a class="skip" href="#${target}">${said.skip}</a>
    <div class="${['page', kind].filter(Boolean).join(' ')}" data-page="${page}">
      ${header(language, page, language === 'zh' ? en : zh)}
${main}
    </div>`,
  });
}
