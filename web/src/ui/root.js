/** The tree an element stands in: the page's, or the shadow of an embedded demo. */

/** @param {Node} element @returns {Element | null} */
export const focused = (element) =>
  /** @type {Document | ShadowRoot} */ (element.getRootNode()).activeElement ?? null;

/**
 * The embedded demo an element is part of; null on a page of its own.
 * @param {Node} element
 * @returns {(HTMLElement & {spoken?: import('../i18n/index.js').Language,
 *   look?: (wanted: {language: string, theme: string}) => void}) | null}
 */
export function hostOf(element) {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? /** @type {any} */ (root.host) : null;
}
