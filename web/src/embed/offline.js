/** The page as a single file: all demos, usable from disk without a network. */
import { addressBar } from '../link/address-bar.js';
import './elements.js';
import { DEMOS, makeDemo, tagOf, wishes } from './request.js';
import { say } from './words.js';

const place = addressBar(window);
const tag = tagOf(window.location.search);
const demo = makeDemo(tag);
demo.place = place;
demo.setAttribute('start', 'load');
const wanted = wishes(window.location.hash);
demo.look(wanted);

/** @type {'en' | 'zh'} */
let language = wanted.language === 'zh' ? 'zh' : 'en';
if (wanted.language === 'auto' && /^zh\b/i.test(navigator.language)) language = 'zh';

/** Shows links to the demos in the current language. */
function showPages() {
  const links = Object.entries(DEMOS).map(([name, { tag: other }]) => {
    const link = document.createElement('a');
    link.href = `?demo=${name}#v=1&lang=${language}`;
    link.textContent = say(language, `${name}.title`);
    if (other === tag) link.setAttribute('aria-current', 'page');
    return link;
  });
  const nav = document.querySelector('nav');
  nav?.replaceChildren(...links);
  nav?.setAttribute('aria-label', say(language, 'pages'));
}

function speak() {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  demo.lang = language;
  /** @type {HTMLElement | null} */
  const other = document.querySelector('#language');
  if (!other) return;
  other.textContent = language === 'zh' ? 'English' : '中文';
  other.lang = language === 'zh' ? 'en' : 'zh-Hans';
  showPages();
}

document.querySelector('#language')?.addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  speak();
});
window.addEventListener('hashchange', () => demo.linked());
window.addEventListener('pagehide', () => place.flush());
speak();
document.querySelector('main')?.append(demo);
