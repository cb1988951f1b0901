import { comma, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { settingTitle } from '../tasks/settings.js';
import { unitText } from './task.js';

/** Settings that are told by their units. @type {Record<string, string>} */
const UNITS = { vectorSize: 'dimensions', epochs: 'epochs' };

/** @param {{name: string, value: unknown}} changed */
function changeText({ name, value }) {
  const text = typeof value === 'number' ? plain(value) : String(value);
  if (UNITS[name]) return unitText(UNITS[name], text, value === 1);
  return t('class.setting', { title: settingTitle(name), value: text });
}

/** A setting by what it changes of the lesson's: 8 dimensions, 20 epochs. @param {import('./luck.js').Setting} setting */
export const settingName = ({ changed }) =>
  changed.length ? changed.map(changeText).join(comma()) : t('class.setting.given');
