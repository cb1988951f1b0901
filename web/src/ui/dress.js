/** Style sheets of parts that are loaded later, for embedded demos: a page gets them with the part. */
/** @typedef {import('./root.js').Host} Host */
/** @typedef {() => Promise<{default: string}>} Load of a style sheet as text; with part() */

/** What each demo has, or is about to have. @type {WeakMap<Host, Set<Load>>} */
const known = new WeakMap();

/**
 * Gives a demo the style sheet of a part; called whenever the part is drawn.
 * @param {Host | null} host null: a page @param {Load} load
 */
export async function dress(host, load) {
  if (!host) return;
  const has = known.get(host) ?? new Set();
  known.set(host, has);
  if (has.has(load)) return;
  has.add(load);
  try {
    host.adopt?.((await load()).default);
  } catch {
    has.delete(load); // tried again when the part is drawn again
  }
}
