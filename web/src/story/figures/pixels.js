import { html, svg } from 'lit';
import { guard } from 'lit/directives/guard.js';

const LEVELS = 6;

/** One path for all squares of a strength. @param {number[]} places @param {number} width */
const squares = (places, width) =>
  places.map((at) => `M${at % width} ${Math.floor(at / width)}h1v1h-1z`).join('');

/**
 * Numbers as a grid of squares: ink for a picture; blue above zero and orange below for weights.
 * @param {ArrayLike<number>} values row by row
 * @param {number} width
 * @param {{most: number, kind: 'ink' | 'signed' | 'found', label?: string}} how most: the number
 *   that is drawn full; label: the picture in words, without one it is decoration
 */
export function pixels(values, width, { most, kind, label }) {
  const height = values.length / width;
  const draw = () => {
    /** @type {Map<number, number[]>} places by strength, negative below zero */
    const found = new Map();
    for (let i = 0; i < values.length; i++) {
      const level = Math.round(Math.max(-1, Math.min(1, values[i] / most)) * LEVELS);
      if (level) found.set(level, [...(found.get(level) ?? []), i]);
    }
    return html`<svg
      class=${`pixels ${kind}`}
      viewBox=${`0 0 ${width} ${height}`}
      role=${label ? 'img' : 'presentation'}
      aria-label=${label ?? ''}
      aria-hidden=${label ? 'false' : 'true'}
    >
      ${[...found].map(
        ([level, places]) =>
          svg`<path class=${level < 0 ? 'below' : 'above'} fill-opacity=${Math.abs(level) / LEVELS} d=${squares(places, width)} />`,
      )}
    </svg>`;
  };
  return guard([values, most, kind, label], draw);
}
