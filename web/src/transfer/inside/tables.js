/** The levels of the network as blocks of the Inside view: its legend and its tables read them. */
import { t } from '../../i18n/index.js';
import { figure } from '../../inside/figures.js';
import { fullScale } from '../../plots/cells.js';
import { levelName } from './names.js';
import { LEVELS } from './picture-net.js';

/**
 * @typedef {import('../../inside/scene.js').Block} Block
 * @typedef {import('./picture-net.js').PictureNet} PictureNet
 * @typedef {import('./picture-net.js').Level} Level
 * @typedef {Pick<import('../../inside/scene.js').Scene, 'blocks' | 'full' | 'formula'>} Scene
 */

const NOWHERE = { x: 0, y: 0, w: 0, h: 0 };
/** Levels that are drawn in colours. */
const DRAWN = LEVELS.filter((level) => level !== 'logits');

/** Values and gradients have a scale of colours each. @param {PictureNet} net @param {'values' | 'blame'} shown @returns {Scene} */
export function sceneOf(net, shown) {
  const numbers = {
    value: (/** @type {Level} */ level) => net.forward(level),
    blame: (/** @type {Level} */ level) => net.backward(level),
  };
  const [tone, other] =
    shown === 'blame'
      ? /** @type {const} */ (['blame', 'value'])
      : /** @type {const} */ (['value', 'blame']);
  const blocks = LEVELS.map((level) => block(net, level, numbers[tone](level), tone));
  // The opened number and the step have numbers of the other kind, too.
  const others = DRAWN.map((level) => ({
    ...block(net, level, numbers[other](level), other),
    decoration: true,
  }));
  return {
    blocks: [...blocks, ...others],
    full: {
      value: fullScale(DRAWN.map(numbers.value)),
      blame: fullScale(DRAWN.map(numbers.blame)),
    },
    formula: t('transfer.inside.formula'),
  };
}

/** @param {PictureNet} net @param {Level} level @param {Float32Array} values @param {'value' | 'blame'} tone @returns {Block} */
function block(net, level, values, tone) {
  const { height, width, channels } = net.size(level);
  const shared = { id: level, name: levelName(level), box: NOWHERE, values, tone, text: figure };
  if (level === 'image') {
    return {
      ...shared,
      rows: height,
      cols: width,
      rowName: (row) => t('transfer.inside.row', { row: row + 1 }),
      colName: (col) => t('transfer.inside.col', { col: col + 1 }),
    };
  }
  if (level === 'hidden' || level === 'logits') {
    const unit = (/** @type {number} */ row) => t('transfer.inside.unitShort', { number: row + 1 });
    return {
      ...shared,
      rows: channels,
      cols: 1,
      rowName: level === 'hidden' ? unit : (row) => net.labels[row],
      colName: () => '',
    };
  }
  return {
    ...shared,
    rows: height * width,
    cols: channels,
    rowName: (at) =>
      t('transfer.inside.cell', { row: Math.floor(at / width) + 1, col: (at % width) + 1 }),
    colName: (map) => t('transfer.inside.mapShort', { number: map + 1 }),
  };
}
