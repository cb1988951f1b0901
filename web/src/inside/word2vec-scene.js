/** The picture of CBOW and Skip-gram, from their numbers (word2vec-net.js). */
import { t } from '../i18n/index.js';
import { fullScale } from '../plots/cells.js';
import { chance, fixed, moved, signed } from './figures.js';
import { BLAME, likeliest, lossBlock, NUDGE, rowsOf, sampled, sized } from './scene.js';
import { marksOf } from './word2vec-marks.js';
import { chanceOf, rowNames } from './word2vec-net.js';
import { placesOf } from './word2vec-places.js';
import { wiresOf } from './word2vec-wires.js';

/**
 * @typedef {import('./scene.js').Block} Block
 * @typedef {import('./scene.js').Look} Look
 * @typedef {import('./word2vec-net.js').Word2vecNet} Net
 * @typedef {ReturnType<typeof placesOf>} Places
 */

/** Names of rows of the output matrix: words, or nodes of the tree. @param {Net} net */
export const outputName = (net) => rowNames(net, (node) => t('inside.node', { node }));

/** Which of the asked rows are named: all, or of a full softmax the likeliest. @param {Net} net */
export const namedRows = (net) =>
  net.objective === 'softmax'
    ? likeliest(net.p, net.labels.indexOf(1), 6)
    : net.rows.map((_, n) => n);

/** @param {Net} net @param {Look} look @returns {import('./scene.js').Scene} */
export function word2vecScene(net, look) {
  const named = namedRows(net);
  const rest = named.length < net.rows.length;
  const places = placesOf(net, named.length, rest, look);
  const full = {
    value: fullScale([net.Q, net.O]),
    blame: fullScale([net.blame.v, net.blame.O]),
  };
  return {
    width: look.width,
    height: places.height,
    blocks: blocksOf(net, look, places, named),
    wires: look.narrow ? [] : wiresOf(net, look, places, named),
    marks: marksOf(net, look, places, named),
    stops: places.stops.map(({ stop, shown, x, y, ends = false }) => ({
      stop,
      shown,
      x,
      y,
      ends,
      name: t(`inside.stop.${stop}`),
      sub: subOf(net, stop),
    })),
    full,
    formula:
      net.objective === 'softmax'
        ? 'softmax( *W*_1_ (*xQ*) + *b*_1_ ) → softmax( *o* · *xQ* )'
        : 'softmax( *W*_1_ (*xQ*) + *b*_1_ ) → σ( *o* · *xQ* )',
    sentence: sentenceOf(net, look.stop),
  };
}

/** @param {Net} net @param {number} stop */
function subOf({ objective, averages }, stop) {
  if (stop === 1) return t('inside.oneHotX');
  if (stop === 2) return t(averages ? 'inside.sub.lookUpMean' : 'inside.sub.lookUpOne');
  if (stop === 3) return t('inside.sub.noMix');
  if (stop === 4) return t(`inside.sub.guess.${objective}`);
  return stop === 5 ? t('inside.sub.error') : '';
}

/** @param {Net} net @param {number} stop */
function sentenceOf(net, stop) {
  const { objective, averages, words, window, lane } = net;
  const own =
    stop === 1 || stop === 2 ? (averages ? '.cbow' : '') : stop === 7 ? '' : `.${objective}`;
  const many = window.length;
  const p = chanceOf(net.p, net);
  return t(`inside.w2v.${stop === 3 ? 2 : stop}${stop === 3 && averages ? '.cbow' : own}`, {
    input: words[window[lane]],
    count: t(`inside.count.${Math.min(many, 11)}`, { many }),
    many,
    numbers: net.D,
    noise: net.rows.length - 1,
    w: words[net.target],
    ...moved('p', 'after', p, stop === NUDGE ? chanceOf(net.pAfter, net) : p, 3),
    loss: fixed(net.loss),
    ...moved('all', 'allAfter', net.all, stop === NUDGE ? net.allAfter : net.all, 2),
  });
}

const EMPTY = new Float32Array(0);

