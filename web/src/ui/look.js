/** Applies language, title and theme of a page's state before anything is rendered. */
import { language, preferredLanguage, setLanguage, t } from '../i18n/index.js';
import { hostOf } from './root.js';
import { textsReady } from './texts.js';

/**
 * The language that a page's state requests.
 * @param {{values: {language: 'auto' | 'en' | 'zh'}}} store
 */
export const wantedLanguage = ({ values: { language: wanted } }) =>
  wanted === 'auto' ? preferredLanguage(navigator.languages) : wanted;

/**
 * A language whose texts are not there yet is not shown: the page keeps its language until they
 * are.
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
  const next = wantedLanguage(store);
  const root = document.documentElement;
  if (textsReady(next)) {
    setLanguage(next);
    // Set again, even to the same value, it would restyle every element of the page.
    const tag = language() === 'zh' ? 'zh-Hans' : 'en';
    if (root.lang !== tag) root.lang = tag;
    if (document.title !== t(title)) document.title = t(title);
  }
  if (theme === 'auto') delete root.dataset.theme;
  else if (root.dataset.theme !== theme) root.dataset.theme = theme;
}
