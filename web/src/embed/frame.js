/**
 * The page for iframes: a single demo.
 *
 *     embed.html?demo=ladder&start=visible#v=1&…
 *
 * It posts its height to its parent. The parent may set its theme and language:
 *
 *     frame.contentWindow.postMessage({ preformer: 'look', theme: 'dark', lang: 'zh' }, '*')
 *
 * With `origin=https://host` in its address it also posts its events to that origin, and takes `set`,
 * `train`, `pause` and `step` from it (docs/embedding.md).
 */
import { addressBar } from '../link/address-bar.js';
import './elements.js';
import { ModelDemo } from './model-demo.js';
import { partnerIn } from './partner.js';
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

const EVENTS = /** @type {const} */ (['progress', 'trained', 'answer', 'error', 'link', 'place']);

/** What the surrounding page may ask for. @type {Record<string, (data: {fields?: Record<string, string | number | null>, steps?: number}) => void>} */
const ORDERS = {
  set: ({ fields }) => demo.set(fields && typeof fields === 'object' ? fields : {}),
  train: () => void demo.begin(),
  pause: () => void demo.pause(),
  step: ({ steps = 1 }) => {
    if (demo instanceof ModelDemo) void demo.step(Number.isInteger(steps) && steps > 0 ? steps : 1);
  },
};

if (window.parent !== window) {
  const origin = partnerIn(search, true);
  new ResizeObserver(tellHeight).observe(demo);
  window.addEventListener('message', (event) => {
    const { source, data } = event;
    if (source !== window.parent || typeof data?.preformer !== 'string') return;
    if (data.preformer === 'look') {
      if (['auto', 'light', 'dark'].includes(data.theme)) demo.setAttribute('theme', data.theme);
      if (['en', 'zh'].includes(data.lang)) demo.lang = data.lang;
    } else if (origin && event.origin === origin && Object.hasOwn(ORDERS, data.preformer)) {
      ORDERS[data.preformer](data);
    }
  });
  for (const name of origin ? EVENTS : []) {
    demo.addEventListener(`preformer-${name}`, (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      window.parent.postMessage({ preformer: name, ...detail }, origin);
    });
  }
}
