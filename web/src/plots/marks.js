/**
 * Marks for groups: colour and shape together, so that groups can be distinguished without colour.
 */

/** @typedef {'circle' | 'square' | 'triangle' | 'diamond' | 'down'} Shape */

/** @type {Shape[]} */
const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'down'];
export const COLOURS = 6;

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
  shape: SHAPES[(group + Math.floor(group / COLOURS)) % SHAPES.length],
});

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
    /** @type {Record<string, [number, number][]>} */
    const corners = {
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
    };
    corners[shape].forEach(([dx, dy], i) => {
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
  if (shape === 'diamond') return 'M0,-1.3L1.3,0L0,1.3L-1.3,0Z';
  return shape === 'down' ? 'M0,1.35L1.25,-.9L-1.25,-.9Z' : 'M0,-1.35L1.25,.9L-1.25,.9Z';
}
