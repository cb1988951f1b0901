/** ELMos of the toy corpus, opened as the page opens them. */
import { afterAll } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { addMessages } from '../../web/src/i18n/index.js';
import { en as elmoEn } from '../../web/src/i18n/inside-elmo-en.js';
import { zh as elmoZh } from '../../web/src/i18n/inside-elmo-zh.js';
import { en } from '../../web/src/i18n/inside-en.js';
import { zh } from '../../web/src/i18n/inside-zh.js';
import { readElmo } from '../../web/src/inside/elmo-net.js';
import { Machine } from '../../web/src/inside/machine.js';

addMessages({ en, zh });
addMessages({ en: elmoEn, zh: elmoZh });

/** @typedef {Omit<import('../../web/src/api/types.js').CreateOptions, 'corpus'>} Options */
/** @type {{close(): Promise<void>}[]} */
const open = [];
afterAll(async () => {
  for (const one of open) await one.close();
});

/** @param {Options} options @param {number} [steps] */
export async function trained(options, steps = 30) {
  const corpus = { preset: /** @type {const} */ ('relations-en') };
  const model = await create({ corpus, seed: 1, model: 'elmo', epochs: 1, ...options });
  open.push(model);
  await model.step(steps);
  return model;
}

export const typed = 'king found his crown';

/** @param {Awaited<ReturnType<typeof trained>>} model @param {object} [request] @returns {Promise<Machine>} */
export function opened(model, request) {
  return new Promise((resolve, reject) => {
    const machine = new Machine(() => (machine.fault ? reject(machine.fault) : resolve(machine)));
    open.push(machine);
    const usual = { step: 1, nth: 0, guess: null, following: false, alpha: null, kind: 'elmo' };
    machine.want({ ...usual, model, typed, ...request });
  });
}

/** @param {Machine} machine */
export function shownBy({ shown }) {
  if (!shown) throw new Error('nothing is shown');
  return shown;
}

export const look = { stop: 7, width: 1280, narrow: false, opened: null, lane: 0 };
export const netOf = (/** @type {import('../../web/src/inside/machine.js').Shown} */ shown) =>
  readElmo(shown.trace, shown.weights, {
    words: shown.words,
    position: shown.example.position,
    alpha: shown.alpha,
  });

/** @type {[string, Options][]} */
export const shapes = [
  ['as the page trains it', {}],
  ['one layer', { layers: 1 }],
  ['with a projection and skips', { cellSize: 24, vectorSize: 16, skipConnections: true }],
  ['from the letters', { charCnn: true, vectorSize: 16, cellSize: 16 }],
];
