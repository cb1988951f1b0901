/** The attributes of a demo's tag, with their defaults. */
export const ATTRIBUTES = {
  /** The demo's link from # on: its initial state, and then its current state. */
  link: '',
  /** 'auto' (as the surrounding page), 'light' or 'dark'. */
  theme: 'auto',
  /** When the demo is loaded: on a 'click', when 'visible', or with the page ('load'). */
  start: 'click',
  /** URL of a picture to show before the start. */
  poster: '',
  /** 'off' hides the sentence that the link hides or locks parts, with its button. */
  banner: 'on',
  /** 'compact': only the demo's stage, no higher than --preformer-height. */
  size: 'full',
  /** Title before the start. */
  heading: '',
  /** URL of the whole page, linked below the demo; no link if empty. */
  page: '',
  /** URL of the training worker, for pages that forbid blob: workers. */
  'worker-url': '',
  /** The folder of the wasm files, if it is not the worker's folder. */
  'asset-base': '',
};

const camel = (/** @type {string} */ name) =>
  name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * Gives a class of elements one property per attribute, which reads and sets the attribute.
 * @param {HTMLElement} prototype @param {Record<string, string>} attributes with their defaults
 */
export function reflect(prototype, attributes) {
  for (const [name, initial] of Object.entries(attributes)) {
    Object.defineProperty(prototype, camel(name), {
      get() {
        return this.getAttribute(name) ?? initial;
      },
      set(value) {
        if (value === null || value === undefined || value === '') this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
  }
}

/**
 * Applies properties that were set on an element before its class was defined.
 * @param {Element} element @param {Record<string, string>} attributes
 */
export function takeUp(element, attributes) {
  for (const name of Object.keys(attributes).map(camel)) {
    if (!Object.hasOwn(element, name)) continue;
    const value = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
