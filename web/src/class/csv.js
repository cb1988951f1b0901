/** The hand-ins as a table for spreadsheets (RFC 4180). */
import { t } from '../i18n/index.js';

/**
 * @typedef {import('./session.js').Row} Row
 * @typedef {import('./task.js').Task} Task
 */

/** Spreadsheets take UTF-8 for another encoding without this mark. */
const MARK = '\ufeff';
/** A cell that begins with one of these is computed by spreadsheets. */
const FORMULA = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** @param {unknown} value */
export function cell(value) {
  const text = value === undefined || value === null || Number.isNaN(value) ? '' : String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /["\r\n,;\t]/.test(safe) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** @param {unknown[][]} lines */
export const csv = (lines) =>
  MARK + lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');

const HEADS = [
  'number',
  'name',
  'seat',
  'step',
  'task',
  'guess',
  'outcome',
  'reached',
  'best',
  'hints',
  'attempts',
  'verdict',
  'reason',
  'hash',
  'training',
];

/**
 * One line per hand-in and step; one for a hand-in that was not judged.
 * @param {Row[]} rows @param {Task[]} tasks one per step
 * @param {{reasonOf: (row: Row) => string, here: string}} words `here`: the address of the class page
 */
export function classTable(rows, tasks, { reasonOf, here }) {
  const lines = rows.flatMap((row) => {
    const { number, label, kind, handIn, judged } = row;
    const seat = handIn?.result.seat ?? '';
    const verdict = [t(`class.kind.${kind}`), reasonOf(row)];
    const steps = judged?.steps ?? [];
    if (!steps.length) {
      return [[number, label, seat, '', '', '', '', '', '', '', '', ...verdict, '', row.link]];
    }
    return steps.flatMap((step, i) => {
      const task = tasks[i];
      if (!task || (!step.attempts && step.guess === undefined)) return [];
      const { options, kind: asked } = task;
      const byOption = asked === 'options';
      const guess = byOption && step.guess ? options[Number(step.guess)] : step.guess;
      const outcome = byOption ? (options[step.came] ?? '') : step.outcome;
      const reached = task.goal ? t(step.reached ? 'class.yes' : 'class.no') : '';
      return [
        [
          number,
          label,
          seat,
          i + 1,
          task.title,
          guess,
          outcome,
          reached,
          step.reached || !task.goal ? step.best : '',
          step.hints,
          step.attempts,
          ...verdict,
          step.hash,
          step.link && new URL(step.link, here).href,
        ],
      ];
    });
  });
  return csv([HEADS.map((head) => t(`class.csv.${head}`)), ...lines]);
}
