/**
 * Moves the selection by arrow keys: left and right by x, up and down by y. Every point can be
 * reached.
 */

/** @type {Record<string, [0 | 1, 1 | -1]>} */
const AXES = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 1],
  ArrowUp: [1, -1],
};

export const isStep = (/** @type {string} */ key) => key in AXES || key === 'Home' || key === 'End';

/**
 * @param {Float32Array} screen positions of at least `count` points
 * @param {number} count @param {number} current −1 for none @param {string} key
 * @returns {number} the next point; at the ends the current one
 */
export function stepFrom(screen, count, current, key) {
  if (!count) return -1;
  const [axis, by] = AXES[key] ?? [0, 1];
  const order = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => screen[2 * a + axis] - screen[2 * b + axis] || a - b,
  );
  if (key === 'Home') return order[0];
  if (key === 'End') return order[count - 1];
  if (current < 0) return order[Math.floor(count / 2)];
  const next = order.indexOf(current) + by;
  return order[Math.max(0, Math.min(count - 1, next))];
}

/** The number of points at the same position as this one. */
export function sameSpot(
  /** @type {Float32Array} */ screen,
  /** @type {number} */ count,
  /** @type {number} */ index,
  reach = 2,
) {
  let found = 0;
  for (let i = 0; i < count; i++) {
    const near =
      Math.abs(screen[2 * i] - screen[2 * index]) < reach &&
      Math.abs(screen[2 * i + 1] - screen[2 * index + 1]) < reach;
    if (near) found += 1;
  }
  return found;
}
