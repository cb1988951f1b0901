/** Why a hand-in is not counted, in sentences. */
import { errorText } from '../i18n/errors.js';
import { comma, sentences } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { measureName } from '../tasks/said.js';
import { settingTitle } from '../tasks/settings.js';

/** @typedef {import('./session.js').Row} Row */

/** More would only repeat the first ones. */
const MOST = 3;

/** @param {string} name of a setting in a page's table, or `page` */
const titleOf = (name) => (name === 'page' ? t('class.otherPage') : settingTitle(name));

/** @param {import('../tasks/verify-links.js').Reason} reason */
const told = (reason) =>
  reason.steps
    ? t('class.reason.steps', { steps: reason.steps.join(comma()), reason: itself(reason) })
    : itself(reason);

/** @param {import('../tasks/verify-links.js').Reason} reason */
function itself({ code, values = {} }) {
  if (code === 'values') {
    return t('class.reason.values', { ...values, measure: measureName(values.measure) });
  }
  if (code !== 'settings') return t(`class.reason.${code}`, values);
  const names = values.names.split(',').map(titleOf).join(comma());
  return t('class.reason.settings', { names });
}

/** @param {Row} row */
export function reasonText({ kind, reasons, fault }) {
  if (kind === 'failed' && fault) {
    if (fault.code === 'Slow') return t('class.reason.slow', { minutes: String(fault.value) });
    return t('class.reason.failed', { error: errorText(fault) });
  }
  if (kind === 'other') return t('class.reason.other');
  return sentences(...reasons.slice(0, MOST).map(told));
}
