/** What is written and drawn beside the numbers of CBOW and Skip-gram. */
import { t } from '../i18n/index.js';
import { chance, exactChance, fixed, moved } from './figures.js';
import { BLAME, bar, NUDGE, rect, sampled, sizeText, words } from './scene.js';
import { fitted, fitting, widthOf } from './text-width.js';
import { lossOf, rowNames } from './word2vec-net.js';

/**
 * @typedef {import('./scene.js').Mark} Mark
 * @typedef {import('./scene.js').Look} Look
 * @typedef {import('./word2vec-net.js').Word2vecNet} Net
 * @typedef {ReturnType<typeof import('./word2vec-places.js').placesOf>} Places
 */

/** @param {Net} net @param {Look} look @param {Places} at @param {number[]} named @returns {Mark[]} */
export function marksOf(net, look, at, named) {
  const { stop } = look;
  return [
    ...readMarks(net, look, at),
    ...vectorMarks(net, stop, at),
    ...(stop >= 4 ? askedMarks(net, look, at, named) : []),
    ...(stop >= 5 ? lossMarks(net, look, at) : []),
    ...matrixMarks(net, look, at),
  ];
}

/** @param {Net} net @param {Look} look @param {Places} at @returns {Mark[]} */
function readMarks({ averages, window, lane, words: names, V, D }, { stop, narrow, ratio }, at) {
  const back = stop >= BLAME;
  const middle = at.x.x + at.x.w / 2;
  const read = averages ? [...new Set(window)] : [window[lane]];
  const ones = read.map((id) => at.inputAt(id));
  /** @type {Mark[]} */
  const marks = [rect(middle - 8.5, at.x.y, 17, at.x.h, 'hot')];
  for (let y = at.x.y + 14; y < at.x.y + at.x.h; y += 30) {
    if (ones.every((one) => Math.abs(y - 4 - one) > 15)) {
      marks.push(words(middle, y, '0', 'zero', 'middle'));
    }
  }
  // Where rows are close to each other, the boxes are flat and have no room for a figure.
  const sorted = [...ones].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((one, i) => one - sorted[i]);
  const tall = Math.max(5, Math.min(16, ...gaps.map((gap) => gap - 1)));
  for (const one of ones) {
    marks.push(rect(middle - 9, one - tall / 2, 18, tall, back ? 'one past' : 'one', 3));
    if (tall > 12) {
      marks.push(words(middle, one + 5, '1', back ? 'one-text past' : 'one-text', 'middle'));
    }
  }
  if (!averages && !narrow) {
    marks.push(words(at.x.x, at.x.y - 10, fitted(names[window[lane]], 46, 14, 650), 'strong'));
  }
  const title = averages || narrow ? at.Q.x : at.Q.x + 14;
  const prefix = averages || !narrow ? '' : `${names[window[lane]]} · `;
  marks.push(words(title, at.Q.y - 10, prefix + t('inside.inputMatrix'), 'strong'));
  marks.push(words(at.Q.x, at.Q.y + at.Q.h + 18, sizeText(V, D, at.Q.h, ratio), 'small'));
  return marks;
}

/** @param {Net} net @param {number} stop @param {Places} at @returns {Mark[]} */
function vectorMarks({ averages, window, lane, words: names, D, alpha, blame }, stop, at) {
  const title = averages
    ? t('inside.meanOf', { count: window.length })
    : t('inside.vectorOf', { numbers: D, word: names[window[lane]] });
  const y = averages ? at.stack.y : at.v.y;
  /** @type {Mark[]} */
  const marks = [
    words(at.v.x, y - 10, fitted(title, at.v.w + (at.lift ? 0 : 220), 14, 650), 'strong'),
  ];
  const beside = at.lift === 0; // on a phone there is no room at the side
  if (averages && beside && stop >= 2) {
    window.forEach((id, n) => {
      const line = at.stack.y + ((n + 0.5) * at.stack.h) / window.length;
      const small = at.stack.h / window.length < 14 ? 'tiny' : 'small';
      marks.push(words(at.v.x + at.v.w + 10, line + 4, fitted(names[id], 120, 11), small));
    });
    marks.push(words(at.v.x - 10, at.v.y + at.v.h / 2 + 5, '*v*', 'letter', 'end'));
  }
  if (stop >= BLAME && beside) {
    marks.push(words(at.v.x - 10, at.dv.y + 9, t('inside.blameV'), 'small', 'end'));
  }
  if (stop === NUDGE) {
    const most = Math.max(...Array.from(blame.v, Math.abs)) || 1;
    const middle = at.dv.y + at.dv.h + 10;
    let d = '';
    blame.v.forEach((g, i) => {
      const tall = Math.sign(-g) * Math.sqrt(Math.abs(g) / most) * 8 || 0;
      if (alpha > 0)
        d += `M${(at.v.x + ((i + 0.5) * at.v.w) / D).toFixed(1)} ${middle}v${(-tall).toFixed(1)}`;
    });
    marks.push({ kind: 'path', d, look: 'whiskers' });
  }
  return marks;
}

