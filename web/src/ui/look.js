/** What every page takes from its state before anything is drawn: language, title, theme. */
import { language, preferredLanguage, setLanguage, t } from '../i18n/index.js';
import { hostOf } from './root.js';

/**
 * @param {{values: {language: 'auto' | 'en' | 'zh', theme: string}}} store
 * @param {string} title the message that is the page's title
 * @param {Node} app an embedded one leaves the page as it is
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
