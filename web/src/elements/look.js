/** What every page takes from its state before anything is drawn: language, title, theme. */
import { language, preferredLanguage, setLanguage, t } from '../i18n/index.js';

/**
 * @param {{get: (name: string) => any}} store with the fields `language` and `theme`
 * @param {string} title the message that is the page's title
 */
export function applyLook(store, title) {
  const wanted = store.get('language');
  setLanguage(wanted === 'auto' ? preferredLanguage(navigator.languages) : wanted);
  const root = document.documentElement;
  root.lang = language() === 'zh' ? 'zh-Hans' : 'en';
  document.title = t(title);
  const theme = store.get('theme');
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
