/** The picture of an NNLM: everything that stands on it, from its numbers (nnlm-net.js). */
import { t } from '../i18n/index.js';
import { fullScale } from '../plots/cells.js';
import { chance, fixed, moved, signed } from './figures.js';
import { guessMarks, laterMarks, lossMarks, mixMarks, readMarks } from './nnlm-marks.js';
import { placesOf } from './nnlm-places.js';
import { wiresOf } from './nnlm-wires.js';
import {
  BLAME,
  likeliest,
  lossBlock,
  NUDGE,
  oneHot,
  rowsOf,
  sampled,
  sized,
  stopNames,
} from './scene.js';
import { fitting } from './text-width.js';

/**
 * @typedef {import('./scene.js').Block} Block
 * @typedef {import('./scene.js').Look} Look
 * @typedef {import('./nnlm-net.js').NnlmNet} NnlmNet
 * @typedef {ReturnType<typeof placesOf>} Places
 */

const EMPTY = new Float32Array(0);

/** @param {NnlmNet} net @param {Look} look @returns {import('./scene.js').Scene} */
export function nnlmScene(net, look) {
  const shown = likeliest(net.p, net.target);
  const places = placesOf(net, shown.length, look);
  const full = {
    value: fullScale([net.Q, net.W1, net.W2, net.h]),
    blame: fullScale([net.blame.W2, net.blame.W1, net.blame.h, net.blame.x]),
  };
  return {
    width: look.width,
    height: places.height,
    blocks: blocksOf(net, look, places, shown),
    wires: look.narrow ? [] : wiresOf(net, look, places),
    marks: [
      ...readMarks(net, look, places),
      ...mixMarks(net, look, places),
      ...(look.stop >= 4 ? guessMarks(net, look, places, shown) : laterMarks(places, net)),
      ...lossMarks(net, look, places),
    ],
    stops: stopsOf(places),
    full,
    formula: net.W
      ? 'softmax( *W*_2_ tanh( *W*_1_ (*xQ*) + *b*_1_ ) + *W* (*xQ*) + *b*_2_ )'
      : 'softmax( *W*_2_ tanh( *W*_1_ (*xQ*) + *b*_1_ ) + *b*_2_ )',
    sentence: sentenceOf(net, look.stop),
    note: net.W ? t('inside.direct') : '',
  };
}

/** @param {NnlmNet} net @param {number} stop */
function sentenceOf(net, stop) {
  const p = net.p[net.target];
  const many = net.context.length;
  return t(`inside.say.${stop}`, {
    count: t(`inside.count.${Math.min(many, 11)}`, { many }),
    numbers: net.D,
    inputs: net.x.length,
    w: net.words[net.target],
    ...moved('p', 'after', p, stop === NUDGE ? net.pAfter[net.target] : p, 3),
    ...moved('loss', 'lossAfter', net.loss, stop === NUDGE ? net.lossAfter : net.loss, 2),
  });
}

