import { html, nothing, svg } from 'lit';

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
 * Places names in a column as near to their points as they can be without overlap: neighbours that
 * are too close become a block around the mean of their points.
 * @param {number[]} heights of the points
 */
function column(heights) {
  const order = heights.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  /** @type {{sum: number, count: number}[]} */
  const blocks = []; // of heights less n · LINE, which must not fall
  order.forEach(({ y }, n) => {
    let block = { sum: y - n * LINE, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; ) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  });
  const placed = blocks.flatMap(({ sum, count }) => Array(count).fill(sum / count));
  const most = HEIGHT - EDGE - (order.length - 1) * LINE;
  /** @type {number[]} */
  const found = [];
  order.forEach(({ i }, n) => {
    found[i] = Math.min(Math.max(placed[n], EDGE), most) + n * LINE;
  });
  return found;
}

/**
 * A line with a head. (Markers have ids, which would have to differ between pictures of one page.)
 * @param {[number, number]} a @param {[number, number]} b
 */
function shaft(a, b) {
  const angle = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
  return svg`<line class="shaft" x1=${a[0]} y1=${a[1]} x2=${b[0]} y2=${b[1]} />
    <path class="head" d="M1 0L-9 4.5V-4.5Z" transform=${`translate(${b[0]} ${b[1]}) rotate(${angle.toFixed(1)})`} />`;
}

/**
 * Words on a map, and arrows between them: equal lengths are equal distances in both directions.
 * @param {Arrow[]} all
 * @param {object} how
 * @param {string} how.label the picture in words
 * @param {{start: [number, number], end: [number, number], name: string}} [how.copy] an arrow that
 *   was moved to the start of another
 * @param {[number, number][]} [how.within] points for which the map has room, besides those shown
 */
export function arrows(all, { label, copy, within = [] }) {
  const shown = [...all, ...(copy ? [copy] : [])].flatMap(({ start, end }) => [start, end]);
  const points = [...shown, ...within];
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
  // As far out as the map reaches, so that names stay where they are while points move.
  const columns = [left, right].map((x) => place([x, 0])[0]);
  columns[0] -= 16;
  columns[1] += 16;
  const moved = copy && { ...copy, a: place(copy.start), b: place(copy.end), below: 0 };
  if (moved) {
    const lower = drawn
      .filter(({ a }) => a[1] === moved.a[1])
      .map(({ b }) => b[1])
      .concat(moved.b[1]);
    moved.below = (moved.a[1] + Math.max(...lower)) / 2 + LINE;
  }
  const starts = column(drawn.map(({ a }) => a[1]));
  const ends = column(drawn.map(({ b }) => b[1]));
  const ordered = drawn
    .map((arrow, i) => ({ ...arrow, i }))
    .sort((x, y) => Number(Boolean(x.parts)) - Number(Boolean(y.parts)));
  return html`<svg class="arrows" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}>
    ${
      moved
        ? svg`<g class="arrow copy">
          ${shaft(moved.a, moved.b)}
          <text x=${(moved.a[0] + moved.b[0]) / 2} y=${moved.below}>${moved.name}</text>
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
        /** @type {string | undefined} */ part,
      ) => svg`<g data-part=${part ?? nothing}>
        <line class="leader" x1=${x} y1=${y} x2=${point[0]} y2=${point[1]} />
        ${side === 'start' ? svg`<circle class="end" cx=${point[0]} cy=${point[1]} r="4" />` : ''}
        <text class=${side} x=${x + (side === 'start' ? -6 : 6)} y=${y + 5}>${word}</text>
      </g>`;
      return svg`<g class=${`arrow ${kind}`}>
        ${shaft(a, b)}
        ${name(from, columns[0], starts[i], a, 'start', parts?.[0])}
        ${name(to, columns[1], ends[i], b, 'finish', parts?.[1])}
      </g>`;
    })}
  </svg>`;
}
