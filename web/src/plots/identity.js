/**
 * The V × V one-hot matrix: a diagonal of ones. Drawn as cells while they are large enough,
 * otherwise as a line.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{size: number, row: number}} data V and the highlighted row (−1 for none)
 * @param {{side: number, ratio: number,
 *   colours: {ink: string, soft: string, hairline: string, accent: string, ground: string}}} look
 */
export function drawIdentity(context, { size, row }, { side, ratio, colours }) {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, side, side);
  const cell = side / Math.max(1, size);
  if (cell >= 6) {
    context.strokeStyle = colours.hairline;
    context.lineWidth = 1;
    context.beginPath();
    for (let i = 1; i < size; i++) {
      context.moveTo(i * cell, 0);
      context.lineTo(i * cell, side);
      context.moveTo(0, i * cell);
      context.lineTo(side, i * cell);
    }
    context.stroke();
  }
  if (row >= 0) {
    context.fillStyle = colours.ground;
    context.fillRect(0, row * cell - Math.max(0, 3 - cell) / 2, side, Math.max(3, cell));
  }
  context.fillStyle = colours.ink;
  const drawn = Math.max(1.5, cell);
  const step = Math.max(1, Math.floor(size / (2 * side)));
  for (let i = 0; i < size; i += step) context.fillRect(i * cell, i * cell, drawn, drawn);
  if (row >= 0) {
    const mark = Math.max(7, cell);
    const centre = (row + 0.5) * cell;
    context.fillStyle = colours.accent;
    context.fillRect(centre - mark / 2, centre - mark / 2, mark, mark);
  }
}

/** The row at a height of the picture. */
export const rowAt = (
  /** @type {number} */ y,
  /** @type {number} */ side,
  /** @type {number} */ n,
) => Math.min(n - 1, Math.max(0, Math.floor((y / side) * n)));
