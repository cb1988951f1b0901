/**
 * Draws what one step of training does to the words on the map: an arrow for each row that moves,
 * rings around the word to guess and the noise words.
 *
 * @typedef {object} Pull
 * @property {{index: number, x: number, y: number}[]} moves in units of the map; y grows upwards
 * @property {number} target the word to guess; −1: none on the map
 * @property {number[]} noise words of negative sampling
 *
 * @typedef {{accent: string, lower: string, panel: string}} Colours
 * @typedef {(context: import('./drawing.js').Drawing, screen: Float32Array, scale: number,
 *   colours: Colours) => void} DrawPull
 */
const LONGEST = 64; // pixels of the longest arrow; the others are drawn to the same scale
const SHORTEST = 10; // so that its head can be seen
const RING = 9;

/** The length of each arrow in pixels. @param {Pull['moves']} moves @param {number} scale of type */
export function arrowsOf(moves, scale) {
  const most = Math.max(0, ...moves.map(({ x, y }) => Math.hypot(x, y)));
  return moves.map(({ index, x, y }) => {
    const size = Math.hypot(x, y);
    const length = Math.max(SHORTEST, (LONGEST * size) / most) * scale;
    return { index, dx: (x / size) * length, dy: (-y / size) * length };
  });
}

/**
 * @param {import('./drawing.js').Drawing} context @param {Float32Array} screen [V, 2] in pixels
 * @param {Pull} pull @param {number} scale of type @param {Colours} colours
 */
export function drawPull(context, screen, { moves, target, noise }, scale, colours) {
  const ring = (/** @type {number} */ i) => {
    context.beginPath();
    context.arc(screen[2 * i], screen[2 * i + 1], RING * scale, 0, 2 * Math.PI);
    context.stroke();
  };
  context.lineWidth = 1.5 * scale;
  context.strokeStyle = colours.lower;
  for (const i of noise) ring(i);
  context.strokeStyle = colours.accent;
  context.setLineDash([4 * scale, 3 * scale]);
  if (target >= 0) ring(target);
  context.setLineDash([]);
  for (const arrow of arrowsOf(moves, scale)) drawArrow(context, screen, arrow, scale, colours);
}

/** @param {import('./drawing.js').Drawing} context @param {Float32Array} screen @param {{index: number, dx: number, dy: number}} arrow @param {number} scale @param {Colours} colours */
function drawArrow(context, screen, { index, dx, dy }, scale, colours) {
  const [x, y] = [screen[2 * index], screen[2 * index + 1]];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const head = 8 * scale;
  const [nx, ny] = [x + dx - head * ux, y + dy - head * uy];
  for (const [colour, width] of /** @type {const} */ ([
    [colours.panel, 5],
    [colours.accent, 2],
  ])) {
    context.strokeStyle = colour;
    context.lineWidth = width * scale;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(nx, ny);
    context.stroke();
  }
  context.fillStyle = colours.accent;
  context.beginPath();
  context.moveTo(x + dx, y + dy);
  context.lineTo(nx - 0.5 * head * uy, ny + 0.5 * head * ux);
  context.lineTo(nx + 0.5 * head * uy, ny - 0.5 * head * ux);
  context.closePath();
  context.fill();
}
