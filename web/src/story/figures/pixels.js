import { html, svg } from 'lit';
import { guard } from 'lit/directives/guard.js';

const LEVELS = 5;

/** One path for all squares of a strength; neighbours are one piece. @param {number[]} places in order @param {number} width */
function squares(places, width) {
  let path = '';
  for (let i = 0; i < places.length; ) {
    const [x, y] = [places[i] % width, Math.floor(places[i] / width)];
    let n = 1;
    while (places[i + n] === places[i] + n && x + n < width) n += 1;
    path += `M${x} ${y}h${n}v1h-${n}z`;
    i += n;
  }
  return path;
}

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
