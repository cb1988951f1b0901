/** The map with an arrow from where each word was to where it went. */
import { html, svg } from 'lit';
import { comma, percent } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';

/** @typedef {import('./maps.js').Maps} Maps */

const [WIDTH, HEIGHT, EDGE] = [640, 400, 40];
const NAMED = 14; // words beside those of the question, where there is room
const [LABEL_WIDTH, LABEL_HEIGHT] = [64, 16];
const LISTED = 8;

/** @param {Maps} maps */
function scaleOf({ moves }) {
  const points = moves.flatMap(({ from, to }) => [from, to]);
  const axis = (/** @type {0 | 1} */ i) => {
    const values = points.map((point) => point[i]);
    return { least: Math.min(...values), most: Math.max(...values) };
  };
  const [x, y] = [axis(0), axis(1)];
  const span = (/** @type {{least: number, most: number}} */ a) => a.most - a.least || 1;
  return (/** @type {[number, number]} */ [u, v]) => [
    EDGE + ((u - x.least) / span(x)) * (WIDTH - 2 * EDGE),
    HEIGHT - EDGE - ((v - y.least) / span(y)) * (HEIGHT - 2 * EDGE),
  ];
}

/**
 * Which words are named: those of the question, then the farthest, unless another name is there.
 * @param {Maps} maps @param {(point: [number, number]) => number[]} place
 */
function namedOf({ moves }, place) {
  /** @type {number[][]} */
  const taken = [];
  const first = [...moves.filter(({ asked }) => asked), ...moves.filter(({ asked }) => !asked)];
  return new Set(
    first
      .filter(({ to, asked }) => {
        const [x, y] = place(to);
        const free = taken.every(
          ([u, v]) => Math.abs(u - x) > LABEL_WIDTH || Math.abs(v - y) > LABEL_HEIGHT,
        );
        if (!asked && (!free || taken.length >= NAMED)) return false;
        taken.push([x, y]);
        return true;
      })
      .map(({ word }) => word),
  );
}

/** @param {Maps} maps */
export function moveMap(maps) {
  const place = scaleOf(maps);
  const { moves, gone } = maps;
  const named = namedOf(maps, place);
  return html`<figure class="move-map">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${t('sentences.map')}>
      <defs>
        <marker id="move-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">
          <path d="M0 0 8 4 0 8z"></path>
        </marker>
      </defs>
      ${moves.map(({ word, from, to, asked }) => {
        const [[x, y], [u, v]] = [place(from), place(to)];
        return svg`<g class=${asked ? 'asked' : ''}>
          <circle cx=${x} cy=${y} r="2.5"></circle>
          <line x1=${x} y1=${y} x2=${u} y2=${v} marker-end="url(#move-head)"></line>
          ${named.has(word) ? svg`<text x=${u + 5} y=${v - 5}>${word}</text>` : ''}
        </g>`;
      })}
    </svg>
    <figcaption>
      ${t('sentences.mapNote')}
      ${t('sentences.moved', {
        words: moves
          .slice(0, LISTED)
          .map(({ word, moved }) => t('sentences.movedOne', { word, share: percent(moved) }))
          .join(comma()),
      })}
      ${gone.length ? t('sentences.gone', { words: gone.slice(0, LISTED).join(comma()) }) : ''}
    </figcaption>
  </figure>`;
}
