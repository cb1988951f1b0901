import { counted, t } from '../i18n/index.js';

/** Full width and half width, upper and lower case are the same. @param {string} text */
const plain = (text) => text.normalize('NFKC').toLowerCase();

/**
 * The questions that contain all words of the search.
 * @param {string} search @param {string[]} texts @returns {boolean[]}
 */
export function matches(search, texts) {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return texts.map((text) => words.every((word) => plain(text).includes(word)));
}

/** Shows the questions that contain what is typed. @param {Document} page */
export function finder(page) {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (page.querySelector(selector));
  const field = /** @type {HTMLInputElement} */ (page.querySelector('#find'));
  const answers = /** @type {HTMLElement[]} */ ([...page.querySelectorAll('article')]);
  const texts = answers.map((answer) => answer.textContent ?? '');

  const show = () => {
    const found = matches(field.value, texts);
    answers.forEach((answer, i) => {
      answer.hidden = !found[i];
      const entry = page.querySelector(`.contents a[href="#${answer.id}"]`)?.closest('li');
      if (entry) entry.hidden = !found[i];
    });
    for (const group of page.querySelectorAll('.answers section, .contents > ol > li')) {
      const any = group.querySelector('article:not([hidden]), ol > li:not([hidden])');
      /** @type {HTMLElement} */ (group).hidden = !any;
    }
    const count = found.filter(Boolean).length;
    const typed = field.value.trim() !== '';
    find('#nothing').hidden = count > 0;
    find('#found').textContent = !typed
      ? ''
      : count
        ? counted('questions.found', count, { count, total: answers.length })
        : t('questions.none');
  };
  const clear = () => {
    field.value = '';
    show();
  };

  find('.finder').hidden = false;
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') clear();
  });
  find('#clear').addEventListener('click', () => {
    clear();
    field.focus();
  });
  // A link to a question that the search hides shows it again.
  window.addEventListener('hashchange', () => {
    const target = page.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (!target?.hidden) return;
    clear();
    target.scrollIntoView();
  });
}
