/** The objective cards of Inside: their numbers are the core's. */
import { afterAll, describe, expect, it } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { huffmanDepths } from '../../web/src/inside/costs.js';
import { Machine } from '../../web/src/inside/machine.js';
import { pathOf } from '../../web/src/inside/objective-pictures.js';
import { pictureOf } from '../../web/src/inside/pictures.js';

/** @type {{close(): Promise<void>}[]} */
const open = [];
afterAll(async () => {
  for (const one of open) await one.close();
});

/** @param {'cbow' | 'skip-gram'} kind @param {import('../../web/src/inside/costs.js').Objective} objective @returns {Promise<import('../../web/src/inside/machine.js').Shown>} */
async function shown(kind, objective) {
  const corpus = { preset: 'relations-en' };
  const model = await create({ corpus, model: kind, objective, negative: 7, seed: 1 });
  open.push(model);
  await model.step(500);
  return new Promise((resolve, reject) => {
    const machine = new Machine(() => {
      if (machine.fault || !machine.shown) reject(machine.fault);
      else resolve(machine.shown);
    });
    open.push(machine);
    const usual = { step: 1, nth: 0, guess: 3, following: false, alpha: null };
    machine.want({ ...usual, model, kind, typed: 'king found his crown' });
  });
}

const look = { stop: 5, width: 1280, narrow: false, opened: null, lane: 0 };

describe('the objective cards', () => {
  for (const kind of /** @type {const} */ (['cbow', 'skip-gram'])) {
    for (const objective of /** @type {const} */ ([
      'softmax',
      'hierarchical-softmax',
      'negative-sampling',
    ])) {
      it(`count what ${kind} touches under ${objective}`, async () => {
        const one = await shown(kind, objective);
        const facts = pictureOf(kind, one, look).objectives;
        if (!facts) throw new Error('no facts');
        const rows = Object.fromEntries(facts.cards.map((card) => [card.objective, card.rows]));
        const asked = one.trace.forward.find(({ name }) => name === 'output');
        expect(rows[objective]).toBe(asked?.rows); // what the core did
        expect(rows).toMatchObject({ softmax: facts.V, 'negative-sampling': 8 });
        const own = facts.cards.filter(({ chance }) => chance !== null);
        expect(own.map((card) => card.objective)).toEqual([objective]);
        expect(own[0].chance).toBeGreaterThan(0);
        expect(own[0].chance).toBeLessThan(1);
        expect(facts.noise).toHaveLength(7);
        expect(facts.target).toBe('crown');
        expect(facts.input).toBe(kind === 'cbow' ? '' : 'king');
      });
    }
  }

  it('know the depth of every word in the core’s tree', async () => {
    const { outputs } = await shown('cbow', 'softmax');
    const counts = (await /** @type {any} any: the first is a model */ (open[0]).vocabulary()).map(
      (/** @type {{count: number}} */ { count }) => count,
    );
    const depths = huffmanDepths(counts);
    if (!outputs) throw new Error('no tree');
    expect([...depths]).toEqual([...depths].map((_, id) => pathOf(outputs.tree, id).nodes.length));
  });
});
