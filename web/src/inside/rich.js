/** Text with variables and subscripts: '*h*_26_' is h₂₆. */
import { html, nothing, svg } from 'lit';

const MARKS = /\*([^*]+)\*|_([^_]+)_/g;

/** @typedef {{kind: 'plain' | 'letter' | 'sub', text: string}} Piece */

/** @param {string} text @returns {Piece[]} */
export function pieces(text) {
  /** @type {Piece[]} */
  const found = [];
  let at = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > at) found.push({ kind: 'plain', text: text.slice(at, match.index) });
    found.push(
      match[1] ? { kind: 'letter', text: match[1] } : { kind: 'sub', text: match[2] ?? '' },
    );
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ kind: 'plain', text: text.slice(at) });
  return found;
}

/** Without marks, for speech and measures. @param {string} text */
export const bare = (text) =>
  pieces(text)
    .map((piece) => piece.text)
    .join('');

/** @param {string} text */
export const rich = (text) =>
  pieces(text).map(({ kind, text: part }) =>
    kind === 'letter' ? html`<i>${part}</i>` : kind === 'sub' ? html`<sub>${part}</sub>` : part,
  );

/** For SVG: subscripts go down and come up again. @param {string} text */
export function richSvg(text) {
  let low = false;
  return pieces(text).map(({ kind, text: part }) => {
    const dy = kind === 'sub' ? (low ? 0 : 3) : low ? -3 : 0;
    low = kind === 'sub';
    const shift = dy || nothing;
    return svg`<tspan class=${kind} dy=${shift}>${part}</tspan>`;
  });
}
