/** Where words were and where they went, when the text was changed. */

/**
 * @typedef {import('../../api/model.js').Model} Model
 * @typedef {{word: string, from: [number, number], to: [number, number], moved: number,
 *   asked: boolean}} Move moved: the distance, as a share of the map's size
 * @typedef {{moves: Move[], gone: string[]}} Maps moves: the longest first; gone: words that the
 *   changed text no longer has
 */

/** The map is readable with so many words; those of the question are always among them. */
const MOST_WORDS = 60;

/**
 * The map of the second model is turned onto that of the first (Procrustes).
 * @param {Model} before @param {Model} after @param {string[]} asked
 * @returns {Promise<Maps>}
 */
export async function mapsOf(before, after, asked) {
  const [words, others] = await Promise.all([before.vocabulary(), after.vocabulary()]);
  const known = new Set(others.map(({ word }) => word));
  const all = words.map(({ word }) => word);
  const shared = all.filter((word) => known.has(word));
  const gone = all.filter((word) => !known.has(word));
  const [from, to] = await Promise.all([
    before.projection({ words: shared, align: false }),
    after.projection({ words: shared, align: false }),
  ]);
  const previous = from.positions;
  const turned = await before.alignPositions({
    previous,
    current: to.positions,
    all: to.positions,
  });
  const size = Math.max(...[0, 1].map((axis) => extent(previous, axis))) || 1;
  const moves = shared.map((word, i) => {
    const [x, y] = [previous[2 * i], previous[2 * i + 1]];
    const [u, v] = [turned[2 * i], turned[2 * i + 1]];
    return {
      word,
      from: /** @type {[number, number]} */ ([x, y]),
      to: /** @type {[number, number]} */ ([u, v]),
      moved: Math.hypot(u - x, v - y) / size,
      asked: asked.includes(word),
    };
  });
  moves.sort((a, b) => b.moved - a.moved);
  const shown = moves.filter((move, i) => move.asked || i < MOST_WORDS);
  return { moves: shown, gone };
}

/** @param {Float32Array} positions @param {number} axis */
function extent(positions, axis) {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = axis; i < positions.length; i += 2) {
    least = Math.min(least, positions[i]);
    most = Math.max(most, positions[i]);
  }
  return most - least;
}
