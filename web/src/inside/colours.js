import { tokens } from '../ui/canvas.js';

/** @typedef {import('../plots/cells.js').Rgb} Rgb */

const NAMES = /** @type {const} */ (['zero', 'plus', 'minus', 'lower', 'raise']);

/**
 * The colours of numbers and of gradients, as numbers: the canvas turns any name of a colour into
 * #rrggbb.
 * @param {Element} element @param {CanvasRenderingContext2D} context
 * @returns {Record<string, Rgb>}
 */
export function coloursOf(element, context) {
  const found = tokens(element, NAMES);
  const rgb = (/** @type {string} */ colour) => {
    context.fillStyle = '#000000';
    context.fillStyle = colour;
    const number = Number.parseInt(String(context.fillStyle).slice(1), 16);
    return /** @type {Rgb} */ ([number >> 16, (number >> 8) & 255, number & 255]);
  };
  return Object.fromEntries(NAMES.map((name) => [name, rgb(found[name])]));
}
