import { t } from '../i18n/index.js';

/** A duration as one says it: 8 s, 3 min, 2 h. @param {number} seconds */
export function timeText(seconds) {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 99.5) return t('class.time.s', { count: Math.max(1, Math.round(seconds)) });
  if (seconds < 5970) return t('class.time.min', { count: Math.round(seconds / 60) });
  return t('class.time.h', { count: Math.round(seconds / 3600) });
}
