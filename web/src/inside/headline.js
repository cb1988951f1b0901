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
  if (kind === 'copy' && parts.length > 2) return `${name} = ${lookedUp(parts)} = ${result}`;
  if (!parts.length || kind === 'copy') return `${name} = ${result}`;
  const order = [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const terms = order.slice(0, SHOWN).map(term);
  const more = parts.length - terms.length;
  if (more > 0) terms.push(`… ${t('inside.more', { count: more })} …`);
  if (bias)
    terms.push(bias.value < 0 ? `− ${fixed(-bias.value, digits)}` : fixed(bias.value, digits));
  const all = terms.join(' + ').replaceAll('+ − ', '− ');
  if (!squeeze) return `${name} = ${all} = ${result}`;
  const outer = squeeze === 'tanh' ? 'tanh' : 'σ';
  return `${name} = ${outer}( ${all} ) = ${outer}(${fixed(sum, 3)}) = ${result}`;
}

const inBrackets = (/** @type {number} */ x) => (x < 0 ? `(${figure(x)})` : figure(x));

/** Only the first term begins with a sign. @param {import('./arithmetic.js').Part} part @param {number} n */
const term = ({ a, b, value }, n) =>
  a === undefined || b === undefined
    ? factor(value, 3)
    : `${n ? inBrackets(a) : figure(a)} × ${inBrackets(b)}`;

/** A one-hot row times a column: the 1, and the zeros at both ends. @param {import('./arithmetic.js').Part[]} parts */
function lookedUp(parts) {
  const one = parts.findIndex(({ a }) => a === 1);
  const last = parts.length - 1;
  const shown = [...new Set([0, one, last])].filter((i) => i >= 0).sort((a, b) => a - b);
  return shown
    .map((i, n) => {
      const gap = n > 0 && i > shown[n - 1] + 1 ? '… + ' : '';
      return `${gap}${fixed(parts[i].a ?? 0, 0)} × ${inBrackets(parts[i].b ?? 0)}`;
    })
    .join(' + ');
}
