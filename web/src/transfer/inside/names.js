/** What the numbers of the network are called. */
import { t } from '../../i18n/index.js';
import { LAYER_OF } from './picture-net.js';

/** @typedef {import('./picture-net.js').PictureNet} PictureNet */
/** @typedef {import('./picture-net.js').Place} Place */

/** @param {import('./picture-net.js').Level} level */
export const levelName = (level) =>
  level === 'image' ? t('transfer.inside.image') : t(`transfer.layer.${LAYER_OF[level]}`);

/** "Convolution 1, map 3, row 5, column 7". @param {PictureNet} net @param {Place} place */
export function placeName(net, place) {
  const { channel, y, x } = net.where(place);
  const at = { row: y + 1, col: x + 1, number: channel + 1 };
  if (place.level === 'image') return t('transfer.inside.pixel', at);
  const layer = levelName(place.level);
  if (place.level === 'hidden') return t('transfer.inside.unit', { layer, ...at });
  if (place.level === 'logits') {
    return t('transfer.inside.score', { layer, label: net.labels[channel] });
  }
  return t('transfer.inside.place', { layer, ...at });
}

/** A class's share: 62.3 %. @param {number} p @param {number} [digits] */
export const share = (p, digits = 1) =>
  `${(100 * p).toFixed(digits)}${t('transfer.inside.percent')}`;
