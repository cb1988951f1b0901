/** What the programs with a Word2Vec of another library have in common. */
import { assignments, literal, READ, VERDICT } from './python.js';

/** Smallest rank correlation of similarities between two runs that count as the same. */
const SIMILARITIES_TOLERANCE = 0.4;

/**
 * What stands before `main`: the settings, what the browser found, and helpers.
 * @param {Record<string, unknown>} settings of the library's class
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


${VERDICT}`;

/** The end of `main`: how well the similarities `here` agree with the browser's. */
export const COMPARE = `    agreement = spearmanr(here, SIMILARITIES)[0]
    verdict("Rank correlation of similarities", agreement, 1.0, agreement >= TOLERANCE, f"at least {TOLERANCE}")`;
