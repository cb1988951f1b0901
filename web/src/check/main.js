/** The page "Check this site": tries one thing after the other and says what it means. */
import { en } from '../i18n/check-en.js';
import { zh } from '../i18n/check-zh.js';
import { counted, t } from '../i18n/index.js';
import { startPage } from '../story/shell.js';
import { speak } from '../ui/text-page.js';
import { CHECKS } from './checks.js';

/** @typedef {import('./findings.js').Finding} Finding */

speak({ en, zh });
startPage();

const list = /** @type {HTMLElement} */ (document.querySelector('#checks'));
const summary = /** @type {HTMLElement} */ (document.querySelector('#summary'));
const copy = /** @type {HTMLButtonElement} */ (document.querySelector('#copy'));

/** @template {keyof HTMLElementTagNameMap} N @param {N} name @param {string} [text] @param {string} [of] class */
function element(name, text = '', of = '') {
  const made = document.createElement(name);
  made.textContent = text;
  if (of) made.className = of;
  return made;
}

/** @param {HTMLElement} item @param {Finding} finding */
function show(item, { id, state, text, cure, values }) {
  item.dataset.state = state;
  const head = element('h2', t(`check.${id}`));
  head.append(' ', element('span', t(`check.state.${state}`), 'state'));
  item.replaceChildren(head, element('p', t(text, values)));
  if (!cure) return;
  const advice = element('p', '', 'cure');
  advice.append(element('b', t('check.cure')), ' ', t(cure, values));
  item.append(advice);
}

/** @param {Finding[]} found */
function summarize(found) {
  const bad = found.filter(({ state }) => state === 'bad').length;
  const partly = found.filter(({ state }) => state === 'less');
  const less = partly.filter(({ cure }) => cure).length; // the others follow from these, or the browser
  if (bad) summary.textContent = counted('check.done.bad', bad, { count: bad });
  else if (less) summary.textContent = counted('check.done.less', less, { count: less });
  else summary.textContent = t(partly.length ? 'check.done.host' : 'check.done.good');
}

/** The report as text, for a message to who runs the site. @param {Finding[]} found */
const reportOf = (found) =>
  [
    window.location.href.replace(/[?#].*/, ''),
    navigator.userAgent,
    ...found.map(({ id, state, text, cure, values }) =>
      [
        `${t(`check.${id}`)}: ${t(`check.state.${state}`)}. ${t(text, values)}`,
        ...(cure ? [`  ${t('check.cure')}: ${t(cure, values)}`] : []),
      ].join('\n'),
    ),
  ].join('\n');

summary.textContent = t('check.checking');
const items = CHECKS.map(({ id }) => {
  const item = element('li');
  item.id = id;
  item.dataset.state = 'waiting';
  const head = element('h2', t(`check.${id}`));
  head.append(' ', element('span', t('check.state.waiting'), 'state'));
  item.append(head);
  return item;
});
list.replaceChildren(...items);

/** @type {Finding[]} */
const found = [];
// One after the other: each uses the network and the processor, which others measure.
for (const [n, { id, look }] of CHECKS.entries()) {
  const finding = await look().catch((error) => {
    const values = { error: /** @type {Error} */ (error).message };
    return /** @type {Finding} */ ({ id, state: 'bad', text: 'check.crashed', cure: '', values });
  });
  found.push(finding);
  show(items[n], finding);
}
summarize(found);
copy.hidden = false;
copy.addEventListener('click', async () => {
  await navigator.clipboard.writeText(reportOf(found));
  summary.textContent = t('check.copied');
  setTimeout(() => summarize(found), 1500);
});