/** @param {Net} net @param {Look} look @param {Places} at @param {number[]} named @returns {Block[]} */
function blocksOf(net, { stop }, at, named) {
  const { words, window, D, V, blame, averages } = net;
  const wordOf = (/** @type {number} */ id) => words[id] ?? '';
  const outputOf = outputName(net);
  const common = {
    tone: /** @type {'value' | 'blame'} */ ('value'),
    rowName: wordOf,
    colName: (/** @type {number} */ i) => `${i + 1}`,
  };
  const hot = new Uint8Array(V);
  for (const id of averages ? window : [window[net.lane]]) hot[id] = 1;
  /** @type {Block[]} */
  const blocks = [
    {
      ...common,
      id: 'x',
      name: sized('x', V, 1),
      box: at.x,
      rows: V,
      cols: 1,
      values: hot,
      colName: () => '',
      look: 'blank',
    },
    {
      ...common,
      id: 'Q',
      name: sized('Q', V, D),
      box: at.Q,
      rows: V,
      cols: D,
      values: net.Q,
      large: at.large.Q,
      dimmed: stop >= 2,
    },
  ];
  if (averages) {
    blocks.push({
      ...common,
      id: 'stack',
      name: sized('xQ', window.length, D),
      box: at.stack,
      rows: window.length,
      cols: D,
      values: stop >= 2 ? net.inputs : EMPTY,
      rowName: (row) => wordOf(window[row]),
      bars: { pitch: at.stack.h / window.length, thickness: at.stack.h / window.length - 2 },
    });
  }
  const one = { ...common, rows: 1, cols: D, rowName: () => '' };
  blocks.push({
    ...one,
    id: 'v',
    name: sized('v', 1, D),
    box: at.v,
    values: stop >= 2 ? net.v : EMPTY,
  });
  if (stop >= BLAME) {
    blocks.push({
      ...one,
      id: 'dv',
      name: t('inside.blameV'),
      box: at.dv,
      values: blame.v,
      tone: 'blame',
    });
  }
  if (stop >= 4) blocks.push(...asked(net, stop, at, named));
  if (stop >= 5) {
    const right = at.lift ? at.tracks.x + at.tracks.w : at.band.x + at.band.w;
    const y = at.rows.y + at.rows.h + (at.lift ? 7 : 3);
    blocks.push(lossBlock({ x: right - 320, y, w: 320, h: 20 }, net.loss));
  }
  blocks.push({
    ...common,
    id: 'matrix',
    name: sized(t('inside.outputMatrix'), net.nodes, D),
    box: at.matrix,
    rows: net.nodes,
    cols: D,
    values: net.O,
    rowName: outputOf,
    large: at.large.matrix,
    dimmed: stop >= 4 && at.large.matrix.length > 0,
  });
  return blocks;
}

/** The rows that are asked, and what came out. @param {Net} net @param {number} stop @param {Places} at @param {number[]} named @returns {Block[]} */
function asked(net, stop, at, named) {
  const { D, rows, labels, p } = net;
  const ids = named.map((n) => rows[n]);
  const { pitch, thickness } = at;
  const tall = pitch * named.length;
  const outputOf = outputName(net);
  const place = (/** @type {number} */ id) => rows.indexOf(id);
  const isTrue = (/** @type {number} */ id) => (labels[place(id)] === 1 ? 'true' : '');
  const after = stop === NUDGE ? net.pAfter : p;
  const figures = {
    rows: named.length,
    cols: 1,
    rowIds: ids,
    has: (/** @type {number} */ id) => rows.includes(id),
    rowName: outputOf,
    colName: () => '',
    tone: /** @type {const} */ ('value'),
    look: /** @type {const} */ ('figures'),
    bars: { pitch, thickness: Math.min(pitch - 2, 30) },
  };
  /** @type {Block[]} */
  const blocks = [
    {
      ...figures,
      id: 'O',
      name: sized('o', named.length, D),
      box: { ...at.O, h: tall },
      cols: D,
      values: rowsOf(net.outputs, D, named),
      colName: (i) => `${i + 1}`,
      look: 'cells',
      bars: { pitch, thickness },
    },
    {
      ...figures,
      id: 'f',
      name: 'o · v',
      box: { ...at.f, h: tall },
      values: named.map((n) => net.f[n]),
      text: (value) => fixed(value),
    },
    {
      ...figures,
      id: 'p',
      name: net.objective === 'softmax' ? t('inside.probabilities') : 'σ',
      box: { ...at.p, h: tall },
      values: named.map((n) => after[n]),
      text: net.objective === 'softmax' ? chance : (value) => fixed(value),
      figureClass: isTrue,
    },
  ];
  if (stop >= 5) {
    blocks.push({
      ...figures,
      id: 'e',
      name: t('inside.errors'),
      box: { ...at.e, h: tall },
      values: named.map((n) => labels[n] - p[n]),
      text: (value) => signed(value),
      figureClass: (id) => (labels[place(id)] > p[place(id)] ? 'raise' : 'lower'),
    });
  }
  const rest = sampled(rows.length, named, Math.floor(pitch * 0.7));
  if (rest.count > 0) {
    blocks.push({
      ...figures,
      id: 'rest',
      name: sized('o', rest.count, D),
      box: { ...at.O, y: at.O.y + tall + pitch * 0.15, h: pitch * 0.7 },
      rows: rest.rows.length,
      rowIds: rest.rows.map((n) => rows[n]),
      cols: D,
      values: rowsOf(net.outputs, D, rest.rows),
      look: 'cells',
      bars: undefined,
      decoration: true,
    });
  }
  return blocks;
}
