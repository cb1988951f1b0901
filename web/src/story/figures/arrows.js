import { html, svg } from 'lit';

/**
 * @typedef {object} Arrow
 * @property {string} from name at its start
 * @property {string} to name at its end
 * @property {[number, number]} start
 * @property {[number, number]} end
 * @property {[string, string] | null} [parts] names of the start and the end for the symbols of a
 *   formula; arrows with these stand out
 */

const WIDTH = 620;
const HEIGHT = 380;
const SIDE = 165; // for the names
const EDGE = 18;
const LINE = 26; // smallest distance between two names

/**
 * Places names in a column near their points without overlap.
 * @param {number[]} heights of the points
 */
function column(heights) {
  const order = heights.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  const placed = order.map(({ y }) => y);
  for (let i = 1; i < placed.length; ++i) placed[i] = Math.max(placed[i], placed[i - 1] + LINE);
  const over = (placed.at(-1) ?? 0) - (HEIGHT - EDGE);
  if (over > 0) {
    placed[placed.length - 1] -= over;
    for (let i = placed.length - 2; i >= 0; --i) {
      placed[i] = Math.min(placed[i], placed[i + 1] - LINE);
    }
  }
  /** @type {number[]} */
  const found = [];
  order.forEach(({ i }, n) => {
    found[i] = placed[n];
  });
  return found;
}

/**
 * Words on a map, and arrows between them: equal lengths are equal distances in both directions.
 * @param {Arrow[]} all
 * @param {object} how
 * @param {string} how.label the picture in words
 * @param {{start: [number, number], end: [number, number], name: string}} [how.copy] an arrow that
 *   was moved here
 */
export function arrows(all, { label, copy }) {
  const points = [...all, ...(copy ? [copy] : [])].flatMap(({ start, end }) => [start, end]);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, low, high] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const size = Math.min(
    (WIDTH - 2 * SIDE) / (right - left || 1),
    (HEIGHT - 2 * EDGE) / (high - low || 1),
  );
  const place = (/** @type {[number, number]} */ [x, y]) =>
    /** @type {[number, number]} */ ([
      WIDTH / 2 + (x - (left + right) / 2) * size,
      HEIGHT / 2 - (y - (low + high) / 2) * size,
    ]);
  const drawn = all.map((arrow) => ({ ...arrow, a: place(arrow.start), b: place(arrow.end) }));
  const columns = [
    Math.min(...drawn.map(({ a }) => a[0])) - 16,
    Math.max(...drawn.map(({ b }) => b[0])) + 16,
  ];
  const moved = copy && { ...copy, a: place(copy.start), b: place(copy.end) };
  const starts = column(drawn.map(({ a }) => a[1]));
  const ends = column(drawn.map(({ b }) => b[1]));
  const ordered = drawn
    .map((arrow, i) => ({ ...arrow, i }))
    .sort((x, y) => Number(Boolean(x.parts)) - Number(Boolean(y.parts)));
  return html`<svg class="arrows" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}>
    <defs>
      ${['plain', 'main', 'copy'].map(
        (
          kind,
        ) => svg`<marker id=${`arrow-${kind}`} class=${kind} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0 0L10 5L0 10Z" />
        </marker>`,
      )}
    </defs>
    ${
      moved
        ? svg`<g class="arrow copy">
          <line class="shaft" x1=${moved.a[0]} y1=${moved.a[1]} x2=${moved.b[0]} y2=${moved.b[1]} marker-end="url(#arrow-copy)" />
          <text x=${(moved.a[0] + moved.b[0]) / 2} y=${(moved.a[1] + moved.b[1]) / 2 + (moved.b[1] < moved.a[1] ? 30 : 26)}>${moved.name}</text>
        </g>`
        : ''
    }
    ${ordered.map(({ from, to, a, b, parts, i }) => {
      const kind = parts ? 'main' : 'plain';
      const name = (
        /** @type {string} */ word,
        /** @type {number} */ x,
        /** @type {number} */ y,
        /** @type {[number, number]} */ point,
        /** @type {string} */ side,
        /** @type {string} */ part,
      ) => svg`<g data-part=${part}>
        <line class="leader" x1=${x} y1=${y} x2=${point[0]} y2=${point[1]} />
        <circle class="end" cx=${point[0]} cy=${point[1]} r="4" />
        <text class=${side} x=${x + (side === 'start' ? -6 : 6)} y=${y + 5}>${word}</text>
      </g>`;
      return svg`<g class=${`arrow ${kind}`}>
        <line class="shaft" x1=${a[0]} y1=${a[1]} x2=${b[0]} y2=${b[1]} marker-end=${`url(#arrow-${kind})`} />
        ${name(from, columns[0], starts[i], a, 'start', parts?.[0] ?? '')}
        ${name(to, columns[1], ends[i], b, 'finish', parts?.[1] ?? '')}
      </g>`;
    })}
  </svg>`;
}
