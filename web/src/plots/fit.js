/**
 * The view that shows all points, with the same scale on both axes, so that directions on the map
 * are true.
 * @typedef {{x: number, y: number, scale: number}} View the data point in the middle, and pixels
 *   per unit
 *
 * A few distant words must not shrink all others: the outermost hundredth on each side may be
 * outside the picture (panning reaches it), unless `keep` returns true for them.
 *
 * @param {Float32Array} positions [V, 2]; y grows upwards
 * @param {{width: number, height: number, paddingX?: number, paddingY?: number}} box
 * @param {(index: number) => boolean} [keep] true for points that must be in the picture
 * @returns {View}
 */
export function fitView(positions, box, keep = () => false) {
  const { width, height, paddingX = 52, paddingY = 26 } = box;
  const xs = extent(positions, 0, keep);
  const ys = extent(positions, 1, keep);
  if (!xs || !ys) return { x: 0, y: 0, scale: 1 };
  const scale = Math.min(
    Math.max(1, width - 2 * paddingX) / Math.max(1e-9, xs[1] - xs[0]),
    Math.max(1, height - 2 * paddingY) / Math.max(1e-9, ys[1] - ys[0]),
  );
  return { x: (xs[0] + xs[1]) / 2, y: (ys[0] + ys[1]) / 2, scale };
}

const OUTER = 0.01;

/** @returns {[number, number] | null} */
function extent(
  /** @type {Float32Array} */ positions,
  /** @type {0 | 1} */ axis,
  /** @type {(index: number) => boolean} */ keep,
) {
  const all = [];
  const kept = [];
  for (let i = axis; i < positions.length; i += 2) {
    if (!Number.isFinite(positions[i])) continue;
    all.push(positions[i]);
    if (keep((i - axis) / 2)) kept.push(positions[i]);
  }
  if (!all.length) return null;
  const sorted = Float32Array.from(all).sort();
  const out = Math.floor(sorted.length * OUTER);
  const low = Math.min(sorted[out], ...kept);
  return [low, Math.max(sorted[sorted.length - 1 - out], ...kept)];
}

const mix = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ t) =>
  a + (b - a) * t;

/**
 * Whether a map was turned or mirrored rather than moved: the points are farther from where they
 * were than from the middle.
 * @param {Float32Array} before @param {Float32Array} now the same points, both centred
 */
export function isTurned(before, now) {
  if (before.length !== now.length) return false;
  let moved = 0;
  let size = 0;
  for (let i = 0; i < now.length; i++) {
    moved += (now[i] - before[i]) ** 2;
    size += now[i] ** 2;
  }
  return moved > size;
}

/** @param {View} a @param {View} b @param {number} t @returns {View} */
export const mixView = (a, b, t) =>
  t >= 1
    ? b // exactly, so that the end of a movement does not depend on its beginning
    : {
        x: mix(a.x, b.x, t),
        y: mix(a.y, b.y, t),
        scale: a.scale * (b.scale / a.scale) ** t,
      };

/** @param {Float32Array} from @param {Float32Array} to @param {number} t @param {Float32Array} out */
export function mixPositions(from, to, t, out) {
  if (t >= 1) {
    out.set(to);
    return out;
  }
  for (let i = 0; i < to.length; i++) out[i] = mix(from[i], to[i], t);
  return out;
}

/**
 * Converts data to screen coordinates: the view, then the reader's zoom.
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

/** The point nearest to (x, y) within `reach` pixels, or −1. Three thousand points take 10 µs. */
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
