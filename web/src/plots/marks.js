/**
 * Marks for groups: colour and shape together, so that groups can be distinguished without colour.
 */

/** @typedef {'circle' | 'square' | 'triangle' | 'diamond' | 'down' | 'plus' | 'star' | 'bar'} Shape */

/** @type {Shape[]} */
const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'down', 'plus', 'star', 'bar'];
export const COLOURS = 6;
const TURN = 24; // after so many groups colour and shape would come together again

/**
 * The named groups of the corpora. A group's place determines its colour and shape, so that it looks
 * the same on every page.
 */
export const GROUPS = [
  'people',
  'plants',
  'companies',
  'capitals',
  'countries',
  'waterside',
  'animals',
  'deeds',
];

/** @param {number} group @returns {{colour: number, shape: Shape}} */
export const markOf = (group) => ({
  colour: group % COLOURS,
  shape: SHAPES[(group + Math.floor(group / TURN)) % SHAPES.length],
});

/** The points of a star, outer and inner in turn. @returns {[number, number][]} */
const star = () =>
  Array.from({ length: 10 }, (_, i) => {
    const [r, angle] = [i % 2 ? 0.62 : 1.5, (Math.PI * i) / 5];
    return [round(r * Math.sin(angle)), round(-r * Math.cos(angle))];
  });

const round = (/** @type {number} */ x) => Math.round(100 * x) / 100;

/** The corners of the shapes that have some. @type {Record<string, [number, number][]>} */
const CORNERS = {
  triangle: [
    [0, -1.35],
    [1.25, 0.9],
    [-1.25, 0.9],
  ],
  down: [
    [0, 1.35],
    [1.25, -0.9],
    [-1.25, -0.9],
  ],
  diamond: [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  plus: [
    [-0.42, -1.3],
    [0.42, -1.3],
    [0.42, -0.42],
    [1.3, -0.42],
    [1.3, 0.42],
    [0.42, 0.42],
    [0.42, 1.3],
    [-0.42, 1.3],
    [-0.42, 0.42],
    [-1.3, 0.42],
    [-1.3, -0.42],
    [-0.42, -0.42],
  ],
  star: star(),
  bar: [
    [-0.6, -1.4],
    [0.6, -1.4],
    [0.6, 1.4],
    [-0.6, 1.4],
  ],
};

/**
 * Adds a mark to the path; all shapes have about the same area.
 * @param {Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'rect' | 'closePath'>} path @param {string} shape
 * @param {number} x @param {number} y @param {number} r radius of the circle
 */
export function addMark(path, shape, x, y, r) {
  if (shape === 'circle') {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
  } else if (shape === 'square') {
    const a = 0.89 * r; // (2a)² = πr²
    path.rect(x - a, y - a, 2 * a, 2 * a);
  } else {
    CORNERS[shape].forEach(([dx, dy], i) => {
      if (i === 0) path.moveTo(x + r * dx, y + r * dy);
      else path.lineTo(x + r * dx, y + r * dy);
    });
    path.closePath();
  }
}

/** The same mark as the `d` of an SVG path, centred in a box of side 2. */
export function markPath(/** @type {string} */ shape) {
  if (shape === 'circle') return 'M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z';
  if (shape === 'square') return 'M-.89,-.89H.89V.89H-.89Z';
  return `M${CORNERS[shape].map(([x, y]) => `${x},${y}`).join('L')}Z`;
}
