/** What connects the parts of the NNLM's picture. */
import { BLAME, elbow } from './scene.js';

/**
 * @typedef {import('./scene.js').Wire} Wire
 * @typedef {import('./scene.js').Look} Look
 * @typedef {import('./nnlm-net.js').NnlmNet} NnlmNet
 * @typedef {ReturnType<typeof import('./nnlm-places.js').placesOf>} Places
 */

/** @param {NnlmNet} net @param {Look} look @param {Places} at @returns {Wire[]} */
export function wiresOf(net, { stop, opened }, at) {
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
    const over = at.lookup.y - 36 + 6 * Math.min(c, 2);
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
