/** The picture of an ELMo, built from real traces: what is shown adds up to what the core has. */
import { afterAll, describe, expect, it } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { addMessages, setLanguage } from '../../web/src/i18n/index.js';
import { en as elmoEn } from '../../web/src/i18n/inside-elmo-en.js';
import { zh as elmoZh } from '../../web/src/i18n/inside-elmo-zh.js';
import { en } from '../../web/src/i18n/inside-en.js';
import { zh } from '../../web/src/i18n/inside-zh.js';
import { runningSums } from '../../web/src/inside/arithmetic.js';
import { besideLanes, cellBeside, likeness, othersWith } from '../../web/src/inside/elmo-beside.js';
import { agreeing, cellStory } from '../../web/src/inside/elmo-cell.js';
import {
  columnOf,
  laneId,
  READERS,
  readElmo,
  slotOf,
  stepOf,
} from '../../web/src/inside/elmo-net.js';
import { Machine } from '../../web/src/inside/machine.js';
import { pictureOf, stopsOf } from '../../web/src/inside/pictures.js';

addMessages({ en, zh });
addMessages({ en: elmoEn, zh: elmoZh });

/** @typedef {Omit<import('../../web/src/api/types.js').CreateOptions, 'corpus'>} Options */
/** @type {{close(): Promise<void>}[]} */
const open = [];
afterAll(async () => {
  for (const one of open) await one.close();
});

/** @param {Options} options @param {number} [steps] */
async function trained(options, steps = 30) {
  const corpus = { preset: /** @type {const} */ ('relations-en') };
  const model = await create({ corpus, seed: 1, model: 'elmo', epochs: 1, ...options });
  open.push(model);
  await model.step(steps);
  return model;
}

const CLIP = 3; // of a cell, by default
const typed = 'king found his crown';

/** @param {Awaited<ReturnType<typeof trained>>} model @param {object} [request] @returns {Promise<Machine>} */
function opened(model, request) {
  return new Promise((resolve, reject) => {
    const machine = new Machine(() => (machine.fault ? reject(machine.fault) : resolve(machine)));
    open.push(machine);
    const usual = { step: 1, nth: 0, guess: null, following: false, alpha: null, kind: 'elmo' };
    machine.want({ ...usual, model, typed, ...request });
  });
}

/** @param {Machine} machine */
function shownBy({ shown }) {
  if (!shown) throw new Error('nothing is shown');
  return shown;
}

const look = { stop: 7, width: 1280, narrow: false, opened: null, lane: 0 };
const netOf = (/** @type {import('../../web/src/inside/machine.js').Shown} */ shown) =>
  readElmo(shown.trace, shown.weights, {
    words: shown.words,
    position: shown.example.position,
    alpha: shown.alpha,
  });

/** A number as it is written. @param {string} text */
const read = (text) => Number(text.replaceAll('−', '-').replace(/[()]/g, ''));

/** @type {[string, Options][]} */
const shapes = [
  ['as the page trains it', {}],
  ['one layer', { layers: 1 }],
  ['with a projection and skips', { cellSize: 24, vectorSize: 16, skipConnections: true }],
  ['from the letters', { charCnn: true, vectorSize: 16, cellSize: 16 }],
];

