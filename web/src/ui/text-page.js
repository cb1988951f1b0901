/** What the programs of pages of text begin with (web/site-page.js). */
import { addMessages, setLanguage } from '../i18n/index.js';
import { loadTexts, pageTexts } from './texts.js';

/**
 * Takes the page's language.
 * @param {{en: Record<string, string>, zh: Record<string, string>}} texts of the page's own
 * @param {{errors?: boolean}} [more] errors: fetches the texts that all pages have, those of errors among them
 */
export function speak(texts, { errors = false } = {}) {
  const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  addMessages(texts);
  setLanguage(language);
  if (!errors) return;
  pageTexts();
  void loadTexts(language);
}

/**
 * The page in the other language opens at the same place.
 * @param {(hash: string) => string} [placeOf] of the fragment, what is said to the other page
 */
export function keepPlace(placeOf = (hash) => hash) {
  const other = document.querySelector('#language');
  other?.addEventListener('click', () => {
    const page = other.getAttribute('href')?.split('#')[0] ?? '';
    other.setAttribute('href', page + placeOf(window.location.hash));
  });
}
