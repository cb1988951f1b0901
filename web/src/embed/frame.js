/**
 * The page for iframes: a single demo.
 *
 *     embed.html?demo=ladder&start=visible#v=1&…
 *
 * It posts its height to its parent. The parent may set its theme and language:
 *
 *     frame.contentWindow.postMessage({ preformer: 'look', theme: 'dark', lang: 'zh' }, '*')
 */
import { addressBar } from '../link/address-bar.js';
import './elements.js';
import { makeDemo, pageIn, tagOf, wishes } from './request.js';

const { search, hash } = window.location;
const tag = tagOf(search);
const demo = makeDemo(tag);
const place = addressBar(window);
demo.place = place;
demo.setAttribute('page', pageIn(tag));
demo.setAttribute('start', new URLSearchParams(search).get('start') ?? 'click');
demo.look(wishes(hash));
document.querySelector('main')?.append(demo);
document.documentElement.lang = demo.spoken === 'zh' ? 'zh-Hans' : 'en';

window.addEventListener('hashchange', () => demo.linked());
window.addEventListener('pagehide', () => place.flush());

/** Posts the height in two formats: Preformer's own, and the one that news sites' frames use. */
function tellHeight() {
  const height = Math.ceil(demo.getBoundingClientRect().height);
  window.parent.postMessage({ preformer: 'height', height }, '*');
  window.parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
}

if (window.parent !== window) {
  new ResizeObserver(tellHeight).observe(demo);
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || data?.preformer !== 'look') return;
    if (['auto', 'light', 'dark'].includes(data.theme)) demo.setAttribute('theme', data.theme);
    if (['en', 'zh'].includes(data.lang)) demo.lang = data.lang;
  });
}
