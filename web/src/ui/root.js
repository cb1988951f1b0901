/** The tree an element stands in: the page's, or the shadow of an embedded demo. */

/**
 * Puts the focus on a part, if it is there.
 * @param {ParentNode} root @param {string} selector @param {FocusOptions} [how]
 */
export const focusOn = (root, selector, how) =>
  /** @type {HTMLElement | null} */ (root.querySelector(selector))?.focus(how);

/** @param {Node} element that stands in a page */
export const rootOf = (element) => /** @type {Document | ShadowRoot} */ (element.getRootNode());

/** @param {Node} element @returns {Element | null} */
export const focused = (element) => rootOf(element).activeElement ?? null;

/**
 * @typedef {Element & {spoken?: import('../i18n/index.js').Language,
 *   look?: (wanted: {language: string, theme: string}) => void}} Host
 */

/** The embedded demo an element is part of; null on a page of its own. @param {Node} element @returns {Host | null} */
export function hostOf(element) {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
