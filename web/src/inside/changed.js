/** Which weights a step has changed, in words: rows by the words they belong to. */
import { comma, whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';

/** @typedef {import('./machine.js').Shown} Shown */

const MOST_NAMES = 9;

/** The article's names of what the core names. @type {Record<string, string>} */
const NAMES = {
  'embedding.weight': '*Q*',
  'input.weight': '*Q*',
  'output.weight': '*W*_2_',
  'hidden.weight': '*W*_1_',
  'hidden.bias': '*b*_1_',
  'output.bias': '*b*_2_',
  'direct.weight': '*W*',
};

/** @param {Shown} shown */
export function changedText(shown) {
  const { trace, kind } = shown;
  const some = trace.changes.filter((change) => isPart(change, shown));
  const whole = trace.changes.filter((change) => !isPart(change, shown));
  const parts = some.map((change) => rowsText(change, shown));
  if (kind === 'elmo') parts.push(t(`inside.changed.elmo${some.length ? '' : '.spelled'}`));
  else if (whole.length && kind !== 'nnlm') parts.push(t('inside.changed.whole.output'));
  else if (whole.length) parts.push(wholeText(whole.map(({ name }) => NAMES[name] ?? name)));
  return parts.length ? t('inside.changed', { list: parts.join(t('inside.changed.and')) }) : '';
}

/** @param {{name: string, of?: ArrayLike<number>}} change @param {Shown} shown */
const isPart = ({ name, of }, shown) => of !== undefined && of.length < countOf(name, shown);

/** @param {string} name @param {Shown} shown */
const countOf = (name, { weights, sizes }) =>
  (weights.get(name)?.length ?? 0) / Math.max(1, sizes.get(name) ?? 1);

/** @param {{name: string, of?: ArrayLike<number>}} change @param {Shown} shown */
function rowsText({ name, of = [] }, shown) {
  const { words, objective } = shown;
  const ids = [...new Set(Array.from(of))];
  const count = whole(countOf(name, shown));
  const values = { many: whole(ids.length), count, matrix: NAMES[name] ?? name };
  const isOutput = name === 'output.weight';
  if (isOutput && objective === 'hierarchical-softmax') return t('inside.changed.nodes', values);
  const named = ids.slice(0, MOST_NAMES).map((id) => signName(words[id]));
  const more = ids.length - named.length;
  const names = named.join(comma()) + (more > 0 ? ' …' : '');
  return t(`inside.changed.rows${isOutput ? '.output' : ''}`, { ...values, names });
}

/** @param {string} word */
const signName = (word) =>
  word === '<s>' ? t('inside.begins') : word === '</s>' ? t('inside.ends') : word;

/** @param {string[]} names */
const wholeText = (names) => t('inside.changed.whole', { names: names.join(comma()) });