/** @param {Net} net @param {Look} look @param {Places} at @param {number[]} named @returns {Mark[]} */
function askedMarks(net, { stop }, at, named) {
  const { labels, p, objective, rows } = net;
  const beside = at.lift === 0;
  const nameOf = rowNames(net, (node) => t('inside.node', { node }));
  const head = at.rows.y - 8;
  /** @type {Mark[]} */
  const marks = [];
  if (beside) {
    marks.push(words(at.f.x + at.f.w, head, '*o* · *v*', 'small', 'end'));
    marks.push(words(at.tracks.x, head, '0', 'small'));
    const letter = objective === 'softmax' ? '*p*' : 'σ';
    marks.push(words(at.tracks.x + at.tracks.w / 2, head, letter, 'small', 'middle'));
    marks.push(words(at.tracks.x + at.tracks.w, head, '1', 'small', 'end'));
    if (stop >= 5) marks.push(words(at.e.x + at.e.w, head, t('inside.error'), 'small', 'end'));
    if (stop >= BLAME) marks.push(words(at.pulls.x, head, t('inside.pullOrPush'), 'small'));
  }
  named.forEach((k, n) => {
    const y = at.lineAt(n);
    const isTrue = labels[k] === 1;
    const line = at.lift ? y - 12 : y + 5;
    if (isTrue && objective !== 'hierarchical-softmax') {
      marks.unshift(rect(at.band.x, y - at.pitch / 2 + 2, at.band.w, at.pitch - 4, 'band', 8));
    } else if (n > 0 && at.pitch > 24) {
      const top = y - at.pitch / 2;
      marks.unshift({
        kind: 'path',
        d: `M${at.band.x} ${top}H${at.band.x + at.band.w}`,
        look: 'rule',
      });
    }
    const look = isTrue && objective !== 'hierarchical-softmax' ? 'true' : '';
    const tag = objective === 'negative-sampling' && (n === 0 || n === 1);
    const room = at.labels.w - (beside ? 16 : 0) - (tag && beside ? 62 : 0);
    const name = fitted(nameOf(rows[k]), room);
    marks.push(
      beside ? words(at.O.x - 10, line, name, look, 'end') : words(at.labels.x, line, name, look),
    );
    if (tag && beside) {
      const kind = t(n === 0 ? 'inside.neighbour' : 'inside.noise');
      marks.push(
        words(at.band.x + 8, line, fitted(kind, 66, 12), n === 0 ? 'small true' : 'small'),
      );
    }
    marks.push(...track(net, stop, at, k, y + at.lift));
    if (stop >= BLAME && beside) marks.push(...arrow(labels[k] - p[k], at, y, n < 2 || isTrue));
  });
  const rest = sampled(rows.length, named, 20);
  if (rest.count > 0) {
    const y = at.lineAt(named.length);
    const more = t('inside.more', { count: rest.count });
    const shown = named.reduce((sum, k) => sum + p[k], 0);
    marks.push(
      beside
        ? words(at.O.x - 10, y + 5, more, 'soft', 'end')
        : words(at.labels.x, y - 12, more, 'soft'),
      ...bar({ ...at.tracks, y: y + at.lift - 4, h: 8 }, 1 - shown, 'bar hollow'),
      words(
        at.p.x + at.p.w,
        at.lift ? y - 12 : y + 5,
        chance(Math.max(0, 1 - shown)),
        'soft',
        'end',
      ),
    );
  }
  const low = at.rows.y + at.rows.h + 18;
  if (beside) {
    const captions = ['', '.short'].map((way) => t(`inside.rowPerOutput${way}`, { count: net.D }));
    const room = at.v.w + (stop >= 5 ? 20 : 300);
    marks.push(words(at.O.x, low, fitting(captions, room, 12.5), 'small'));
  }
  return marks;
}

