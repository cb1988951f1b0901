// @vitest-environment jsdom
/** The view into a classifier: the numbers it shows are the core's, and its sums add up. */
import { render } from 'lit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trainImages } from '../../web/src/api/index.js';
import { addMessages } from '../../web/src/i18n/index.js';
import { en as insideEn } from '../../web/src/i18n/inside-en.js';
import { zh as insideZh } from '../../web/src/i18n/inside-zh.js';
import { en as pageEn } from '../../web/src/i18n/transfer-en.js';
import { en } from '../../web/src/i18n/transfer-inside-en.js';
import { zh } from '../../web/src/i18n/transfer-inside-zh.js';
import { zh as pageZh } from '../../web/src/i18n/transfer-zh.js';
import { figure, fixed } from '../../web/src/inside/figures.js';
import { Mosaic } from '../../web/src/transfer/inside/mosaic.js';
import { share } from '../../web/src/transfer/inside/names.js';
import { network } from '../../web/src/transfer/inside/network.js';
import { Networks, netsOf, WAYS } from '../../web/src/transfer/inside/networks.js';
import { stepTable, weightsOf, written } from '../../web/src/transfer/inside/one-step.js';
import { openedNumber } from '../../web/src/transfer/inside/opened.js';
import { LEVELS } from '../../web/src/transfer/inside/picture-net.js';
import {
  entryOf,
  pictureLoss,
  provePicture,
  strongestWeights,
} from '../../web/src/transfer/inside/picture-proof.js';
import { inUnits } from '../../web/src/transfer/inside/powers.js';
import { norm } from '../../web/src/transfer/inside/step-facts.js';
import { sceneOf } from '../../web/src/transfer/inside/tables.js';
import { pictures, network as shape } from './digits.js';

addMessages({ en: insideEn, zh: insideZh });
addMessages({ en: { ...pageEn, ...en }, zh: { ...pageZh, ...zh } });

/** @typedef {import('../../web/src/transfer/inside/picture-net.js').PictureNet} PictureNet */
/** @typedef {import('../../web/src/transfer/inside/networks.js').Way} Way */

const ofB = ['rising', 'falling'];
const pixels = pictures(1, ofB).pixels.subarray(0, 144);

