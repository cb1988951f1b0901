/** Names of stored items in the page's language. */
import { language, pick, t } from '../i18n/index.js';

/** @typedef {import('../../corpora/presets.js').Preset} Preset @typedef {import('./entry.js').About} About */

/** Without its explanation, which would be too long. */
const shortTitle = (/** @type {Preset | undefined} */ preset) =>
  (preset ? pick(preset.title) : '').split(/[:：]/)[0];

/**
 * Skip-gram · Relations
 * @param {Pick<About, 'settings' | 'model'> & {text?: {name: string} | null}} about
 * @param {Preset[]} presets
 */
export function titleOf({ settings, text, model }, presets) {
  if (!settings)
    return [model && t(`story.${model}`), t('kept.kind.vectors')].filter(Boolean).join(' · ');
  const preset = presets.find(({ id }) => id === settings.corpus);
  const own = text?.name ? t('corpus.ownNamed', { name: text.name }) : t('corpus.own');
  const corpus = settings.corpus === 'own' ? own : shortTitle(preset) || settings.corpus;
  return `${t(`story.${settings.model}`)} · ${corpus}`;
}

/** epoch 4 of 10 */
export const epochOf = (/** @type {About} */ { report }) =>
  report ? t('kept.epochs', { epoch: report.epoch, epochs: report.epochs }) : '';

/** 23 Nov, 14:02 */
export const whenOf = (/** @type {number} */ milliseconds) =>
  new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(milliseconds);
