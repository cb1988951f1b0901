/** The pictures of Inside, built from real traces: what is shown adds up to what the core has. */
import { afterAll, describe, expect, it } from 'vitest';
import { create, load } from '../../web/src/api/index.js';
import { addMessages } from '../../web/src/i18n/index.js';
import { en } from '../../web/src/i18n/inside-en.js';
import { zh } from '../../web/src/i18n/inside-zh.js';
import { arranged, runningSums } from '../../web/src/inside/arithmetic.js';
import { changedText } from '../../web/src/inside/changed.js';
import { digitsFor } from '../../web/src/inside/figures.js';
import { headline } from '../../web/src/inside/headline.js';
import { Machine } from '../../web/src/inside/machine.js';
import { pictureOf, stopsOf } from '../../web/src/inside/pictures.js';

addMessages({ en, zh });

/** @typedef {Omit<import('../../web/src/api/types.js').CreateOptions, 'corpus'>} Options */
/** @typedef {import('../../web/src/inside/machine.js').Request} Request */
/** @type {{close(): Promise<void>}[]} */
const open = [];
afterAll(async () => {
  for (const one of open) await one.close();
});

/** @param {Options} options @param {number} steps */
async function trained(options, steps) {
  const model = await create({ corpus: { preset: 'relations-en' }, seed: 1, ...options });
  open.push(model);
  if (steps) await model.step(steps);
  return model;
}

/** Opens an example as inside-view does. @param {Awaited<ReturnType<typeof trained>>} model @param {Partial<Request>} request */
function opened(model, request) {
  return new Promise((resolve, reject) => {
    const machine = new Machine(() => (machine.fault ? reject(machine.fault) : resolve(machine)));
    open.push(machine);
    const usual = { step: 1, nth: 0, guess: null, following: false, alpha: null, kind: 'nnlm' };
    machine.want({ ...usual, model, typed: 'king found his crown', ...request });
  });
}

const look = { stop: 7, width: 1280, narrow: false, opened: null, lane: 0 };
const nnlm = /** @type {Options} */ ({ model: 'nnlm', context: 3, hidden: 64, batch: 32 });

/** Numbers here and there in every block. @param {import('../../web/src/inside/scene.js').Scene} scene */
function* places({ blocks }) {
  for (const { id, rows, cols, rowIds, values, decoration } of blocks) {
    if (decoration || !values.length) continue;
    for (const share of [0, 0.37, 0.99]) {
      const row = Math.floor(share * rows);
      yield { block: id, row: rowIds?.[row] ?? row, col: Math.floor(share * cols) };
    }
  }
}

/** Parts, bias and squeeze give the number; in the digits shown, too. @param {import('../../web/src/inside/arithmetic.js').Equation} equation @param {string} what */
function addsUp(equation, what) {
  const { parts, bias, sum, value, squeeze, kind } = equation;
  if (!parts.length) return;
  const total = /** @type {number} */ (runningSums(equation).pop());
  expect(Math.abs(total - sum), what).toBeLessThan(2e-5 * Math.max(1, Math.abs(sum)));
  const outer = { tanh: Math.tanh, sigmoid: (/** @type {number} */ x) => 1 / (1 + Math.exp(-x)) };
  if (squeeze) expect(outer[squeeze](sum), what).toBeCloseTo(value, 5);
  if (kind === 'softmax') {
    const [share] = equation.goes?.parts ?? [];
    expect((share.a ?? 0) / (share.b ?? 1), what).toBeCloseTo(value, 5);
  }
  const digits = digitsFor([sum, ...parts.map((part) => part.value)]);
  const shown = arranged(equation, digits);
  const units = shown.lines.reduce((all, line) => all + line.units, 0);
  expect(units + (shown.rest?.units ?? 0) + (shown.bias?.units ?? 0), what).toBe(shown.total);
  expect(shown.total, what).toBe(Math.sign(sum) * Math.round(Math.abs(sum) * 10 ** digits) + 0);
  expect(shown.bias === null, what).toBe(bias === null);
}

