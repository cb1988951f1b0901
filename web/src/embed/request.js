/** What the address of an embedded page asks for. Anything else falls back to the Lab. */

/** @type {Record<string, {tag: string, page: string}>} */
export const DEMOS = {
  lab: { tag: 'preformer-demo', page: 'index.html' },
  ladder: { tag: 'preformer-ladder', page: 'ladder.html' },
  polysemy: { tag: 'preformer-polysemy', page: 'polysemy.html' },
  transfer: { tag: 'preformer-transfer', page: 'transfer.html' },
};

/** @param {string | null | undefined} demo */
export const tagFor = (demo) =>
  (Object.hasOwn(DEMOS, demo ?? '') ? DEMOS[demo ?? ''] : DEMOS.lab).tag;

/** @param {string} search ?demo=ladder */
export const tagOf = (search) => tagFor(new URLSearchParams(search).get('demo'));

/** @param {string} tag @returns {import('./demo-element.js').DemoElement} */
export const makeDemo = (tag) =>
  /** @type {import('./demo-element.js').DemoElement} */ (document.createElement(tag));

/** The whole page that a demo is from. @param {string} tag */
export const pageIn = (tag) =>
  `./${Object.values(DEMOS).find((demo) => demo.tag === tag)?.page ?? DEMOS.lab.page}`;

/** How a link wants its demo to look, before its state is read. @param {string} fragment */
export function wishes(fragment) {
  const said = new URLSearchParams(fragment.slice(1));
  const one = (/** @type {string} */ key, /** @type {string[]} */ ...good) =>
    good.find((value) => value === said.get(key)) ?? 'auto';
  return { language: one('lang', 'en', 'zh'), theme: one('theme', 'light', 'dark') };
}
