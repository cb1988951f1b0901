/** The tree that contains an element: the page's, or the shadow tree of an embedded demo. */

/**
 * Focuses a part if it exists.
 * @param {ParentNode} root @param {string} selector @param {FocusOptions} [how]
 */
export const focusOn = (root, selector, how) =>
  /** @type {HTMLElement | null} */ (root.querySelector(selector))?.focus(how);

/** @param {Node} element an element in a page */
export const rootOf = (element) => /** @type {Document | ShadowRoot} */ (element.getRootNode());

/** @param {Node} element @returns {Element | null} */
export const focused = (element) => rootOf(element).activeElement ?? null;

/**
 * @typedef {Element & {spoken?: import('../i18n/index.js').Language,
 *   look?: (wanted: {language: string, theme: string}) => void, adopt?: (css: string) => void}} Host
 */

/**
 * The embedded demo that contains an element; null outside of demos.
 * @param {Node} element
 * @returns {Host | null}
 */
export function hostOf(element) {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
