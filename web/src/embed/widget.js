/**
 * A demo in a notebook, by anywidget's convention (Jupyter, marimo, MyST): one module without
 * further files. All traits of the model are optional:
 *
 *     demo   'lab', 'ladder', 'polysemy', 'transfer' or 'inside'
 *     link   the demo's link from # on; it is updated by the reader's changes
 *     lang   'en' or 'zh'
 *     theme  'auto', 'light' or 'dark'
 *     start  'click', 'visible' or 'load'
 */
import './elements.js';
import { makeDemo, tagFor } from './request.js';

const TRAITS = ['link', 'lang', 'theme', 'start', 'heading'];

/**
 * @param {{model: {get: (name: string) => unknown,
 *   set?: (name: string, value: unknown) => void,
 *   save_changes?: () => void, on?: (event: string, heard: () => void) => void,
 *   off?: (event: string, heard: () => void) => void}, el: HTMLElement}} place
 * @returns {() => void} removes the demo
 */
function render({ model, el }) {
  const demo = makeDemo(tagFor(String(model.get('demo'))));
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
  // In static pages (MyST) the model has no kernel.
  const keep = (/** @type {object} */ values) => {
    for (const [name, value] of Object.entries(values)) model.set?.(name, value);
    model.save_changes?.();
  };
  demo.addEventListener('preformer-link', ({ detail }) => keep(detail));
  demo.addEventListener('preformer-trained', ({ detail }) => keep(detail));
  el.append(demo);
  return () => {
    for (const stop of stops) stop();
    demo.remove();
  };
}

export default { render };
