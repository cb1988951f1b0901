/** What can be said of a demo in its tag, with what holds where nothing is said. */
export const ATTRIBUTES = {
  /** The demo's link from # on: what it begins with, and what it shows now. */
  link: '',
  /** 'auto' (as the page around), 'light' or 'dark'. */
  theme: 'auto',
  /** When it is loaded: on a 'click', when 'visible', with the page ('load'). */
  start: 'click',
  /** Address of a picture to show before the start. */
  poster: '',
  /** What it is called before the start. */
  heading: '',
  /** Address of the whole page, offered below the demo; none: not offered. */
  page: '',
  /** Where the training worker is, for pages that allow no blob: workers. */
  'worker-url': '',
  /** The folder of the wasm files, where it is not the worker's. */
  'asset-base': '',
};

const camel = (/** @type {string} */ name) =>
  name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * Gives a class of elements one property an attribute: reading one reads the attribute, setting it
 * sets the attribute.
 * @param {HTMLElement} prototype
 */
export function reflect(prototype) {
  for (const [name, initial] of Object.entries(ATTRIBUTES)) {
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

/** What was set on an element before its class was known. @param {Element} element */
export function takeUp(element) {
  for (const name of Object.keys(ATTRIBUTES).map(camel)) {
    if (!Object.hasOwn(element, name)) continue;
    const value = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
