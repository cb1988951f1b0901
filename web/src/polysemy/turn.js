/**
 * Rotates the map so that the senses are side by side, the first on the left, which uses the wide
 * picture. Rotation keeps all distances and angles of the PCA.
 *
 * @typedef {import('./frame.js').Frame} Frame
 */

/** The vector between the centres of the first two senses, and the spread of the points. */
function axisOf(/** @type {Omit<Frame, 'step'>} */ { positions, of }) {
  const sums = [0, 1].map(() => [0, 0, 0]);
  let scatter = 0;
  for (let i = 0; i < of.senses.length; i++) {
    const [x, y] = [positions[2 * i], positions[2 * i + 1]];
    scatter += x * x + y * y;
    const sum = sums[of.senses[i]];
    if (!sum) continue;
    sum[0] += x;
    sum[1] += y;
    sum[2] += 1;
  }
  const [a, b] = sums.map(([x, y, n]) => (n ? [x / n, y / n] : [0, 0]));
  return { x: b[0] - a[0], y: b[1] - a[1], scatter: Math.sqrt(scatter / of.senses.length) };
}

/** Keeps the rotation between the frames of one run, whose planes the core has already aligned. */
export class Turn {
  constructor() {
    this.angle = 0;
    /** @type {object | null} the occurrences of the previous frame */
    this.of = null;
  }

  /**
   * If the senses hardly differ, the angle is random; during training it is then kept, so that the
   * map does not spin. At rest it depends on the frame alone.
   * @template {Omit<Frame, 'step'>} T @param {T} frame @param {boolean} moving @returns {T}
   */
  apply(frame, moving) {
    if (!moving) this.angle = 0;
    const axis = axisOf(frame);
    const length = Math.hypot(axis.x, axis.y);
    if (length > 1e-6 && axis.scatter > 0) {
      const wanted = -Math.atan2(axis.y, axis.x);
      const far = Math.atan2(Math.sin(wanted - this.angle), Math.cos(wanted - this.angle));
      const sure = moving && this.of === frame.of ? Math.min(1, length / axis.scatter) ** 2 : 1;
      this.angle += sure * far;
    }
    this.of = frame.of;
    const [c, s] = [Math.cos(this.angle), Math.sin(this.angle)];
    /** @type {(p: [number, number]) => [number, number]} */
    const turned = ([x, y]) => [c * x - s * y, s * x + c * y];
    const positions = new Float32Array(frame.positions.length);
    for (let i = 0; i < positions.length; i += 2) {
      positions.set(turned([frame.positions[i], frame.positions[i + 1]]), i);
    }
    return {
      ...frame,
      positions,
      static: turned(frame.static),
      typed: frame.typed && { ...frame.typed, at: turned(frame.typed.at) },
      picked: frame.picked && { ...frame.picked, at: turned(frame.picked.at) },
    };
  }
}
