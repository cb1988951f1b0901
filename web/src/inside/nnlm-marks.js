/** What is written and drawn beside the numbers of an NNLM. */
import { t } from '../i18n/index.js';
import { fullScale, rowsPerLine } from '../plots/cells.js';
import { chance, exactChance, fixed, moved, signed } from './figures.js';
import { BLAME, bar, lossCurve, NUDGE, rect, sampled, words } from './scene.js';
import { fitted, fitting, widthOf } from './text-width.js';

/**
 * @typedef {import('./scene.js').Mark} Mark
 * @typedef {import('./scene.js').Look} Look
 * @typedef {import('./nnlm-net.js').NnlmNet} NnlmNet
 * @typedef {ReturnType<typeof import('./nnlm-places.js').placesOf>} Places
 */

/** The one-hot columns, with a zero here and there. @param {NnlmNet} net @param {Look} look @param {Places} at @returns {Mark[]} */
export function readMarks({ context, V, words: names, D }, { stop, ratio }, at) {
  const back = stop >= BLAME;
  /** @type {Mark[]} */
  const marks = [];
  context.forEach((id, c) => {
    const x = at.columnAt(c);
    const one = at.rowAt(id);
    marks.push(rect(x - 8.5, at.x.y, 17, at.x.h, 'hot'));
    const most = Math.max(30, at.pitchOfColumns);
    marks.push(words(x, at.x.y - 10, fitted(names[id], most - 2, 13, 650), 'name', 'middle'));
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
  const captions = back
    ? [t('inside.rowsOf', { rows, count: V }), `${rows} / ${V}`]
    : [`${V} × ${D}`];
  marks.push(words(at.Q.x, low, `*Q* ${fitting(captions, at.Q.w + 14, 12.5)}`, 'small'));
  const shared = rowsPerLine(V, at.Q.h, ratio ?? 1);
  if (shared > 1) {
    marks.push(words(at.Q.x, at.Q.y - 10, t('inside.lineOfRows', { rows: shared }), 'small'));
  }
  return marks;
}

/** @param {NnlmNet} net @param {Look} look @param {Places} at @returns {Mark[]} */
export function mixMarks(net, { stop, narrow, opened }, at) {
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
      words(x + indent, at.lookup.y - 10, fitted(net.words[id], w - indent - 4, 14, 650), 'strong'),
    );
  });
  if (stop === NUDGE) marks.push(...whiskers(net, at));
  if (stop >= 2) marks.push(...namesOfInputs(stop, at));
  const low = at.W1.y + at.W1.h + 18;
  const size = `${H} × ${net.x.length}`;
  const captions = back
    ? [t('inside.blameW1'), t('inside.blame')]
    : [`${size}: ${t('inside.rowPerHidden')}`, size];
  marks.push(words(at.W1.x, low, `*W*_1_ ${fitting(captions, at.W1.w - 24, 12.5)}`, 'small'));
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

/** What the strip of inputs is: xQ, and on the way back its blame and its nudge. @param {number} stop @param {Places} at @returns {Mark[]} */
function namesOfInputs(stop, { lookup: { x, y, w, h } }) {
  const right = x + w + 8;
  if (stop < BLAME) return [words(right, y + h / 2 + 5, '*xQ*', 'letter')];
  const named = (/** @type {number} */ low) => words(right, low, t('inside.blame'), 'small lower');
  if (stop === BLAME) return [named(y + h / 2 + 4)];
  return [named(y + 12), words(right, y + h + 6, t('inside.nudge'), 'small true')];
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
export function laterMarks(at, { V, H }) {
  const low = at.W2whole.y + at.W2whole.h + 18;
  const captions = [`${V} × ${H}: ${t('inside.rowPerWord')}`, `${V} × ${H}`];
  const caption = fitting(captions, at.W2whole.w + 100, 12.5);
  return [words(at.W2whole.x, low, `*W*_2_ ${caption}`, 'small')];
}

/** @param {NnlmNet} net @param {Look} look @param {Places} at @param {number[]} shown @returns {Mark[]} */
export function guessMarks(net, { stop }, at, shown) {
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
      words(
        right,
        y + 5,
        fitted(net.words[k], at.labels - 8, 14, 650),
        isTrue ? 'true' : '',
        'end',
      ),
    );
    marks.push(...chanceBar(net, stop, { ...at.bars, y: y - 3.5, h: 7 }, k));
  });
  const others = sampled(V, shown, Math.floor(at.rest.h));
  if (!others.count) return marks;
  const y = at.rest.y + at.rest.h / 2;
  const left = (/** @type {Float32Array} */ all) =>
    all.reduce((sum, x) => sum + x, 0) - shown.reduce((sum, k) => sum + all[k], 0);
  const share = Math.max(0, left(stop === NUDGE ? net.pAfter : net.p));
  marks.push(
    words(
      right,
      y + 5,
      fitting([t('inside.more', { count: others.count }), `+ ${others.count}`], at.labels - 12),
      'soft',
      'end',
    ),
  );
  marks.push(
    back
      ? words(at.scores.x + at.scores.w, y + 5, signed(left(blame.y)), 'lower', 'end')
      : words(at.scores.x + at.scores.w, y + 5, t('inside.inAll'), 'small', 'end'),
    ...bar({ ...at.bars, y: y - 3.5, h: 7 }, share, 'bar hollow'),
    words(at.chances.x + at.chances.w, y + 5, chance(share), 'soft', 'end'),
  );
  const low = at.rest.y + at.rest.h + 18;
  const size = `${V} × ${H}`;
  const said = back ? t('inside.blameW2') : `${size}: ${t('inside.rowPerWord')}`;
  const every = others.every > 1 ? ` · ${t('inside.everyRow', { every: others.every })}` : '';
  const dashes = stop === NUDGE && at.bars.x - at.rest.x > 150;
  const end = at.chances.x + at.chances.w;
  const edge = end - (dashes ? widthOf(t('inside.dashed'), 12.5) + 14 : 0);
  if (dashes)
    marks.push(words(at.chances.x + at.chances.w, low, t('inside.dashed'), 'small', 'end'));
  const captions = [said + every, size + every, said, size];
  const caption = `*W*_2_ ${fitting(captions, edge - at.rest.x + at.labels - 36, 12.5)}`;
  marks.push(words(edge, low, caption, 'small', 'end'));
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
export function lossMarks(net, { stop }, at) {
  if (stop < 5) return [];
  const p = net.p[net.target];
  const isMoved = stop === NUDGE;
  const points = [{ p, loss: net.loss, look: isMoved ? 'point past' : 'point' }];
  if (isMoved) points.push({ p: net.pAfter[net.target], loss: net.lossAfter, look: 'point' });
  const { x: right, y: low } = at.result;
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
