/** The picture of an NNLM: everything that stands on it, from its numbers (nnlm-net.js). */
import { t } from '../i18n/index.js';
import { fullScale, rowsPerLine } from '../plots/cells.js';
import { chance, exactChance, fixed, moved, signed } from './figures.js';
import { placesOf } from './nnlm-places.js';
import {
  BLAME,
  bar,
  elbow,
  fitted,
  likeliest,
  lossCurve,
  NUDGE,
  oneHot,
  rect,
  rowsOf,
  sampled,
  sized,
  stopNames,
  words,
} from './scene.js';

/**
 * @typedef {import('./scene.js').Block} Block
 * @typedef {import('./scene.js').Mark} Mark
 * @typedef {import('./scene.js').Wire} Wire
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
    look: /** @type {const} */ ('figures'),
  };
  const pitch = at.pitch;
  return [
    ...blocks,
    {
      ...output,
      box: at.W2,
      rows: shown.length,
      rowIds: shown,
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

/** The one-hot columns, with a zero here and there. @param {NnlmNet} net @param {Look} look @param {Places} at @returns {Mark[]} */
function readMarks({ context, V, words: names, D }, { stop, ratio }, at) {
  const back = stop >= BLAME;
  /** @type {Mark[]} */
  const marks = [];
  context.forEach((id, c) => {
    const x = at.columnAt(c);
    const one = at.rowAt(id);
    marks.push(rect(x - 8.5, at.x.y, 17, at.x.h, 'hot'));
    const most = Math.max(30, at.pitchOfColumns);
    marks.push(words(x, at.x.y - 10, fitted(names[id], most - 2, 13), 'name', 'middle'));
    for (let y = at.x.y + 14; y < at.x.y + at.x.h; y += 30) {
      if (Math.abs(y - 4 - one) > 16) marks.push(words(x, y, '0', 'zero', 'middle'));
    }
    marks.push(rect(x - 9, one - 8, 18, 16, back ? 'one past' : 'one', 3));
    marks.push(words(x, one + 5, '1', back ? 'one-text past' : 'one-text', 'middle'));
  });
  const low = at.x.y + at.x.h + 18;
  marks.push(
    words(
      at.x.x,
      low,
      back ? t('inside.noWeights') : t('inside.placesEach', { count: V }),
      'small',
    ),
  );
  const rows = [...new Set(context)].length;
  const caption = back ? t('inside.rowsOf', { rows, count: V }) : `${V} × ${D}`;
  marks.push(words(at.Q.x, low, `*Q* ${caption}`, 'small'));
  const shared = rowsPerLine(V, at.Q.h, ratio ?? 1);
  if (shared > 1) {
    marks.push(words(at.Q.x, at.Q.y - 10, t('inside.lineOfRows', { rows: shared }), 'small'));
  }
  return marks;
}

/** @param {NnlmNet} net @param {Look} look @param {Places} at @returns {Mark[]} */
function mixMarks(net, { stop, narrow, opened }, at) {
  const back = stop >= BLAME;
  const { context, H } = net;
  /** @type {Mark[]} */
  const marks = [];
  const names = new Set();
  context.forEach((id, c) => {
    const { x, w } = at.groupAt(c);
    const indent = c > 0 && !narrow ? 14 : 0;
    names.add(id);
    marks.push(
      words(x + indent, at.lookup.y - 10, fitted(net.words[id], w - indent, 13), 'strong'),
    );
  });
  if (stop === NUDGE) marks.push(...whiskers(net, at));
  const low = at.W1.y + at.W1.h + 18;
  const caption = back
    ? t('inside.blameW1')
    : `${H} × ${net.x.length}: ${t('inside.rowPerHidden')}`;
  marks.push(words(at.W1.x, low, `*W*_1_ ${fitted(caption, at.W1.w - 24, 12)}`, 'small'));
  marks.push(words(at.b1.x + at.b1.w / 2, low, '*b*_1_', 'letter', 'middle'));
  marks.push(words(at.z.x + at.z.w / 2, low, '*z*', 'letter', 'middle'));
  marks.push(words(at.h.x + at.h.w / 2, low, '*h*', 'letter', 'middle'));
  if (stop < 3) return marks;
  const row = opened && ['z', 'h', 'lying', 'W1', 'b1'].includes(opened.block) ? opened : null;
  const i = row ? (row.block === 'lying' ? row.col : row.row) : Math.floor(H * 0.4);
  const y = at.W1.y + ((i + 0.5) * at.W1.h) / H;
  const middle = (at.z.x + at.z.w + at.h.x) / 2;
  if (at.h.x - at.z.x - at.z.w > 30) {
    marks.push(words(middle, y - 7, back ? 'tanh′' : 'tanh', 'small', 'middle'));
  }
  if (!back) {
    marks.push(words((at.W1.x + at.W1.w + at.b1.x) / 2, y + 16, '+', 'sign', 'middle'));
    marks.push(words((at.b1.x + at.b1.w + at.z.x) / 2, y + 16, '=', 'sign', 'middle'));
  }
  if (row) {
    const tall = Math.max(8, at.W1.h / H + 4);
    for (const { x, w } of [at.W1, at.b1, at.z, at.h]) {
      marks.push(rect(x - 3, y - tall / 2, w + 6, tall, 'frame', 3));
    }
  }
  return marks;
}

/** How each looked-up number moves: up or down from the middle, √ of its size. @param {NnlmNet} net @param {Places} at @returns {Mark[]} */
function whiskers({ blame, D, context }, at) {
  const most = Math.sqrt(fullScale([blame.x])) || 1;
  let d = '';
  const middle = at.lookup.y + at.lookup.h + 8;
  context.forEach((_, c) => {
    const { x, w } = at.groupAt(c);
    for (let i = 0; i < D; i++) {
      const move = -blame.x[c * D + i];
      const tall = Math.sign(move) * Math.min(1, Math.sqrt(Math.abs(move)) / most) * 7 || 0;
      d += `M${(x + ((i + 0.5) * w) / D).toFixed(1)} ${middle}v${(-tall).toFixed(1)}`;
    }
  });
  return [{ kind: 'path', d, look: 'whiskers' }];
}

/** Before the guess: all rows of W₂, none of them named. @param {Places} at @param {NnlmNet} net @returns {Mark[]} */
function laterMarks(at, { V, H }) {
  const low = at.W2whole.y + at.W2whole.h + 18;
  const caption = fitted(`${V} × ${H}: ${t('inside.rowPerWord')}`, at.W2whole.w + 100, 12);
  return [words(at.W2whole.x, low, `*W*_2_ ${caption}`, 'small')];
}

/** @param {NnlmNet} net @param {Look} look @param {Places} at @param {number[]} shown @returns {Mark[]} */
function guessMarks(net, { stop }, at, shown) {
  const { V, H, blame } = net;
  const back = stop >= BLAME;
  const right = at.W2.x - 10;
  /** @type {Mark[]} */
  const marks = [
    words(at.lying.x, at.lying.y - 10, t(back ? 'inside.blameLying' : 'inside.lying')),
    words(
      at.scores.x + at.scores.w,
      at.lying.y + 17,
      t(back ? 'inside.blame' : 'inside.score'),
      'small',
      'end',
    ),
    words(at.bars.x, at.lying.y + 17, t('inside.probability'), 'small'),
  ];
  shown.forEach((k, n) => {
    const y = at.W2.y + (n + 0.5) * at.pitch;
    const isTrue = k === net.target;
    if (isTrue) {
      marks.unshift(rect(at.band.x, y - at.pitch / 2, at.band.w, at.pitch, 'band', 8));
    }
    marks.push(
      words(right, y + 5, fitted(net.words[k], at.labels - 8), isTrue ? 'true' : '', 'end'),
    );
    marks.push(...chanceBar(net, stop, { ...at.bars, y: y - 3.5, h: 7 }, k));
  });
  const others = sampled(V, shown, Math.floor(at.rest.h));
  if (!others.count) return marks;
  const y = at.rest.y + at.rest.h / 2;
  const left = (/** @type {Float32Array} */ all) =>
    all.reduce((sum, x) => sum + x, 0) - shown.reduce((sum, k) => sum + all[k], 0);
  const share = Math.max(0, left(stop === NUDGE ? net.pAfter : net.p));
  marks.push(words(right, y + 5, t('inside.more', { count: others.count }), 'soft', 'end'));
  marks.push(
    back
      ? words(at.scores.x + at.scores.w, y + 5, signed(left(blame.y)), 'lower', 'end')
      : words(at.scores.x + at.scores.w, y + 5, t('inside.inAll'), 'small', 'end'),
    ...bar({ ...at.bars, y: y - 3.5, h: 7 }, share, 'bar hollow'),
    words(at.chances.x + at.chances.w, y + 5, chance(share), 'soft', 'end'),
  );
  const low = at.rest.y + at.rest.h + 18;
  const size = back ? t('inside.blameW2') : `${V} × ${H}: ${t('inside.rowPerWord')}`;
  const every = others.every > 1 ? ` · ${t('inside.everyRow', { every: others.every })}` : '';
  const room = at.chances.x + at.chances.w - at.rest.x - 24;
  marks.push(words(at.rest.x, low, `*W*_2_ ${fitted(size + every, room, 12)}`, 'small'));
  return marks;
}

/** @param {NnlmNet} net @param {number} stop @param {import('./scene.js').Box} box @param {number} k @returns {Mark[]} */
function chanceBar(net, stop, box, k) {
  const look = k === net.target ? 'bar true' : 'bar';
  if (stop !== NUDGE) return bar(box, net.p[k], look);
  const before = Math.max(box.h * 0.6, box.w * net.p[k] || 0);
  return [
    ...bar(box, net.pAfter[k], look),
    rect(box.x, box.y - 3, before, box.h + 6, 'before', box.h / 2 + 3),
  ];
}

/** @param {NnlmNet} net @param {Look} look @param {Places} at @returns {Mark[]} */
function lossMarks(net, { stop, narrow }, at) {
  if (stop < 5) return [];
  const { x, y, h, w } = at.curve;
  const p = net.p[net.target];
  const isMoved = stop === NUDGE;
  const points = [{ p, loss: net.loss, look: isMoved ? 'point past' : 'point' }];
  if (isMoved) points.push({ p: net.pAfter[net.target], loss: net.lossAfter, look: 'point' });
  const right = narrow ? x + w + 110 : x + w;
  const low = narrow ? y + 30 : y + h + 44; // on a phone beside the curve
  const lost = moved('before', 'after', net.loss, net.lossAfter, 2);
  const lines = isMoved
    ? [
        words(right, low, t('inside.loss'), 'small', 'end'),
        words(right, low + 22, lost.before, 'struck', 'end'),
        words(right, low + 48, lost.after, 'result', 'end'),
      ]
    : [
        words(right, low, `−ln ${exactChance(p)}`, 'small', 'end'),
        words(right, low + 26, fixed(net.loss), 'result', 'end'),
        words(right, low + 46, t('inside.nats'), 'small', 'end'),
      ];
  return [...lossCurve(at.curve, points), ...lines];
}

/** @param {NnlmNet} net @param {Look} look @param {Places} at @returns {Wire[]} */
function wiresOf(net, { stop, opened }, at) {
  const back = stop >= BLAME;
  const tone = back ? 'blame' : 'forward';
  const arrow = back ? 'start' : 'end';
  /** @type {Wire[]} */
  const wires = [];
  net.context.forEach((id, c) => {
    const y = at.rowAt(id);
    const from = at.columnAt(c) + 9;
    wires.push({ d: `M${from} ${y}H${at.Q.x}`, tone: back ? 'quiet' : 'forward', arrow: '' });
    if (stop < 2) return;
    const up = at.Q.x + at.Q.w + (c === 0 ? 26 : 10 + 5 * (c - 1));
    const strip = at.groupAt(c);
    const start = /** @type {[number, number]} */ ([at.Q.x + at.Q.w, y]);
    const end = back ? -4 : 0;
    const middle = at.lookup.y + at.lookup.h / 2;
    const over = at.lookup.y - 36 + 6 * Math.min(c, 2) - (c > 2 ? 0 : 0);
    wires.push({
      d:
        c === 0
          ? elbow([start, [up, y], [up, middle], [strip.x - 3, middle]])
          : elbow([
              start,
              [up, y],
              [up, over],
              [strip.x + 5, over],
              [strip.x + 5, at.lookup.y - 3 + end],
            ]),
      tone,
      arrow,
    });
  });
  if (stop >= 4) {
    const x = at.h.x + at.h.w / 2;
    const y = at.lying.y + at.lying.h / 2;
    wires.push({
      d: elbow(
        [
          [x, at.h.y - 3],
          [x, y],
          [at.lying.x - 4, y],
        ],
        14,
      ),
      tone,
      arrow,
    });
  }
  if (opened && (opened.block === 'h' || opened.block === 'z')) {
    const y = at.W1.y + ((opened.row + 0.5) * at.W1.h) / net.H;
    const x = at.h.x + at.h.w + 14;
    wires.push({
      d: elbow([
        [at.h.x + at.h.w + 3, y],
        [x, y],
        [x, at.height - 6],
      ]),
      tone: 'trail',
      arrow: 'end',
    });
  }
  return wires;
}

/** @param {Places} at @returns {import('./scene.js').Stop[]} */
function stopsOf(at) {
  const subs = [
    t('inside.sub.read'),
    t('inside.sub.lookUp'),
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
