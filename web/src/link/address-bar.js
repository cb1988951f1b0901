const WRITE_DELAY_MS = 250; // Safari allows 100 replaceState calls in 30 seconds
/** Marks the entries of the history that a page wrote, in contrast to links that were opened. */
const OURS = { preformer: true };

/**
 * Where a page's state is mirrored: the address bar, an attribute, or a substitute in tests.
 *
 * @typedef {object} Place
 * @property {() => string} read the fragment
 * @property {(fragment: string, isEntry?: boolean) => void} write isEntry: Back returns to what was
 *   written before
 * @property {() => void} [flush] writes at once what was written
 */

/** Whether the reader came to this entry by Back or Forward. @param {Window} window */
export const isReturn = (window) => Boolean(window.history.state?.preformer);

/** The address bar as a Place. @param {Window} window @returns {Place & {flush: () => void}} */
export function addressBar(window) {
  /** @type {string | undefined} */
  let pending;
  const address = (/** @type {string} */ fragment) => {
    const { pathname, search } = window.location;
    return pathname + search + fragment;
  };
  const flush = () => {
    if (pending === undefined) return;
    const isNew = window.location.hash !== pending || !isReturn(window);
    if (isNew) window.history.replaceState(OURS, '', address(pending));
    pending = undefined;
  };
  return {
    read: () => {
      pending = undefined; // it belonged to the entry that the reader has left
      return window.location.hash;
    },
    write: (fragment, isEntry = false) => {
      if (isEntry && window.top === window) {
        flush();
        if (window.location.hash !== fragment) {
          window.history.pushState(OURS, '', address(fragment));
        }
        return;
      }
      if (pending === undefined) window.setTimeout(flush, WRITE_DELAY_MS);
      pending = fragment;
    },
    flush,
  };
}
