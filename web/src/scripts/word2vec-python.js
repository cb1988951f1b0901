/** Common parts of the programs for Word2Vec in other libraries. */
import { assignments, literal, READ, verdict } from './python.js';

/** The smallest rank correlation of similarities at which two runs count as equal. */
const SIMILARITIES_TOLERANCE = 0.4;

/**
 * The part before `main`: the settings, the browser's values, and helpers.
 * @param {Record<string, unknown>} settings arguments of the library's class
 * @param {Pick<import('./python.js').Run, 'words' | 'similarities'>} run
 */
export const given = (settings, { words, similarities }) => `SETTINGS = {
${Object.entries(settings)
  .map(([name, value]) => `    "${name}": ${literal(value)},`)
  .join('\n')}
}
WORDS = ${literal(words)}
# Similarity of each pair of them in the browser: (0, 1), (0, 2), …, (1, 2), …
${assignments({
  SIMILARITIES: similarities.map((x) => Number(x.toFixed(3))),
  TOLERANCE: SIMILARITIES_TOLERANCE,
})}


${READ}


${verdict()}`;

/** The end of `main`: compares the similarities `here` with the browser's. */
export const COMPARE = `    agreement = spearmanr(here, SIMILARITIES)[0]
    verdict("Rank correlation of similarities", agreement, 1.0, agreement >= TOLERANCE, f"at least {TOLERANCE}")`;
