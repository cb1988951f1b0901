/**
 * A demo in a notebook, by anywidget's convention (Jupyter, marimo, MyST): one module, nothing else
 * to fetch. The model's traits, all of them optional:
 *
 *     demo   'lab', 'ladder', 'polysemy' or 'transfer'
 *     link   the demo's link from # on; follows what the reader does
 *     lang   'en' or 'zh'
 *     theme  'auto', 'light' or 'dark'
 *     start  'click', 'visible' or 'load'
 */
import './elements.js';
import { tagFor } from './request.js';

const TRAITS = ['link', 'lang', 'theme', 'start', 'heading'];

/**
 * @param {{model: {get: (name: string) => any, set: (name: string, value: any) => void,
 *   save_changes: () => void, on?: (event: string, heard: () => void) => void,
 *   off?: (event: string, heard: () => void) => void}, el: HTMLElement}} place
 * @returns {() => void} takes it away
 */
function render({ model, el }) {
  const demo = /** @type {any} */ (document.createElement(tagFor(model.get('demo'))));
  const stops = TRAITS.map((name) => {
    const take = () => {
      const value = model.get(name);
      if (value === undefined || value === null) return;
      if (value === '') demo.removeAttribute(name);
      else demo.setAttribute(name, String(value));
    };
    take();
    model.on?.(`change:${name}`, take);
    return () => model.off?.(`change:${name}`, take);
  });
  // Static pages (MyST) have a model without a kernel behind it.
  const keep = (/** @type {Record<string, any>} */ values) => {
    for (const [name, value] of Object.entries(values)) model.set?.(name, value);
    model.save_changes?.();
  };
  demo.addEventListener('preformer-link', (/** @type {any} */ { detail }) => keep(detail));
  demo.addEventListener('preformer-trained', (/** @type {any} */ { detail }) => keep(detail));
  el.append(demo);
  return () => {
    for (const stop of stops) stop();
    demo.remove();
  };
}

export default { render };
