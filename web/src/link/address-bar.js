const WRITE_DELAY_MS = 250; // Safari allows 100 replaceState calls in 30 seconds

/**
 * Where a page's state is mirrored: the address bar, an attribute, or a substitute in tests.
 *
 * @typedef {object} Place
 * @property {() => string} read the fragment
 * @property {(fragment: string) => void} write
 */

/** The address bar as a Place. @param {Window} window @returns {Place & {flush: () => void}} */
export function addressBar(window) {
  /** @type {string | undefined} */
  let pending;
  const flush = () => {
    if (pending === undefined) return;
    const { pathname, search, hash } = window.location;
    if (hash !== pending) window.history.replaceState(null, '', pathname + search + pending);
    pending = undefined;
  };
  return {
    read: () => window.location.hash,
    write: (fragment) => {
      if (pending === undefined) window.setTimeout(flush, WRITE_DELAY_MS);
      pending = fragment;
    },
    flush,
  };
}
