import { plain } from '../../i18n/format.js';
import { has, t } from '../../i18n/index.js';
import { applies } from '../model-fields.js';
import { FIELDS } from '../table.js';

/**
 * What can be compared between runs, and what differs between them.
 *
 * @typedef {import('../runs.js').Run} Run
 * @typedef {{name: string, from: string, to: string}} Difference of a setting, in two runs
 */

/**
 * The settings on which the size of a loss depends, by reason: losses of runs that differ in one of
 * them are not comparable.
 * @type {Record<string, string[]>}
 */
const REASONS = {
  corpus: ['corpus', 'text'],
  words: ['tokenizer', 'sentences', 'minCount', 'sample'],
  objective: ['objective', 'negative', 'nsExponent', 'samples'],
  heldout: ['heldout'],
};

/** The settings that have an effect in a run; `text` is that of an own corpus. @param {Run} run */
function settingsOf({ model, values }) {
  const known = { ...values, model };
  const rows = FIELDS.filter(({ name, training }) => {
    if (!training || name === 'model') return false;
    if (name === 'text') return values.corpus === 'own';
    return ['corpus', 'tokenizer', 'sentences'].includes(name) || applies(rowOf(name), known);
  });
  /** @type {Record<string, unknown>} any setting, by name */
  const all = values;
  return new Map(rows.map(({ name }) => [name, all[name]]));
}

const rowOf = (/** @type {string} */ name) =>
  /** @type {typeof FIELDS[number]} */ (FIELDS.find((row) => row.name === name));

const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Why the losses of two runs are not comparable; '' if they are.
 * @param {Run} a @param {Run} b
 * @returns {'' | 'model' | 'corpus' | 'words' | 'objective' | 'heldout'}
 */
export function reasonApart(a, b) {
  if (a.model !== b.model) return 'model';
  const [left, right] = [settingsOf(a), settingsOf(b)];
  const reason = Object.keys(REASONS).find((name) =>
    REASONS[name].some((field) => !same(left.get(field), right.get(field))),
  );
  return /** @type {ReturnType<typeof reasonApart>} */ (reason ?? '');
}

/**
 * The names of the settings that are not the same in all runs, in the order of the table.
 * @param {Run[]} runs @returns {string[]}
 */
export function differing(runs) {
  const all = runs.map(settingsOf);
  return FIELDS.map(({ name }) => name).filter((name) => {
    const values = all.map((settings) => JSON.stringify(settings.get(name) ?? null));
    return new Set(values).size > 1;
  });
}

/** A setting as text. @param {string} name @param {unknown} value */
export function shownValue(name, value) {
  if (value === undefined || value === null) return '–';
  if (name === 'text') return t('runs.ownText');
  if (typeof value === 'number') return plain(value);
  if (typeof value === 'boolean') return t(value ? 'runs.on' : 'runs.off');
  for (const key of [`${name}.${value}`, `parameter.${name}.${value}`, `runs.${name}.${value}`]) {
    if (has(key)) return t(key);
  }
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** @param {Run} run @param {string} name */
export const settingOf = (run, name) => settingsOf(run).get(name);

/** The short name of a setting. @param {string} name */
export const shownName = (name) =>
  has(`runs.short.${name}`) ? t(`runs.short.${name}`) : t(`parameter.${name}`);

/**
 * How a run differs from the one it is compared with.
 * @param {Run} run @param {Run} other @returns {Difference[]}
 */
export const differences = (run, other) =>
  differing([other, run]).map((name) => ({
    name: shownName(name),
    from: shownValue(name, settingOf(other, name)),
    to: shownValue(name, settingOf(run, name)),
  }));

const MOST_NAMED = 2;

/**
 * The name of a run beside the current one: by what differs.
 * @param {Run} run @param {Run | null} current
 */
export function nameOf(run, current) {
  const model = t(`story.${run.model}`);
  if (!current || run === current || run.model !== current.model) return model;
  const found = differences(run, current);
  const named = found.slice(0, MOST_NAMED).map(({ name, to }) => `${name} ${to}`);
  if (!named.length) return model;
  return named.join(' · ') + (found.length > MOST_NAMED ? ' …' : '');
}

/** "size 8 → 32": the change from this run to the current one. @param {Run} run @param {Run} current */
export const changeFrom = (run, current) =>
  differences(current, run)
    .map(({ name, from, to }) => `${name} ${from} → ${to}`)
    .join(' · ');

/**
 * The columns of the table: what differs, then the results that some run has.
 * @param {Run[]} runs
 * @returns {Array<{id: string, head: string, of: (run: Run) => string | number}>} numbers for
 *   sorting and for the file
 */
export function columnsOf(runs) {
  const numberOr = (/** @type {unknown} */ value) =>
    typeof value === 'number' ? value : undefined;
  const settings = differing(runs).map((name) => ({
    id: name,
    head: shownName(name),
    of: (/** @type {Run} */ run) =>
      numberOr(settingOf(run, name)) ?? shownValue(name, settingOf(run, name)),
  }));
  const heldout = (/** @type {Run} */ run) => run.heldout.at(-1)?.loss ?? Number.NaN;
  const accuracy = (/** @type {Run} */ { accuracy: found }) =>
    found ? found.correct / Math.max(1, found.total) : Number.NaN;
  const results = [
    { id: 'trained', head: t('runs.trained'), of: (/** @type {Run} */ run) => run.epoch },
    { id: 'loss', head: t('runs.loss'), of: (/** @type {Run} */ run) => run.loss },
    { id: 'heldoutLoss', head: t('runs.heldoutLoss'), of: heldout },
    { id: 'accuracy', head: t('runs.accuracy'), of: accuracy },
  ].filter(({ id, of }) => id === 'loss' || runs.some((run) => Number.isFinite(of(run))));
  const model = {
    id: 'model',
    head: t('runs.model'),
    of: (/** @type {Run} */ run) => t(`story.${run.model}`),
  };
  return [model, ...settings, ...results];
}

/**
 * The table as CSV. Cells that contain separators are quoted; a text that a spreadsheet would
 * compute as a formula begins with an apostrophe.
 * @param {Run[]} runs
 */
export function csvOf(runs) {
  const columns = columnsOf(runs);
  const cell = (/** @type {string | number} */ value) => {
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
    const safe = /^[=+\-@]/.test(value) ? `'${value}` : value;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    columns.map(({ id }) => id),
    ...runs.map((run) => columns.map(({ of }) => of(run))),
  ];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** @param {Run[]} runs @param {{of: (run: Run) => string | number}} column @param {boolean} falling */
export function sortedBy(runs, { of }, falling) {
  const order = (/** @type {Run} */ a, /** @type {Run} */ b) => {
    const [x, y] = [of(a), of(b)];
    if (typeof x === 'number' && typeof y === 'number') {
      if (Number.isNaN(x) || Number.isNaN(y))
        return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
      return falling ? y - x : x - y;
    }
    return String(x).localeCompare(String(y)) * (falling ? -1 : 1);
  };
  return [...runs].sort(order);
}
