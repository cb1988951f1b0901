/** Replaces texts and pictures that are too large for builds as a single file. */
import { loadFailure } from '../../corpora/prepared-file.js';

const absent = (/** @type {string} */ what, /** @type {string} */ parameter) =>
  Promise.reject(loadFailure(what, parameter, 'it is not in this file'));

export const loadStateOfTheUnion = () => absent('The State of the Union text', 'corpus');
export const loadDigits = () => absent('The digits', 'examples');
export const pickDigits = loadDigits; // of digits that are not there
