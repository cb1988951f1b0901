import { later } from '../ui/later.js';

/**
 * The experiments, in the order of the page. Each is a folder with an element, which is loaded when
 * the experiment is opened; its texts are in i18n/ under the same name.
 *
 * The element is given `fields`, what the address says beside the experiment's name, and reports
 * what the address should say by the event `fields`, with an object of strings; '' leaves a key out.
 *
 * @typedef {object} Experiment
 * @property {string} id its name in the address, and in the keys of its messages
 * @property {string} tag of its element
 * @property {(at: () => Element | null, use: () => void) => Promise<boolean>} load
 */

/** @type {Experiment[]} */
export const EXPERIMENTS = [
  {
    id: 'sentences',
    tag: 'sentences-experiment',
    load: (at, use) => later(() => import('./sentences/sentences-experiment.js'), at, use),
  },
  {
    id: 'texts',
    tag: 'texts-experiment',
    load: (at, use) => later(() => import('./texts/texts-experiment.js'), at, use),
  },
  {
    id: 'guess',
    tag: 'guess-experiment',
    load: (at, use) => later(() => import('./guess/guess-experiment.js'), at, use),
  },
];

/** @param {string} id */
export const experimentOf = (id) => EXPERIMENTS.find((one) => one.id === id) ?? null;
