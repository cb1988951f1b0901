/**
 * Summarises the results of the comparison so far.
 *
 * @typedef {{mode: string, labels: number, seed: number, accuracy: number}} Result
 * @typedef {import('../plots/label-curves.js').Summary} Summary
 *
 * @typedef {{id: number, accuracy: number, control: boolean}} Try result of one classifier;
 *   `control`: trained from scratch for comparison
 * @typedef {Try & {mode: string, shots: number}} TextTry
 * @typedef {Try & {locks: string[], origin: string, count: number, own: number, seconds: number,
 *   slots: object}} ImageTry
 */

import { meanAndSpread } from '../plots/statistics.js';

/** @param {Result[]} results @returns {Summary[]} by mode and labels, in order of first appearance */
export function summarise(results) {
  /** @type {Map<string, {mode: string, labels: number, all: number[]}>} */
  const groups = new Map();
  for (const { mode, labels, accuracy } of results) {
    const key = `${mode} ${labels}`;
    if (!groups.has(key)) groups.set(key, { mode, labels, all: [] });
    groups.get(key)?.all.push(accuracy);
  }
  return [...groups.values()].map(({ mode, labels, all }) => {
    const seeds = all.length;
    const { mean, spread } = meanAndSpread(all);
    return { mode, labels, mean, spread: seeds > 1 ? spread : Number.NaN, seeds, all };
  });
}

/** @param {Summary[]} summary @param {string} mode @param {number} labels */
export const find = (summary, mode, labels) =>
  summary.find((row) => row.mode === mode && row.labels === labels);

/**
 * The difference in points between the better of the two transfer modes and training from scratch;
 * null while unknown.
 * @param {Summary[]} summary @param {number} labels
 * @returns {{labels: number, mode: string, with: number, without: number, points: number} | null}
 */
export function gapAt(summary, labels) {
  const scratch = find(summary, 'scratch', labels);
  const transfers = ['frozen', 'fine-tuned']
    .flatMap((mode) => find(summary, mode, labels) ?? [])
    .sort((a, b) => b.mean - a.mean);
  if (!scratch || !transfers.length) return null;
  const [best] = transfers;
  const points = 100 * (best.mean - scratch.mean);
  return { labels, mode: best.mode, with: best.mean, without: scratch.mean, points };
}

/**
 * The differences to report: with few labels (5, else the nearest number) and with the most labels.
 * @param {Summary[]} summary
 */
export function gaps(summary) {
  const known = [...new Set(summary.map(({ labels }) => labels))]
    .filter((labels) => gapAt(summary, labels))
    .sort((a, b) => a - b);
  const few = known.filter((labels) => labels <= 5).at(-1) ?? known[0];
  const many = known.at(-1);
  return {
    few: few === undefined ? null : gapAt(summary, few),
    many: many === undefined || many === few ? null : gapAt(summary, many),
  };
}
