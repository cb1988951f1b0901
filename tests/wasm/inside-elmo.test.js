/** The picture of an ELMo, built from real traces: what is shown adds up to what the core has. */
import { describe, expect, it } from 'vitest';
import { setLanguage } from '../../web/src/i18n/index.js';
import { runningSums } from '../../web/src/inside/arithmetic.js';
import { agreeing, cellStory } from '../../web/src/inside/elmo-cell.js';
import { laneId, READERS, stepOf } from '../../web/src/inside/elmo-net.js';
import { pictureOf, stopsOf } from '../../web/src/inside/pictures.js';
import { look, netOf, opened, shapes, shownBy, trained } from './inside-elmo.js';

const CLIP = 3; // of a cell, by default

/** A number as it is written. @param {string} text */
const read = (text) => Number(text.replaceAll('−', '-').replace(/[()]/g, ''));

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

it('digits are taken until rounded terms add up', () => {
  expect(agreeing([1.31, 0.33], 1.64)).toBe(2);
  expect(agreeing([0.004, 0.004], 0.008)).toBe(3); // 0.00 + 0.00 is not 0.01
  expect(agreeing([Number.NaN, 1], Number.NaN)).toBeLessThanOrEqual(7);
});
