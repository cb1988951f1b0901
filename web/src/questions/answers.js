/**
 * The answers of a page as data: which runs an answer quotes, and which measures of each. A number
 * says whose it is in `value`: `c: right` is the measure `right` of the run whose link has
 * `data-run="c"`.
 */
import { trainingOf } from '../tasks/training-link.js';

/**
 * @typedef {object} Quote
 * @property {Element} element
 * @property {string} link of the run
 * @property {string} run its training (trainingOf)
 * @property {string} measure
 * @property {string} printed
 */

/** @param {ParentNode} answer an article @returns {Quote[]} */
export function quotesOf(answer) {
  return Array.from(answer.querySelectorAll('data'), (element) => {
    const [, name, measure] = /^(\w+): (.+)$/.exec(element.getAttribute('value') ?? '') ?? [];
    const link = answer.querySelector(`a[data-run="${name}"]`)?.getAttribute('href') ?? '';
    return { element, link, run: trainingOf(link), measure, printed: element.textContent ?? '' };
  });
}
