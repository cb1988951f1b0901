import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';

/**
 * What a reader of lines left out, as one sentence; empty if it used every line.
 * @param {import('../worker/types').LineCounts} counts
 */
export function leftOutText({ lines, leftOut }) {
  if (!leftOut) return '';
  return t('leftOut.said', {
    count: whole(leftOut.count),
    lines: whole(lines),
    line: whole(leftOut.line),
    reason: t(`leftOut.${leftOut.reason}`),
  });
}
