/** What a host should send with the site, and the file that tells hosts so. */

// SharedArrayBuffer and precise timers exist only on cross-origin isolated pages.
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*', // pages on other sites load the elements
};

/** Headers by address. @type {Record<string, Record<string, string>>} */
const RULES = {
  '/*': { ...isolation, 'X-Content-Type-Options': 'nosniff' },
  '/assets/*': { 'Cache-Control': 'public, max-age=31536000, immutable' }, // names contain a digest
};

/** The file `_headers`, which Netlify and Cloudflare Pages read. */
export const headersFile = () =>
  Object.entries(RULES)
    .map(([address, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${address}\n${lines.join('')}`;
    })
    .join('');
