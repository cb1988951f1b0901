/** An equation in one line, which is what a screen reader hears: h₂₆ = tanh(0.836) = 0.68. */
import { t } from '../i18n/index.js';
import { exactChance, factor, figure, fixed } from './figures.js';

const SHOWN = 2;

/** @param {import('./arithmetic.js').Equation} equation @param {boolean} blamed @param {number} digits */
export function headline({ symbol, kind, value, parts, bias, sum, squeeze, goes }, blamed, digits) {
  const name = blamed ? t('inside.blameIs', { symbol }) : symbol;
  const result = kind === 'softmax' ? fixed(value, 3) : squeeze ? fixed(value) : figure(value);
  if (kind === 'softmax') {
    const [share] = goes?.parts ?? [];
    return `${name} = ${figure(share?.a ?? 0)} ÷ ${fixed(sum, 4)} = ${result}`;
  }
  if (kind === 'log') {
    const logs = parts.slice(0, SHOWN).map(({ a }) => `−ln ${exactChance(a ?? 0)}`);
    const more =
      parts.length > SHOWN ? ` + … ${t('inside.more', { count: parts.length - SHOWN })}` : '';
    return `${name} = ${logs.join(' − ').replaceAll('− −', '− ')}${more} = ${fixed(value)}`;
  }
  if (!parts.length || kind === 'copy') return `${name} = ${result}`;
  const order = [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const terms = order.slice(0, SHOWN).map((part) => term(part));
  const more = parts.length - terms.length;
  if (more > 0) terms.push(`… ${t('inside.more', { count: more })} …`);
  if (bias)
    terms.push(bias.value < 0 ? `− ${fixed(-bias.value, digits)}` : fixed(bias.value, digits));
  const all = terms.join(' + ').replaceAll('+ − ', '− ');
  if (!squeeze) return `${name} = ${all} = ${result}`;
  const outer = squeeze === 'tanh' ? 'tanh' : 'σ';
  return `${name} = ${outer}( ${all} ) = ${outer}(${fixed(sum, 3)}) = ${result}`;
}

/** @param {import('./arithmetic.js').Part} part */
const term = ({ a, b, value }) =>
  a === undefined || b === undefined
    ? factor(value, 3)
    : `${figure(a)} × ${b < 0 ? `(${figure(b)})` : figure(b)}`;
