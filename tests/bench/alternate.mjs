// Runs programs in turn (A B C A B C …), so that changes in the machine's speed affect all of them
// alike. A speed is the median of its rounds. A ratio is the median of the ratios of the rounds.
import { median } from './command.mjs';

/**
 * @typedef {(round: number) => any} Run returns an object of figures, or {error}
 * @param {Record<string, Run | {run: Run, once: boolean}>} programs once: only in the first round
 * @param {number} rounds
 * @param {(name: string, round: number) => void} say before each run
 * @returns {Promise<Record<string, any[]>>} results by program; a program that fails is not run again,
 *   and its only result is {error}
 */
export async function alternate(programs, rounds, say) {
  const results = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const [name, program] of Object.entries(programs)) {
      const { run, once } = typeof program === 'function' ? { run: program } : program;
      if (results[name][0]?.error || (once && round > 1)) continue;
      say(name, round);
      try {
        const found = await run(round);
        results[name] = found.error ? [found] : [...results[name], found];
      } catch (error) {
        results[name] = [{ error: String(error.message ?? error).split('\n')[0] }];
      }
    }
  }
  return results;
}

/**
 * @param {Record<string, any[]>} results of alternate()
 * @param {string} figure that is compared, larger is better
 * @param {string} [reference] the program that is 1
 * @returns {{name: string, error?: string, value?: number, ratio?: number}[]}
 */
export function compare(results, figure, reference = '') {
  const base = results[reference] ?? [];
  return Object.entries(results).map(([name, found]) => {
    const failed = found.find(({ error }) => error);
    if (failed) return { name, error: failed.error };
    const ratios = found.flatMap((result, i) =>
      base[i]?.[figure] === undefined ? [] : [result[figure] / base[i][figure]],
    );
    const ratio = ratios.length > 0 ? median(ratios) : undefined;
    return { name, value: median(found.map((result) => result[figure])), ratio };
  });
}

/** The program with the largest median figure, among those that ran. */
export function fastest(results, figure, names) {
  const rows = compare(results, figure).filter(({ name, value }) => names.includes(name) && value);
  return rows.sort((a, b) => b.value - a.value)[0]?.name;
}