const here = () => document.body;
const text = (/** @type {string} */ selector) =>
  here().querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const texts = (/** @type {string} */ selector) =>
  Array.from(here().querySelectorAll(selector), (one) =>
    (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
/** As it is written: −0.25. @param {string} written */
const number = (written) => Number(written.replace('−', '-').replace('+', ''));

const how = {
  full: 1,
  channel: 0,
  whole: false,
  choose: () => {},
  unfold: () => {},
  close: () => {},
};

describe('the view into a network', () => {
  /** @type {import('../../web/src/api/classifier.js').Classifier} */
  let a;
  /** @type {Networks} */
  let networks;
  /** @type {Record<Way, PictureNet>} */
  let nets;
  beforeAll(async () => {
    // Under jsdom the modules have addresses of a page, so the engine is told where its files are.
    const examples = pictures(60, ['across', 'down']);
    a = await trainImages({ examples, ...shape, assetBase: `file://${process.cwd()}/build/wasm/` });
    networks = new Networks({ minSteps: 20, epochs: 1 });
    networks.from({ model: a, examples: pictures(5, ofB), key: 1, seed: 1 });
    nets = await netsOf(networks, 'start', pixels, 'rising');
  });
  afterAll(async () => {
    await networks.close();
    await a.close();
  });

  it('computes the loss anew, and measures the slopes of back-propagation', () => {
    for (const way of WAYS) {
      const net = nets[way];
      expect(Math.abs(pictureLoss(net) - net.trace.loss)).toBeLessThan(1e-6 * net.trace.loss);
      let proved = 0;
      for (const level of LEVELS) {
        const slopes = net.backward(level);
        // The numbers of a level with the largest gradients; of pooled sums, only maxima have one.
        const order = Array.from(slopes.keys()).sort(
          (i, j) => Math.abs(slopes[j]) - Math.abs(slopes[i]),
        );
        for (const index of order.slice(0, 5)) {
          const number = net.open({ level, index });
          const place = { place: { level, index } };
          const entries = number
            ? [entryOf(number, net), ...strongestWeights(net, number)]
            : [entryOf(/** @type {any} any: a pixel has no sum */ (place), net)];
          for (const entry of entries) {
            const { relativeError, measured, gradient } = provePicture(net, entry, 1e-5);
            const what = JSON.stringify({ way, entry, measured, gradient });
            if (Math.abs(measured - gradient) > 1e-7)
              expect(relativeError, what).toBeLessThan(1e-5);
            if (gradient !== 0) proved += 1;
          }
        }
      }
      expect(proved).toBeGreaterThan(100);
    }
  });

  it('adds up every number to what the core computed', () => {
    for (const way of WAYS) {
      const net = nets[way];
      for (const level of LEVELS.slice(1)) {
        const values = net.forward(level);
        expect(values.length).toBeGreaterThan(0);
        for (let index = 0; index < values.length; index++) {
          const opened = net.open({ level, index });
          if (!opened) throw new Error('not opened');
          const sum = opened.channels.reduce((total, one) => total + one.sum, opened.bias);
          expect(sum).toBeCloseTo(opened.sum, 4);
          expect(opened.value).toBe(values[index]);
          expect(opened.value).toBe(opened.rectified ? Math.max(0, opened.sum) : opened.sum);
          expect(opened.gradient).toBe(net.backward(level)[index]);
          expect(Math.max(...opened.candidates.map((one) => one.value), opened.sum)).toBe(
            opened.sum,
          );
        }
      }
    }
    expect(nets.frozen.open({ level: 'image', index: 0 })).toBeNull();
  });

  it('shows the patch, the kernel, the products and a sum that adds up as written', () => {
    const net = nets.frozen;
    for (const level of /** @type {const} */ (['conv1', 'conv2', 'hidden', 'logits'])) {
      const values = net.forward(level);
      const index = values.reduce((best, x, i) => (x > values[best] ? i : best), 0);
      const opened = net.open({ level, index });
      if (!opened) throw new Error('not opened');
      render(openedNumber(opened, { ...how, net }), here());
      expect(text('#opened-title strong')).toContain(fixed(values[index]));
      const [patch, kernel, products] = Array.from(here().querySelectorAll('.products table'));
      if (level !== 'logits') {
        const cells = Array.from(products.querySelectorAll('td'), (td) => td.textContent?.trim());
        expect(cells).toHaveLength(opened.height * opened.width);
        opened.channels[0].products.forEach((x, i) => {
          expect(cells[i]).toBe(x === 0 ? '0' : fixed(x, 3));
        });
        expect(patch.querySelectorAll('td').length).toBe(kernel.querySelectorAll('td').length);
      }
      const amounts = texts('#opened-sum tbody td:last-child').map(number);
      const total = number(text('#opened-sum tfoot td'));
      expect(amounts.reduce((sum, x) => sum + x, 0)).toBeCloseTo(total, 6);
      expect(total).toBeCloseTo(opened.sum, 2);
    }
  });

  it('shows the scores, the bars and the percentages of the core', () => {
    const net = nets.scratch;
    const scene = sceneOf(net, 'values');
    const look = {
      ...how,
      shown: /** @type {const} */ ('values'),
      opened: null,
      number: null,
      open: () => {},
      tabulate: () => {},
    };
    render(network(net, scene, look), here());
    expect(texts('#classes tbody button')).toEqual(
      Array.from(net.forward('logits'), (x) => fixed(x, 2)),
    );
    expect(texts('#classes .share')).toEqual(
      Array.from(net.forward('probabilities'), (p) => share(p)),
    );
    expect(texts('#classes tr.true th')).toEqual(['rising (the true digit)']);
    expect(scene.blocks.filter(({ decoration }) => !decoration).map(({ id }) => id)).toEqual([
      ...LEVELS,
    ]);
  });

  it('lets the gradient pass a frozen layer, whose weights stay', () => {
    render(stepTable(nets, 'frozen', 'rising'), here());
    const cells = (/** @type {string} */ layer, /** @type {number} */ row) =>
      texts(`tbody[data-layer=${layer}] tr:nth-child(${row}) td`);
    for (const layer of ['conv1', 'conv2', 'hidden', 'head']) {
      const gradients = WAYS.map((way) =>
        norm(
          ['weight', 'bias'].map((part) => norm(nets[way].weights(`${layer}.${part}`).gradient)),
        ),
      );
      expect(cells(layer, 2)).toEqual(gradients.map(figure));
      expect(number(cells(layer, 2)[0])).toBeGreaterThan(0);
      expect(cells(layer, 2)[0]).toBe(cells(layer, 2)[1]); // frozen and fine-tuned begin alike
      const frozen = layer.startsWith('conv');
      expect(cells(layer, 3)[0] === '0, frozen').toBe(frozen);
      expect(number(cells(layer, 3)[1])).toBeGreaterThan(0);
      expect(number(cells(layer, 4)[0])).toBeGreaterThan(0);
    }
    const moved = WAYS.slice(1).map((way) => {
      const { before, after } = nets[way].weights('conv1.weight');
      return norm(after.map((x, i) => x - before[i]));
    });
    expect(moved[0]).toBeGreaterThan(0);
    expect(moved[0]).toBeLessThan(moved[1]); // fine-tuned: lower layers move less
  });

  it('shows the weights of a number before and after', () => {
    for (const way of WAYS) {
      const net = nets[way];
      const values = net.forward('conv1');
      const index = values.reduce((best, x, i) => (x > values[best] ? i : best), 0);
      const opened = net.open({ level: 'conv1', index });
      if (!opened) throw new Error('not opened');
      render(weightsOf(net, opened, 0, { value: 1, blame: 1 }), here());
      const tables = Array.from(here().querySelectorAll('.products table'), (table) =>
        Array.from(table.querySelectorAll('td'), (td) => td.textContent?.trim() ?? ''),
      );
      const { before, after, gradient } = net.weights('conv1.weight');
      const { at } = opened.channels[0];
      const change = inUnits(at.map((i) => after[i] - before[i]));
      expect(tables[0]).toEqual(
        at.map((i) => inUnits(at.map((n) => gradient[n])).text(gradient[i])),
      );
      expect(tables[1]).toEqual(at.map((i) => fixed(before[i], 3)));
      expect(tables[2]).toEqual(at.map((i) => change.text(after[i] - before[i])));
      expect(tables[2].every((cell) => cell === '0')).toBe(way === 'frozen');
      const line = text('#weight-line');
      expect(line.includes('stays')).toBe(way === 'frozen');
      if (way === 'frozen') continue;
      // A reader who recomputes the line comes to its result.
      const [from, rate, slope, to] = (line.match(/−?[\d.]+(?=\)|\s|$)/g) ?? []).map(number);
      const last = String(line.split('.').at(-1)).length;
      expect(Math.abs(from - rate * slope - to)).toBeLessThanOrEqual(1.01 * 10 ** -last);
    }
  });

  it('makes the networks anew from other examples, and trains them when asked', async () => {
    const trained = await netsOf(networks, 'trained', pixels, 'rising');
    expect(trained.frozen.forward('conv1')).toEqual(nets.frozen.forward('conv1'));
    expect(trained['fine-tuned'].forward('conv1')).not.toEqual(nets.frozen.forward('conv1'));
    const before = await networks.get('frozen', 'start');
    networks.from({ model: a, examples: pictures(4, ofB), key: 2, seed: 1 });
    const after = await networks.get('frozen', 'start');
    expect(after).not.toBe(before);
    expect(after.info.examples).toBe(8);
  });
});

it('writes a step with digits in which it can be recomputed', () => {
  expect(written(0.0155731, 0.0150271)).toEqual({ from: '0.0155731', to: '0.01503' });
  expect(written(-0.03508, -0.02446)).toEqual({ from: '−0.03508', to: '−0.024' });
  expect(written(0.25, 0.25)).toEqual({ from: '0.25000', to: '0.25000' });
});

it('lays maps beside and below each other, and finds every number again', () => {
  const values = Float32Array.from({ length: 3 * 2 * 5 }, (_, i) => i);
  const mosaic = new Mosaic({ values, height: 3, width: 2, channels: 5, across: 2, gap: 1 });
  expect([mosaic.rows, mosaic.cols, mosaic.wide, mosaic.high]).toEqual([9, 4, 5, 11]);
  for (let index = 0; index < values.length; index++) {
    const { row, col } = mosaic.cellOf(index);
    expect(mosaic.indexAt(row, col)).toBe(index);
    expect(mosaic.values[row * mosaic.cols + col]).toBe(index);
  }
  expect(mosaic.indexAt(8, 3)).toBe(-1);
  const { rows, columns } = mosaic.edges(50, 110);
  expect(columns.starts[2]).toBe(30);
  expect(rows.starts[3]).toBe(40);
  const frame = mosaic.frame({ channel: 3, y: 1, x: 0, height: 2, width: 2 });
  expect(frame.left).toBeCloseTo(3 / 5);
  expect(frame.top).toBeCloseTo(5 / 11);
});
