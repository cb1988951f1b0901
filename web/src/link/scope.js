/**
 * Several copies of the site may lie on one origin, under different paths. Caches, databases and
 * storage belong to the origin, so their names contain the path.
 */

/**
 * The folder of a page: `/` or `/preformer/`. '' where there is no page.
 * @param {string} [address] the address of the page
 */
export function scopeOf(address = globalThis.document?.baseURI) {
  if (!address) return '';
  try {
    return new URL('./', address).pathname;
  } catch {
    return ''; // about:srcdoc and the like
  }
}

/** `preformer` → `preformer /preformer/` @param {string} name @param {string} [address] */
export const scopedName = (name, address) => [name, scopeOf(address)].filter(Boolean).join(' ');
