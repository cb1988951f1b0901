import { PEN } from './ink.js';

/** Draws the content of the drawing pad. Points are in the unit square. */

/**
 * @param {CanvasRenderingContext2D} context @param {import('./ink.js').Stroke[]} strokes
 * @param {number} side @param {string} ink
 */
export function paintStrokes(context, strokes, side, ink) {
  Object.assign(context, { lineWidth: 2 * PEN * side, lineCap: 'round', lineJoin: 'round' });
  context.strokeStyle = ink;
  for (const stroke of strokes) {
    context.beginPath();
    stroke.forEach(([x, y], i) => {
      if (i === 0) context.moveTo(x * side, y * side);
      context.lineTo(x * side, y * side);
    });
    context.stroke();
  }
}

/** Draws a picture from a file, as ink. */
export function paintPicture(
  /** @type {CanvasRenderingContext2D} */ context,
  /** @type {import('./ink.js').Ink} */ { size, values },
  /** @type {number} */ side,
  /** @type {string} */ ink,
) {
  const cell = side / size;
  context.fillStyle = ink;
  values.forEach((value, i) => {
    if (!(value > 0.02)) return;
    context.globalAlpha = value;
    const x = i % size;
    context.fillRect(x * cell, ((i - x) / size) * cell, cell + 0.3, cell + 0.3);
  });
  context.globalAlpha = 1;
}

/** Marks the position of the keyboard's pen: filled while the pen is down. */
export function paintCursor(
  /** @type {CanvasRenderingContext2D} */ context,
  /** @type {[number, number]} */ [x, y],
  /** @type {number} */ side,
  /** @type {string} */ colour,
  /** @type {boolean} */ down,
) {
  context.beginPath();
  context.arc(x * side, y * side, PEN * side + 3, 0, 2 * Math.PI);
  Object.assign(context, { strokeStyle: colour, fillStyle: colour, lineWidth: 2 });
  if (down) context.fill();
  else context.stroke();
}