describe('an NNLM', () => {
  it('gives crown the probability of the picture, and says so', async () => {
    const model = await trained({ ...nnlm, epochs: 3 }, 2000);
    expect(await model.weightsHash()).toBe('8f323b7ae80e9434');
    const { shown } = await opened(model, {});
    const { scene } = pictureOf('nnlm', shown, { ...look, stop: 5 });
    expect(scene.sentence).toContain('‘crown’');
    expect(scene.sentence).toContain('0.178');
    expect(scene.sentence).toContain('1.73');
    const chances = scene.blocks.find(({ id }) => id === 'p');
    const words = Array.from(chances?.rowIds ?? [], (id) => chances?.rowName(id));
    expect(words.slice(0, 3)).toEqual(['sceptre', 'crown', 'jewels']);
    expect(chances?.text?.(chances.values[1])).toBe('0.178');
  });

  it.each([false, true])('adds up, forward and backward (direct: %s)', async (direct) => {
    const model = await trained({ ...nnlm, direct, epochs: 1 }, 300);
    const { shown } = await opened(model, {});
    const picture = pictureOf('nnlm', shown, look);
    let seen = 0;
    for (const place of places(picture.scene)) {
      const what = JSON.stringify(place);
      addsUp(picture.forward(place), what);
      const back = picture.backward(place);
      if (back) addsUp(back, `blame ${what}`);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(30);
  });

  it('shows no result before its stop', async () => {
    const model = await trained({ ...nnlm, epochs: 1 }, 50);
    const { shown } = await opened(model, {});
    const known = (/** @type {number} */ stop) =>
      pictureOf('nnlm', shown, { ...look, stop })
        .scene.blocks.filter(({ values }) => values.length > 0)
        .map(({ id }) => id);
    expect(known(1)).toEqual(['x', 'Q', 'W1', 'b1', 'W2']);
    expect(known(2)).toContain('lookup');
    expect(known(2)).not.toContain('z');
    expect(known(3)).toContain('h');
    expect(known(3)).not.toContain('p');
    expect(known(4)).toContain('p');
    const marks = (/** @type {number} */ stop) =>
      JSON.stringify(pictureOf('nnlm', shown, { ...look, stop }).scene.marks);
    expect(marks(4)).not.toContain('loss, in nats');
    expect(marks(5)).toContain('loss, in nats');
  });

  it('names a word that it does not know, and follows none', async () => {
    const model = await trained({ ...nnlm, epochs: 1 }, 0);
    await expect(opened(model, { typed: 'king zzz found yyy' })).rejects.toMatchObject({
      reason: 'unknown',
      words: ['zzz', 'yyy'],
    });
    await expect(opened(model, { typed: ' ' })).rejects.toMatchObject({ reason: 'noSentence' });
    const { shown } = await opened(model, { typed: 'king', guess: 1 });
    expect(shown.example.position).toBe(1); // the end of the sentence
    const { scene } = pictureOf('nnlm', shown, { ...look, stop: 5 });
    expect(scene.sentence).toContain('(ends)');
  });

  it('changes a copy, takes it back, and leaves the model as it is', async () => {
    const model = await trained({ ...nnlm, epochs: 1 }, 100);
    const hash = await model.weightsHash();
    const machine = await opened(model, {});
    const request = /** @type {Request} */ ({
      model,
      kind: 'nnlm',
      step: 1,
      typed: 'king found his crown',
      nth: 0,
      guess: null,
      following: false,
      alpha: null,
    });
    const loss = machine.shown.trace.loss;
    const entry = { name: 'output.bias', row: 0, col: 171 };
    const settled = () =>
      new Promise((resolve) => {
        machine.changed = () => resolve(null);
      });
    await machine.change({ name: 'set', entry, value: 3, before: 0 }, request);
    await settled();
    expect(machine.shown.hash).not.toBe(hash);
    expect(machine.shown.trace.loss).toBeLessThan(loss);
    await machine.change({ name: 'step', example: machine.shown.example }, request);
    await settled();
    const both = machine.shown.trace.loss;
    await machine.undo(request);
    await settled();
    expect(machine.shown.trace.loss).toBeGreaterThan(both);
    expect(machine.shown.hash).not.toBe(hash);
    await machine.undo(request);
    await settled();
    expect(machine.shown.hash).toBe(hash);
    expect(machine.shown.trace.loss).toBe(loss);
    expect(await model.weightsHash()).toBe(hash);
  });
});

const objectives = /** @type {const} */ (['softmax', 'hierarchical-softmax', 'negative-sampling']);
const kinds = /** @type {const} */ (['cbow', 'skip-gram']);
describe.each(kinds)('%s', (kind) => {
  it.each(objectives)('adds up, forward and backward: %s', async (objective) => {
    const model = await trained({ model: kind, objective }, 500);
    const { shown } = await opened(model, { kind, guess: 2 });
    const lane = kind === 'cbow' ? 0 : 1;
    const picture = pictureOf(kind, shown, { ...look, lane });
    const blamed = new Set();
    for (const place of places(picture.scene)) {
      const what = JSON.stringify(place);
      addsUp(picture.forward(place), what);
      const back = picture.backward(place);
      if (!back) continue;
      blamed.add(place.block);
      addsUp(back, `blame ${what}`);
    }
    expect([...blamed]).toEqual(expect.arrayContaining(['v', 'O', 'f']));
    const loss = picture.forward({ block: 'loss', row: 0, col: 0 });
    addsUp(loss, 'loss');
    expect(loss.value).toBeGreaterThan(0);
    for (const stop of stopsOf(kind)) {
      const { scene } = pictureOf(kind, shown, { ...look, stop });
      expect(scene.sentence).not.toMatch(/\{|inside\.|NaN|undefined/);
      expect(JSON.stringify(scene.marks)).not.toMatch(/NaN|undefined|null/);
    }
  });
});

it('a step names the rows that it changed', async () => {
  const typed = 'king found his crown';
  const said = async (/** @type {Options} */ options, /** @type {string} */ kind) => {
    const model = await trained(options, 20);
    return changedText((await opened(model, { kind, typed, guess: 3 })).shown);
  };
  expect(await said({ ...nnlm, epochs: 1 }, 'nnlm')).toBe(
    'This step changed 3 of 260 rows of *Q* (king, found, his); all of *W*_1_, *b*_1_, *W*_2_, *b*_2_.',
  );
  const softmax = await said({ model: 'skip-gram', objective: 'softmax' }, 'skip-gram');
  expect(softmax).toBe(
    'This step changed 3 of 258 rows of *Q* (found, his, king); all of the output matrix.',
  );
  const noise = await said({ model: 'cbow', objective: 'negative-sampling' }, 'cbow');
  expect(noise).toMatch(/; 6 of 258 rows of the output matrix \(.*crown.*\)\.$/);
  const tree = await said({ model: 'cbow', objective: 'hierarchical-softmax' }, 'cbow');
  expect(tree).toMatch(/; \d of 257 rows of the output matrix: those of the nodes on the way\.$/);
  expect(await said({ model: 'elmo', vectorSize: 6, cellSize: 6 }, 'elmo')).toBe(
    'This step changed 6 of 260 rows of *Q* ((begins), king, found, his, crown, (ends)); all weights of both readers and of the softmax.',
  );
});

it.each(objectives)("an input's losses add up to the window's: %s", async (objective) => {
  const model = await trained({ model: 'skip-gram', objective }, 500);
  const { shown } = await opened(model, { kind: 'skip-gram', guess: 2 });
  const { readWord2vec } = await import('../../web/src/inside/word2vec-net.js');
  const { words, alpha } = shown;
  const losses = [0, 1, 2].map(
    (lane) =>
      readWord2vec(shown.trace, shown.weights, {
        words,
        alpha,
        model: 'skip-gram',
        objective,
        lane,
      }).loss,
  );
  expect(losses.reduce((a, b) => a + b)).toBeCloseTo(shown.trace.loss, 4);
});

it('every picture has places within its frame, wide and narrow', async () => {
  for (const options of [nnlm, { model: 'cbow' }, { model: 'skip-gram' }]) {
    const kind = String(options.model);
    const model = await trained(/** @type {Options} */ (options), 20);
    const { shown } = await opened(model, { kind });
    for (const [width, narrow] of /** @type {[number, boolean][]} */ ([
      [1300, false],
      [920, false],
      [356, true],
    ])) {
      const { scene } = pictureOf(kind, shown, { ...look, width, narrow });
      for (const { id, box } of scene.blocks) {
        expect(box.x, `${kind} ${id} ${width}`).toBeGreaterThanOrEqual(0);
        expect(box.w, `${kind} ${id} ${width}`).toBeGreaterThan(4);
        expect(box.x + box.w, `${kind} ${id} ${width}`).toBeLessThanOrEqual(width);
        expect(box.y + box.h, `${kind} ${id} ${width}`).toBeLessThanOrEqual(scene.height);
      }
    }
  }
});

it('draws a diverged model, and vectors from a file', async () => {
  const model = await trained({ ...nnlm, epochs: 1 }, 20);
  const { shown } = await opened(model, {});
  for (const { values } of [...shown.trace.forward, ...shown.trace.backward])
    values.fill(Number.NaN);
  Object.assign(shown.trace, { loss: Number.NaN, lossAfter: Number.NaN });
  for (const stop of stopsOf('nnlm')) {
    const { scene, forward } = pictureOf('nnlm', shown, { ...look, stop });
    expect(scene.sentence).not.toMatch(/undefined|inside\./);
    for (const place of places(scene)) expect(forward(place).symbol).toBeTruthy();
  }
  const vectors = await load(new TextEncoder().encode('3 2\nking 1 2\nqueen 3 4\nman 5 -6\n'));
  open.push(vectors);
  const read = await opened(/** @type {any} any: vectors alone */ (vectors), {
    kind: 'loaded',
    typed: 'man',
  });
  const { scene, forward } = pictureOf('loaded', read.shown, { ...look, stop: 2 });
  expect(scene.sentence).toContain('row 3 of Q');
  const second = forward({ block: 'c', row: 0, col: 1 });
  expect(second.value).toBe(-6);
  expect(second.parts.map(({ value }) => value + 0)).toEqual([0, 0, -6]);
  expect(headline(second, false, 2)).toBe('*c*_2_ = 0 × 2.00 + … + 1 × (−6.00) = −6.00');
});
