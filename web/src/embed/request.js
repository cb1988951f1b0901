/** Reads which demo the URL of an embedded page names. The default is the Lab. */

const LAB = 'lab.html';

/** @type {Record<string, {tag: string, page: string}>} */
export const DEMOS = {
  lab: { tag: 'preformer-demo', page: LAB },
  ladder: { tag: 'preformer-ladder', page: 'ladder.html' },
  polysemy: { tag: 'preformer-polysemy', page: 'polysemy.html' },
  transfer: { tag: 'preformer-transfer', page: 'transfer.html' },
  inside: { tag: 'preformer-inside', page: LAB }, // there, a link with `inside` opens it
};

/** @param {string | null | undefined} demo */
export const tagFor = (demo) =>
  (Object.hasOwn(DEMOS, demo ?? '') ? DEMOS[demo ?? ''] : DEMOS.lab).tag;

/** @param {string} search ?demo=ladder */
export const tagOf = (search) => tagFor(new URLSearchParams(search).get('demo'));

/** @param {string} tag @returns {import('./demo-element.js').DemoElement} */
export const makeDemo = (tag) =>
  /** @type {import('./demo-element.js').DemoElement} */ (document.createElement(tag));

/** The URL of the page to which a demo belongs. @param {string} tag */
export const pageIn = (tag) =>
  `./${Object.values(DEMOS).find((demo) => demo.tag === tag)?.page ?? DEMOS.lab.page}`;

/** The language and theme in a link, read before its state. @param {string} fragment */
export function wishes(fragment) {
  const said = new URLSearchParams(fragment.slice(1));
  const one = (/** @type {string} */ key, /** @type {string[]} */ ...good) =>
    good.find((value) => value === said.get(key)) ?? 'auto';
  return { language: one('lang', 'en', 'zh'), theme: one('theme', 'light', 'dark') };
}
