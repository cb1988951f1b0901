/** What connects the parts of CBOW's and Skip-gram's picture. */
import { BLAME, elbow } from './scene.js';

/**
 * @param {import('./word2vec-net.js').Word2vecNet} net @param {import('./scene.js').Look} look
 * @param {ReturnType<typeof import('./word2vec-places.js').placesOf>} at
 * @param {number[]} named the asked rows that are named
 * @returns {import('./scene.js').Wire[]}
 */
export function wiresOf(net, { stop }, at, named) {
  const back = stop >= BLAME;
  const tone = back ? 'blame' : 'forward';
  const arrow = back ? 'start' : 'end';
  const { averages, window, lane } = net;
  /** @type {import('./scene.js').Wire[]} */
  const wires = [];
  const inputs = averages ? window.map((id, n) => ({ id, n })) : [{ id: window[lane], n: 0 }];
  const lanes = inputs.length;
  inputs.forEach(({ id, n }) => {
    const y = at.inputAt(id);
    const from = at.x.x + at.x.w / 2 + 9;
    wires.push({ d: `M${from} ${y}H${at.Q.x}`, tone: back ? 'quiet' : 'forward', arrow: '' });
    if (stop < 2) return;
    const up = at.Q.x + at.Q.w + 14 + (lanes > 1 ? (n * 30) / lanes : 8);
    const to = averages ? at.stack.y + ((n + 0.5) * at.stack.h) / lanes : at.v.y + at.v.h / 2;
    const strip = averages ? at.stack.x : at.v.x;
    wires.push({
      d: elbow(
        [
          [at.Q.x + at.Q.w + (back ? 4 : 0), y],
          [up, y],
          [up, to],
          [strip - 4, to],
        ],
        5,
      ),
      tone,
      arrow,
    });
  });
  if (stop < 4 || !at.large.matrix.length) return wires;
  // Rows come from the output matrix, and on the way back they are moved there.
  const from = at.band.x + at.band.w + 4;
  const to = at.matrix.x - 4;
  const middle = (from + to) / 2;
  for (const [n, k] of named.entries()) {
    const [y, end] = [at.lineAt(n), at.outputAt(net.rows[k])];
    const points = `${middle} ${y} ${middle} ${end} ${to} ${end}`;
    wires.push({ d: `M${from} ${y}C${points}`, tone, arrow: back ? 'end' : 'start' });
  }
  return wires;
}
