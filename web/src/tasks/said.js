/** Measures and their values in words. */
import { percent, similarity, whole } from '../i18n/format.js';
import { has, t } from '../i18n/index.js';
import { measureOf, QUANTITIES } from './quantities.js';

/** @typedef {import('./goal.js').Value} Value */

/** A value that is a name of ours, as `frozen` or `own`, in the reader's language. @param {string} name of the quantity @param {string} value */
const inWords = (name, value) =>
  has(`quantity.${name}.${value}`) ? t(`quantity.${name}.${value}`) : value;

/** What a measure is about: `place king queen` → place of “queen” among the nearest to “king”. @param {string} measure */
export function measureName(measure) {
  const { name, words: written } = measureOf(measure);
  const words = written.map((word) => inWords(name, word));
  const [a = '', b = '', c = '', d = ''] = words;
  const values = { a, b, c, d, all: words.join(' '), rest: words.slice(1).join(' ') };
  return has(`quantity.${name}`) ? t(`quantity.${name}`, values) : measure;
}

/** @param {string} measure @param {Value} value */
export function valueText(measure, value) {
  if (typeof value === 'string') return inWords(measureOf(measure).name, value);
  if (Number.isNaN(value)) return '–';
  const { kind = 'number' } = QUANTITIES[measureOf(measure).name] ?? {};
  if (kind === 'share') return percent(value);
  if (kind === 'similarity') return similarity(value);
  if (kind === 'place' || kind === 'whole') return whole(value);
  return value.toFixed(2);
}

/** A limit as a reader is told it. @param {string} measure @param {import('./goal.js').Limits} limits @param {(text: import('./lesson.js').Text | undefined) => string} said */
export function limitText(measure, { atMost, atLeast, is }, said) {
  if (is !== undefined)
    return t('lesson.condition.limit.is', { limit: valueText(measure, said(is)) });
  if (atMost !== undefined)
    return t('lesson.condition.limit.atMost', { limit: valueText(measure, atMost) });
  return t('lesson.condition.limit.atLeast', { limit: valueText(measure, atLeast ?? Number.NaN) });
}
