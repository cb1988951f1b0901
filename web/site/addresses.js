/**
 * Where the site and its sources are. Both are known only when the site is built for a place, so nothing
 * is assumed: without them no address is written anywhere.
 *
 *   PREFORMER_ADDRESS     the folder where the site will be: https://example.org/preformer/
 *   PREFORMER_REPOSITORY  the page of the sources: https://example.org/someone/preformer
 */

/** @param {string} name @returns {string} without a slash at the end; empty if it is not set */
function addressIn(name) {
  const value = (process.env[name] ?? '').trim();
  if (!value) return '';
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`${name} must be an address that begins with https://; it is "${value}".`);
  }
  const { origin, pathname } = new URL(value);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

/** The folder of the site, with a slash at the end, or ''. */
export function siteAddress() {
  const address = addressIn('PREFORMER_ADDRESS');
  return address && `${address}/`;
}

/** The page of the sources, or ''. */
export const repositoryAddress = () => addressIn('PREFORMER_REPOSITORY');
