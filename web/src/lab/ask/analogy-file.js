/** The analogies of a bundled corpus, as a file that is evaluated. */

/** @typedef {import('../../../corpora/relations.js').Analogy} Analogy */

/** In gensim's format. @param {Analogy[]} analogies */
export function analogyFile(analogies) {
  /** @type {Map<string, string[]>} */
  const bySection = new Map();
  for (const { section, a, b, c, d } of analogies) {
    if (!bySection.has(section)) bySection.set(section, []);
    bySection.get(section)?.push(`${a} ${b} ${c} ${d}`);
  }
  return [...bySection].map(([name, lines]) => [`: ${name}`, ...lines].join('\n')).join('\n');
}

/** @type {WeakMap<object, string>} created once for each corpus */
const files = new WeakMap();

/** Of the corpus of the model; empty if it has none. @param {import('./question.js').Asking} asking */
export function analogiesOf({ session, slot }) {
  const analogies = session.presetOf(slot)?.analogies;
  if (!analogies?.length) return '';
  const file = files.get(analogies) ?? analogyFile(analogies);
  files.set(analogies, file);
  return file;
}
