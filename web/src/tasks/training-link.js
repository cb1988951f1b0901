import { pairsOf } from '../link/pairs.js';

/** Fields of a link that change what is shown, but no weight. */
const SHOWN = new Set(
  'v sum lang theme start open hide lock hash words rules nearest pair analogy odd matrix view blank next score prompt s1 s2 s3 sentence seeds speed inside example nth guess lane beside number layer axes dir mix gamma'.split(
    ' ',
  ),
);

/**
 * A link with only what its training depends on: links that train the same weights have the same.
 * @param {string} link @returns {string}
 */
export function trainingOf(link) {
  const [page, fragment = ''] = link.split('#');
  const pairs = pairsOf(fragment);
  // Without a text or a word, the language decides which text is meant.
  const named = pairs.some(([key]) => key === 'corpus' || key === 'word');
  const fields = pairs
    .filter(([key]) => !SHOWN.has(key) || (key === 'lang' && !named))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `&${key}=${encodeURIComponent(value)}`);
  return `${page.split('/').at(-1)}#v=1${fields.join('')}`;
}