describe.each(shapes)('an ELMo %s', (_name, options) => {
  it('says of each cell what is kept, written and shown, in digits that add up', async () => {
    const shown = shownBy(await opened(await trained(options)));
    const net = netOf(shown);
    const how = { blamed: true, width: 320 };
    for (const reader of READERS) {
      for (const { layer, cell } of net[reader].layers) {
        for (let col = 0; col < cell.length; col += 3) {
          const place = { block: laneId(reader, layer, 'cell'), row: 0, col };
          const story = cellStory(net, place, how);
          if (!story) throw new Error(`no cell ${JSON.stringify(place)}`);
          const [before, keep, write, candidate, after, show, out] = story.rows.map(
            ({ value }) => value,
          );
          const sum = keep * before + write * candidate;
          expect(Math.max(-CLIP, Math.min(CLIP, sum))).toBeCloseTo(after, 5);
          expect(story.numbers.clipped !== '', `${sum}`).toBe(Math.abs(sum) > CLIP + 5e-4);
          expect(show * Math.tanh(after)).toBeCloseTo(out, 5);
          // '= 1.31 + 0.33 = ' and '1.64': as it is written
          const { memory, result, shown: second, out: last } = story.numbers;
          const [a, sign, b] = memory[2].replace(/^= /, '').split(' ');
          const digits = result.split('.')[1].length;
          expect(read(a) + (sign === '+' ? 1 : -1) * read(b)).toBeCloseTo(read(result), digits + 1);
          const [p, q] = /** @type {string[]} */ (second[1].match(/[−\d.]+/g) ?? []);
          expect(Math.abs(read(p) * Math.tanh(read(q)) - read(last))).toBeLessThan(0.0065);
          expect(story.path[story.slot].value).toBe(after);
        }
      }
    }
  });

  it('hands the memory of one word on to the next one that is read', async () => {
    const shown = shownBy(await opened(await trained(options)));
    const net = netOf(shown);
    for (const reader of READERS) {
      for (let step = 0; step < net.steps; step++) {
        const slot = reader === 'f' ? step : net.steps - 1 - step;
        expect(stepOf(net, reader, slot)).toBe(step);
        const block = laneId(reader, 1, 'cell');
        const at = (/** @type {number} */ n) =>
          cellStory(net, { block, row: 0, col: n * net.C + 5 }, { blamed: false, width: 320 });
        const past = reader === 'f' ? slot - 1 : slot + 1;
        const before = step === 0 ? 0 : at(past)?.rows[4].value;
        expect(at(slot)?.rows[0].value).toBe(before);
        const long = reader === 'f' ? 'forward' : 'backward';
        const core = shown.trace.forward.find(({ name }) => name === `${long}.lstm1.cell`);
        expect(at(slot)?.rows[4].value).toBe(core?.values[step * net.C + 5]);
      }
    }
  });

  it('computes each gate, score and output from what it says', async () => {
    const shown = shownBy(await opened(await trained(options)));
    const picture = pictureOf('elmo', shown, look);
    const net = netOf(shown);
    const squeeze = {
      tanh: Math.tanh,
      sigmoid: (/** @type {number} */ x) => 1 / (1 + Math.exp(-x)),
    };
    for (const reader of READERS) {
      for (let layer = 1; layer <= net.layers; layer++) {
        for (const what of ['keep', 'write', 'candidate', 'show', 'cell', 'hidden']) {
          for (const slot of [0, 2, net.steps - 1]) {
            const { hidden } = net[reader].layers[layer - 1];
            const wide = what === 'hidden' ? hidden.length / net.steps : net.C;
            const col = slot * wide + 3;
            const place = { block: laneId(reader, layer, what), row: 0, col };
            const equation = picture.forward(place);
            const { sum, squeeze: outer, value, parts } = equation;
            expect(parts.length).toBeGreaterThan(0);
            expect(runningSums(equation).pop()).toBeCloseTo(sum, 4);
            const given = outer ? squeeze[outer](sum) : Math.max(-CLIP, Math.min(CLIP, sum));
            expect(given, JSON.stringify(place)).toBeCloseTo(value, 4);
          }
        }
      }
      for (const col of [0, net.steps - 1]) {
        const place = { block: `${reader}-guess`, row: 0, col };
        const { value, goes } = picture.forward(place);
        const [share] = goes?.parts ?? [];
        expect((share.a ?? 0) / (share.b ?? 1)).toBeCloseTo(value, 5);
        const back = picture.backward(place);
        expect(runningSums(/** @type {any} any: not null */ (back)).pop()).toBeCloseTo(
          back?.value ?? Number.NaN,
          6,
        );
      }
    }
  });

  it('blames what the loss blames: measured in double precision', async () => {
    const model = await trained(options);
    const machine = await opened(model);
    const shown = shownBy(machine);
    const picture = pictureOf('elmo', shown, look);
    const { C, D } = netOf(shown);
    const places = [
      { block: 'f1-gates', row: 0, col: 4 * C + 2 * C + 3 },
      { block: 'b1-gates', row: 0, col: 3 * 4 * C + 7 },
      { block: 'f1-hidden', row: 0, col: 5 },
      { block: 'b1-show', row: 0, col: 2 * C + 4 },
      { block: 'f-guess', row: 0, col: 1 },
      { block: 'b-guess', row: 1, col: 0 },
      ...(options.charCnn ? [] : [{ block: 'tokens', row: 0, col: 2 * D + 3 }]),
    ];
    for (const place of places) {
      const entry = picture.entry(place);
      if (!entry) throw new Error(`no entry ${JSON.stringify(place)}`);
      const { measured } = await machine.prove(entry, 1e-5);
      const back = picture.backward(place);
      expect(back?.value, JSON.stringify(entry)).toBeCloseTo(measured, 6);
      if (!back?.parts.length) continue;
      expect(runningSums(back).pop(), JSON.stringify(entry)).toBeCloseTo(measured, 6);
    }
  });

  it('has a sentence and whole marks at every stop, wide and narrow, in both languages', async () => {
    const shown = shownBy(await opened(await trained(options), { guess: 1 }));
    for (const language of /** @type {const} */ (['zh', 'en'])) {
      setLanguage(language);
      for (const stop of stopsOf('elmo')) {
        for (const [width, narrow] of /** @type {[number, boolean][]} */ ([
          [1300, false],
          [920, false],
          [356, true],
        ])) {
          const { scene } = pictureOf('elmo', shown, { ...look, stop, width, narrow });
          const { blocks, marks, wires, wide = width, height } = scene;
          expect(scene.stops.map(({ sub }) => sub)).not.toContain('…');
          expect(scene.sentence).not.toMatch(/\{|inside\.|NaN|undefined/);
          expect(JSON.stringify([marks, wires, scene.stops, scene.formula])).not.toMatch(
            /NaN|undefined|null|inside\./,
          );
          for (const { id, box, name } of blocks) {
            expect(name).not.toMatch(/\{|inside\./);
            expect(box.x, id).toBeGreaterThanOrEqual(0);
            expect(box.x + box.w, id).toBeLessThanOrEqual(wide);
            expect(box.y + box.h, id).toBeLessThanOrEqual(height);
          }
        }
      }
    }
  });
});

describe('the lanes', () => {
  it('name three likeliest words of each guess, and the true one', async () => {
    const shown = shownBy(await opened(await trained({}, 300)));
    const net = netOf(shown);
    const sentence = [...shown.trace.sentence];
    for (const reader of READERS) {
      const { guessed, targets, p } = net[reader];
      guessed.forEach((ids, slot) => {
        const column = columnOf(reader, slot);
        const true_ = net.columns[reader === 'f' ? column + 1 : column - 1];
        expect(targets[slot]).toBe(true_);
        expect(ids).toContain(true_);
        const chances = p.subarray(slot * net.words.length, (slot + 1) * net.words.length);
        expect(chances[ids[0]]).toBe(Math.max(...chances));
      });
    }
    expect(net.columns.slice(1, -1)).toEqual(sentence);
    const { scene } = pictureOf('elmo', shown, { ...look, stop: 5 });
    const { p, targets } = net.f;
    const last = p[3 * net.words.length + targets[3]];
    expect(scene.sentence).toContain(last.toFixed(3).slice(0, 4));
    expect(scene.sentence).toContain(shown.trace.loss.toFixed(2));
  });

  it('show no result before its stop', async () => {
    const shown = shownBy(await opened(await trained({})));
    const known = (/** @type {number} */ stop) =>
      pictureOf('elmo', shown, { ...look, stop })
        .scene.blocks.filter(({ values }) => values.length)
        .map(({ id }) => id);
    expect(known(1)).toEqual([]);
    expect(known(2)).toEqual(['tokens']);
    expect(known(3)).toContain('b2-cell');
    expect(known(3)).not.toContain('f-guess');
    expect(known(4)).toContain('b-guess');
    expect(known(6)).toContain('f1-gates');
    const place = { block: 'f1-cell', row: 0, col: 3 };
    expect(pictureOf('elmo', shown, { ...look, stop: 2 }).cell?.(place, 320)).toBeNull();
    expect(pictureOf('elmo', shown, { ...look, stop: 3 }).cell?.(place, 320)).not.toBeNull();
  });

  it('draw one word, a repeated word, a long sentence, and numbers that are none', async () => {
    const model = await trained({});
    for (const words of ['king', 'king king king', Array(40).fill('king').join(' ')]) {
      const shown = shownBy(await opened(model, { typed: words }));
      const { scene, entry } = pictureOf('elmo', shown, look);
      expect(scene.sentence).not.toMatch(/NaN|undefined/);
      // A word that comes twice has one row in Q, which is blamed for both.
      const once = words === 'king';
      expect(entry({ block: 'tokens', row: 0, col: 32 }) !== null).toBe(once);
    }
    const shown = shownBy(await opened(model));
    for (const { values } of [...shown.trace.forward, ...shown.trace.backward]) {
      values.fill(Number.NaN);
    }
    const picture = pictureOf('elmo', shown, look);
    expect(picture.cell?.({ block: 'f2-cell', row: 0, col: 0 }, 320)?.numbers.result).toBe('NaN');
    await expect(opened(model, { typed: 'king zzz' })).rejects.toMatchObject({ words: ['zzz'] });
  });

  it('the nudge lowers the loss, and says so', async () => {
    const { trace } = shownBy(await opened(await trained({}, 300)));
    expect(trace.lossAfter).toBeLessThan(trace.loss);
  });
});

it('digits are taken until rounded terms add up', () => {
  expect(agreeing([1.31, 0.33], 1.64)).toBe(2);
  expect(agreeing([0.004, 0.004], 0.008)).toBe(3); // 0.00 + 0.00 is not 0.01
  expect(agreeing([Number.NaN, 1], Number.NaN)).toBeLessThanOrEqual(7);
});

describe('a second sentence with the same word', () => {
  const beside = 'the queen found a crown in her palace';

  it.each(shapes)(
    '%s: each reader differs only by the words that it has read',
    async (_, options) => {
      const shown = shownBy(
        await opened(await trained(options), {
          typed: 'king found his crown',
          beside: 'queen found his crown',
        }),
      );
      const second = shown.beside;
      if (!second?.trace) throw new Error('not followed');
      const rows = likeness(shown.trace, 3, second.trace, second.position);
      const net = netOf(shown);
      expect(rows).toHaveLength(net.layers + 1);
      expect(rows[0].both).toBeCloseTo(1, 6);
      for (const { layer, f, b, both } of rows.slice(1)) {
        expect(b, `layer ${layer}`).toBeCloseTo(1, 6); // nothing differs after the word
        expect(f).toBeLessThan(0.999999);
        expect(both).toBeLessThan(1);
      }
    },
  );

  it('shows both memories as the core has them, the word in one column', async () => {
    const shown = shownBy(await opened(await trained({}), { beside }));
    const { trace, position } = shown.beside ?? {};
    if (!trace) throw new Error('not followed');
    const net = netOf(shown);
    const other = readElmo(trace, shown.weights, {
      words: shown.words,
      position: position ?? 0,
      alpha: 1,
    });
    for (const reader of READERS) {
      const { lanes, shift } = besideLanes(net, other, { reader, layer: 2, width: 900 });
      const [first, second] = lanes.map(({ words }) => words.find(({ common }) => common));
      expect([first?.text, second?.text]).toEqual(['crown', 'crown']);
      expect(first?.x).toBe(second?.x);
      const long = reader === 'f' ? 'forward' : 'backward';
      const core = trace.forward.find(({ name }) => name === `${long}.lstm2.cell`);
      const step = stepOf(other, reader, slotOf(other, reader, other.column));
      const column = net.column + shift;
      for (const cell of [0, 7])
        expect(lanes[1].block.values[column * net.C + cell]).toBe(
          core?.values[step * net.C + cell],
        );
      // Pressed in the second sentence, a cell is opened at the word of the first.
      const place = cellBeside(
        net,
        { reader, layer: 2, shift },
        { block: 'beside-second', row: 0, col: 5 },
      );
      expect(place).toEqual({
        block: `${reader}2-cell`,
        row: 0,
        col: slotOf(net, reader, net.column) * net.C + 5,
      });
      const story = cellStory(net, place, { blamed: false, width: 320, other });
      expect(story?.other?.[slotOf(net, reader, net.column)]).toBe(core?.values[step * net.C + 5]);
    }
  });

  it.each([
    ['king found zzz crown', 'unknown', ['zzz']],
    ['king found his throne', 'elmo.beside.lacks', ['crown']],
  ])('says what is wrong with “%s”', async (text, reason, words) => {
    const shown = shownBy(await opened(await trained({}), { beside: text }));
    expect(shown.beside?.trace).toBe(null);
    expect(shown.beside?.fault).toMatchObject({ reason, words });
  });

  it('offers sentences of the text with the word', async () => {
    const { others } = shownBy(await opened(await trained({}), {}));
    expect(others.length).toBeGreaterThan(0);
    for (const text of others) expect(text.split(' ')).toContain('crown');
  });
});

it('offers the most different sentences first, and no sentence twice', () => {
  const sentences = ['a b c', 'a b d', 'a x y', 'a b c', 'u v w', 'a p q'].map((text) =>
    text.split(' '),
  );
  expect(othersWith(sentences, 'a', ['a', 'b', 'c'], 2)).toEqual(['a x y', 'a p q']);
  expect(othersWith(sentences, 'z', ['a'], 2)).toEqual([]);
});
