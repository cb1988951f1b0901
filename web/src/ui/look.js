/** Applies language, title and theme of a page's state before anything is rendered. */
import { language, preferredLanguage, setLanguage, t } from '../i18n/index.js';
import { hostOf } from './root.js';

/**
 * @param {{values: {language: 'auto' | 'en' | 'zh', theme: string}}} store
 * @param {string} title key of the page's title
 * @param {Node} app an embedded app does not change the page
 */
export function applyLook(store, title, app) {
  const { language: wanted, theme } = store.values;
  const host = hostOf(app);
  if (host) {
    host.look?.({ language: wanted, theme });
    return;
  }
  setLanguage(wanted === 'en' || wanted === 'zh' ? wanted : preferredLanguage(navigator.languages));
  const root = document.documentElement;
  root.lang = language() === 'zh' ? 'zh-Hans' : 'en';
  document.title = t(title);
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
