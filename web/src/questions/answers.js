/**
 * The answers of a page as data: which runs an answer quotes, and which measures of each. A number
 * says whose it is in `value`: `c: right` is the measure `right` of the run whose link has
 * `data-run="c"`.
 */

/** Fields of a link that change what is shown, but no weight. */
const SHOWN = ['lang', 'start', 'nearest', 'pair', 'analogy', 'matrix', 'view', 'blank', 'next'];

/**
 * @typedef {object} Quote
 * @property {Element} element
 * @property {string} link of the run
 * @property {string} run its training (trainingOf)
 * @property {string} measure
 * @property {string} printed
 */

/** Links that train the same weights have the same. @param {string} link */
export function trainingOf(link) {
  const [page, fragment = ''] = link.split('#');
  const fields = fragment.split('&').filter((field) => !SHOWN.includes(field.split('=')[0]));
  return `${page.split('/').at(-1)}#${fields.sort().join('&')}`;
}

/** @param {ParentNode} answer an article @returns {Quote[]} */
export function quotesOf(answer) {
  return Array.from(answer.querySelectorAll('data'), (element) => {
    const [, name, measure] = /^(\w+): (.+)$/.exec(element.getAttribute('value') ?? '') ?? [];
    const link = answer.querySelector(`a[data-run="${name}"]`)?.getAttribute('href') ?? '';
    return { element, link, run: trainingOf(link), measure, printed: element.textContent ?? '' };
  });
}
