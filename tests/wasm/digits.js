/** Pictures that a small network learns within a second: bars and crosses with a little noise. */

const SIDE = 12;
export const size = { width: SIDE, height: SIDE };

/** A generator of its own, so that tests need no library. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (1103515245 * state + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** @type {Record<string, (x: number, y: number, at: number) => boolean>} whether there is ink */
const shapes = {
  across: (_x, y, at) => y === at,
  down: (x, _y, at) => x === at,
  rising: (x, y, at) => x + y === at + 5,
  falling: (x, y, at) => x - y === at - 5,
};
export const allLabels = Object.keys(shapes);

/**
 * `count` pictures of each label.
 * @param {number} count @param {string[]} [labels] @param {number} [seed]
 */
export function pictures(count, labels = allLabels, seed = 1) {
  const next = random(seed);
  const all = Array.from({ length: count * labels.length }, (_, n) => labels[n % labels.length]);
  const pixels = new Uint8Array(all.length * SIDE * SIDE);
  all.forEach((label, n) => {
    const at = 2 + Math.floor(next() * (SIDE - 4));
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        const ink = shapes[label](x, y, at) ? 200 + 55 * next() : 20 * next();
        pixels[(n * SIDE + y) * SIDE + x] = ink;
      }
    }
  });
  return { pixels, labels: all, ...size };
}

/** Options of a network that learns them. */
export const network = {
  filters: /** @type {[number, number]} */ ([4, 8]),
  kernel: 3,
  hidden: 16,
  epochs: 8,
  batch: 16,
  alpha: 0.01,
};