/** @param {NnlmNet} net @param {Look} look @param {Places} at @param {number[]} shown @returns {Block[]} */
function blocksOf(net, { stop, narrow }, at, shown) {
  const { context, D, H, V, blame } = net;
  const wide = net.x.length;
  const back = stop >= BLAME;
  const tone = back ? 'blame' : 'value';
  const wordOf = (/** @type {number} */ row) => net.words[row] ?? '';
  const numberOf = (/** @type {number} */ i) => String(i + 1);
  const inputOf = (/** @type {number} */ j) =>
    `${net.words[context[Math.floor(j / D)]]} ${(j % D) + 1}`;
  const pick = (
    /** @type {Float32Array} */ value,
    /** @type {Float32Array} */ gradient,
    from = 1,
  ) => (stop < from ? EMPTY : back ? gradient : value);
  const read = stop >= 2 ? [...new Set(context)].sort((a, b) => a - b) : [];
  const common = {
    tone: /** @type {'value' | 'blame'} */ (tone),
    rowName: wordOf,
    colName: numberOf,
  };
  const hidden = { ...common, rowName: (/** @type {number} */ i) => `${i + 1}`, colName: () => '' };
  /** @type {Block[]} */
  const blocks = [
    {
      ...common,
      id: 'x',
      name: sized('x', V, context.length),
      box: at.x,
      rows: V,
      cols: context.length,
      values: oneHot(V, context),
      colName: (col) => wordOf(context[col]),
      look: 'blank',
      tone: 'value',
    },
    {
      ...common,
      id: 'Q',
      name: sized('Q', V, D),
      box: at.Q,
      rows: V,
      cols: D,
      values: back ? touched(net) : net.Q,
      large: read,
      dimmed: stop >= 2,
    },
    {
      ...common,
      id: 'lookup',
      name: sized('xQ', 1, wide),
      box: at.lookup,
      rows: 1,
      cols: wide,
      values: pick(net.x, blame.x, 2),
      rowName: () => '',
      colName: inputOf,
      every: D,
    },
    {
      ...hidden,
      id: 'W1',
      name: sized('W₁', H, wide),
      box: at.W1,
      rows: H,
      cols: wide,
      values: back ? blame.W1 : net.W1,
      colName: inputOf,
      every: D,
    },
    {
      ...hidden,
      id: 'b1',
      name: sized('b₁', H, 1),
      box: at.b1,
      rows: H,
      cols: 1,
      values: back ? blame.b1 : net.b1,
    },
    {
      ...hidden,
      id: 'z',
      name: sized('z', H, 1),
      box: at.z,
      rows: H,
      cols: 1,
      values: pick(net.z, blame.z, 3),
    },
    {
      ...hidden,
      id: 'h',
      name: sized('h', H, 1),
      box: at.h,
      rows: H,
      cols: 1,
      values: pick(net.h, blame.h, 3),
    },
    {
      ...common,
      id: 'lying',
      name: sized('h', 1, H),
      box: at.lying,
      rows: 1,
      cols: H,
      values: pick(net.h, blame.h, 4),
      rowName: () => '',
    },
  ];
  const W2 = back ? blame.W2 : net.W2;
  const output = { ...common, id: 'W2', name: sized('W₂', V, H), cols: H };
  if (stop < 4) return [...blocks, { ...output, box: at.W2whole, rows: V, values: W2 }];
  const rest = sampled(V, shown, Math.floor(at.rest.h));
  const column = {
    ...common,
    cols: 1,
    rows: shown.length,
    rowIds: shown,
    has: (/** @type {number} */ k) => k < V,
    look: /** @type {const} */ ('figures'),
  };
  const pitch = at.pitch;
  if (stop >= 5) {
    const box = { x: at.result.x - 64, y: at.result.y + 8, w: 64, h: 22 };
    blocks.push(lossBlock(box, net.loss));
  }
  return [
    ...blocks,
    {
      ...output,
      box: at.W2,
      rows: shown.length,
      rowIds: shown,
      has: column.has,
      values: rowsOf(W2, H, shown),
      bars: { pitch, thickness: narrow ? 16 : 13 },
    },
    {
      ...output,
      id: 'rest',
      box: at.rest,
      rows: rest.rows.length,
      rowIds: rest.rows,
      values: rowsOf(W2, H, rest.rows),
      decoration: true,
    },
    {
      ...column,
      id: 'scores',
      name: t(back ? 'inside.blameOf' : 'inside.scores'),
      box: at.scores,
      values: shown.map((k) => (back ? blame.y[k] : net.y[k])),
      text: back ? (v) => signed(v) : (v) => fixed(v),
      figureClass: back
        ? (k) => (blame.y[k] < 0 ? 'raise' : 'lower')
        : (k) => (k === net.target ? 'true' : ''),
      colName: () => '',
      bars: { pitch, thickness: pitch - 2 },
    },
    {
      ...column,
      id: 'p',
      name: t('inside.probabilities'),
      box: at.chances,
      values: shown.map((k) => (stop === NUDGE ? net.pAfter : net.p)[k]),
      text: chance,
      figureClass: (k) => (k === net.target ? 'true' : ''),
      tone: 'value',
      colName: () => '',
      bars: { pitch, thickness: pitch - 2 },
    },
  ];
}

/** Q's gradient: zero but for the rows that were read. @param {NnlmNet} net */
function touched({ blame, Q, D }) {
  const all = new Float32Array(Q.length);
  blame.Q?.of?.forEach((row, n) => {
    all.set(blame.Q?.values.subarray(n * D, (n + 1) * D) ?? [], row * D);
  });
  return all;
}

/** @param {Places} at @returns {import('./scene.js').Stop[]} */
function stopsOf(at) {
  const [, { x: from, y: first }, { x: to, y: next }] = at.stops;
  const room = (first === next ? to : 356) - from - 38;
  const subs = [
    t('inside.sub.read'),
    fitting([t('inside.sub.lookUpX'), t('inside.sub.lookUp')], room, 12.5),
    t('inside.sub.mix'),
    t('inside.sub.guess'),
    t('inside.sub.compare'),
    '',
    '',
  ];
  return at.stops.map(({ x, y, ends = false }, i) => ({
    stop: i + 1,
    shown: i + 1,
    x,
    y,
    ends,
    ...stopNames(i + 1, subs[i]),
  }));
}
