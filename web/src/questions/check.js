import { part } from '../api/part.js';
import { errorText } from '../i18n/errors.js';
import { counted, has, t } from '../i18n/index.js';
import { quotesOf } from './answers.js';

/** @param {HTMLElement} answer */
function checkOf(answer) {
  const proof = answer.querySelector('.proof');
  const question = answer.querySelector('h3')?.textContent ?? '';
  const quotes = quotesOf(answer);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'primary check';
  button.textContent = t('questions.check');
  button.setAttribute('aria-label', t('questions.checkOf', { question }));
  const outcome = document.createElement('p');
  outcome.className = 'outcome';
  outcome.setAttribute('role', 'status');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', t('questions.training'));

  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    button.setAttribute('aria-disabled', 'true'); // disabled, it would lose the focus
    const begun = performance.now();
    outcome.textContent = t('questions.training');
    bar.removeAttribute('value');
    outcome.before(bar);
    const progress = (/** @type {number} */ share) => {
      bar.value = share;
    };
    try {
      const { compare } = await part(() => import('./compare.js'));
      const different = await compare(quotes, progress);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      const total = quotes.length;
      outcome.textContent = different
        ? t('questions.differs', { seconds, count: different, total })
        : counted('questions.same', total, { seconds, count: total });
    } catch (error) {
      const known = has('error.other'); // the texts of errors come with the first check
      outcome.textContent = known ? errorText(error) : t('questions.failed', error);
    }
    bar.remove();
    button.removeAttribute('aria-disabled');
    running = false;
  };
  button.addEventListener('click', () => void run());
  proof?.prepend(button);
  proof?.append(outcome);
}

/** Gives each answer a button. @param {Document} page */
export function checks(page) {
  for (const answer of page.querySelectorAll('article')) checkOf(answer);
}
