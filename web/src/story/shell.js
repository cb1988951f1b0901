/** What all pages of text do: the theme, the language that the reader chose. */
import { scopedName } from '../link/scope.js';
import { attend } from '../ui/row-scroll.js';

const THEMES = ['auto', 'light', 'dark'];
const NAMES = {
  en: { theme: 'Theme', auto: 'as the system', light: 'light', dark: 'dark' },
  zh: { theme: '主题', auto: '跟随系统', light: '浅色', dark: '深色' },
};

const root = document.documentElement;

/** @param {string} theme */
function keep(theme) {
  try {
    sessionStorage.setItem(scopedName('preformer.theme'), theme);
  } catch {
    // forbidden: it holds for this page
  }
}

/** Connects the header's controls. */
export function startPage() {
  const language = root.lang.startsWith('zh') ? 'zh' : 'en';
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('#theme'));
  const said = NAMES[language];
  const show = () => {
    if (!button) return;
    const now = /** @type {'auto' | 'light' | 'dark'} */ (root.dataset.theme ?? 'auto');
    const name = `${said.theme}: ${said[now]}`;
    button.setAttribute('aria-label', name);
    button.title = name;
    button.hidden = false;
    for (const link of document.querySelectorAll('.site-nav li:not(.to-read) a'))
      keepTheme(link, now);
  };
  button?.addEventListener('click', () => {
    const now = root.dataset.theme ?? 'auto';
    const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
    if (next === 'auto') delete root.dataset.theme;
    else root.dataset.theme = next;
    keep(next);
    show();
  });
  for (const row of document.querySelectorAll('.site-nav, .chapter-row ol')) {
    attend(/** @type {HTMLElement} */ (row));
  }
  show();
}

/** The other pages read the theme from their link. @param {Element} link @param {string} theme */
function keepTheme(link, theme) {
  const anchor = /** @type {HTMLAnchorElement} */ (link);
  const fields = new URLSearchParams(anchor.hash.slice(1));
  fields.set('v', '1');
  if (theme === 'auto') fields.delete('theme');
  else fields.set('theme', theme);
  anchor.hash = [...fields].length > 1 ? fields.toString() : '';
}