/** From 0 to 1: what it got, a ring at the goal, between them what is missing or too much. @param {Net} net @param {number} stop @param {Places} at @param {number} k @param {number} y @returns {Mark[]} */
function track({ labels, p, pAfter, objective }, stop, at, k, y) {
  const { x, w } = at.tracks;
  const goal = labels[k];
  const now = stop === NUDGE ? pAfter[k] : p[k];
  const to = x + Math.min(1, Math.max(0, now || 0)) * w;
  if (objective === 'softmax' && stop < 5) {
    return bar({ x, y: y - 4, w, h: 8 }, p[k], goal ? 'bar true' : 'bar');
  }
  /** @type {Mark[]} */
  const marks = [
    rect(x, y - 3.5, w, 7, 'track', 3.5),
    rect(x, y - 3.5, Math.max(2, to - x), 7, 'bar', 3.5),
  ];
  if (stop >= 5) {
    const end = x + goal * w;
    const tone = goal ? 'raise' : 'lower';
    marks.push(rect(Math.min(to, end), y - 1.5, Math.abs(to - end), 3, `fill-${tone}`));
    marks.push({ kind: 'dot', x: end, y, r: 5, look: `ring ${tone}` });
  }
  marks.push(rect(to - 1, y - 9, 2, 18, 'needle'));
  if (stop === NUDGE) marks.push(rect(x + p[k] * w - 1, y - 9, 2, 18, 'needle past'));
  return marks;
}

/** @param {number} error @param {Places} at @param {number} y @param {boolean} named @returns {Mark[]} */
function arrow(error, at, y, named) {
  const pulls = error > 0;
  const room = at.pulls.w - 44;
  const length = 8 + Math.min(1, Math.abs(error)) * (room - 8);
  const x = at.pulls.x;
  const tone = pulls ? 'raise' : 'lower';
  const head = pulls ? `M${x} ${y}l7 -5v10z` : `M${x + length} ${y}l-7 -5v10z`;
  /** @type {Mark[]} */
  const marks = [
    rect(pulls ? x + 6 : x, y - 1.25, Math.max(1, length - 6), 2.5, `fill-${tone}`),
    { kind: 'path', d: head, look: `fill-${tone}` },
  ];
  if (named) {
    marks.push(
      words(x + length + 6, y + 5, t(pulls ? 'inside.pull' : 'inside.push'), `strong ${tone}`),
    );
  }
  return marks;
}

/** @param {Net} net @param {Look} look @param {Places} at @returns {Mark[]} */
function lossMarks(net, { stop, narrow }, at) {
  const { labels, p, pAfter, objective, loss, window, averages, all } = net;
  const terms = [];
  for (let i = 0; i < p.length && terms.length < 3; i++) {
    if (labels[i] === 1) terms.push(`−ln ${exactChance(p[i])}`);
    else if (objective !== 'softmax')
      terms.push(`−ln(1 − ${p[i] < 0.0005 ? fixed(p[i], 3) : exactChance(p[i])})`);
  }
  const more = objective !== 'softmax' && p.length > 2;
  const sum = terms.slice(0, more ? 2 : 3).join(' ') + (more ? ' − …' : '');
  const whole = t('inside.lossIs', { terms: sum.replaceAll(' −ln', ' − ln'), loss: fixed(loss) });
  const room = narrow ? at.band.w - 20 : at.band.x + at.band.w - at.v.x - at.v.w - 30;
  const now = stop === NUDGE ? lossOf(pAfter, labels, objective) : loss;
  const { from, to } = moved('from', 'to', loss, now, 2);
  const short = `${t('inside.loss')} = ${fixed(loss)}`;
  const isLong = widthOf(whole, 14, 650) > room;
  const text = stop === NUDGE ? t('inside.lossMoves', { from, to }) : isLong ? short : whole;
  const low = at.rows.y + at.rows.h + (narrow ? 22 : 18);
  const right = narrow ? at.tracks.x + at.tracks.w : at.band.x + at.band.w;
  /** @type {Mark[]} */
  const marks = [words(right, low, text, narrow ? 'strong small' : 'strong', 'end')];
  if (!averages && window.length > 1 && narrow) {
    const whole = t('inside.lossOfWindow', { count: window.length, loss: fixed(all) });
    marks.push(words(right, low + 20, whole, 'small', 'end'));
  }
  return marks;
}

/** @param {Net} net @param {Look} look @param {Places} at @returns {Mark[]} */
function matrixMarks({ nodes, D }, { narrow, ratio }, at) {
  const { x, y, w, h } = at.matrix;
  const anchor = narrow ? 'start' : 'end';
  const edge = narrow ? x : x + w;
  return [
    words(edge, y - 10, t('inside.outputMatrix'), 'strong', anchor),
    words(edge, y + h + 18, sizeText(nodes, D, h, ratio), 'small', anchor),
  ];
}
