import { t } from '../../i18n/index.js';

/** The name of a section of analogies, translated if it is one of ours. @param {string} name */
export function sectionName(name) {
  if (!name) return t('evaluate.unnamed');
  const known = t(`evaluate.${name}`);
  return known.startsWith('evaluate.') ? name : known;
}
