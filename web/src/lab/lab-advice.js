import { html, nothing } from 'lit';
import { sentences, whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { duration, joined } from '../ui/transport.js';
import { isLong, repetitions } from './advice.js';
import { isLanguageModel } from './model-fields.js';
import { isTrained } from './slot.js';

/**
 * @typedef {import('./session.js').Session} Session
 * @typedef {import('./slot.js').Slot} Slot
 */

/**
 * What a reader should know before pressing Train, with a button that changes the settings.
 * @param {Session} session @param {Slot} slot
 */
export function advice(session, slot) {
  const { advised, forecast, running, stale } = slot;
  if (running || stale || !slot.model) return nothing;
  const text = [forecast ? reason(slot, forecast.seconds) : '', idleThreads(slot)];
  const said = sentences(...text);
  if (!said) return nothing;
  return html`<p class="note advice" id="advice">
    ${said}
    ${
      advised && text[0]
        ? html`<button
            type="button"
            class="plain"
            id="advice-take"
            @click=${() => session.store.set(advised.changes)}
          >
            ${labelOf(slot.values, advised)}
          </button>`
        : nothing
    }
  </p>`;
}

/** @param {Slot} slot @param {number} seconds */
function reason(slot, seconds) {
  if (isLong(slot)) return isTrained(slot) ? '' : t('advice.long', { time: duration(seconds) });
  if (!slot.advised) return '';
  const { words, once, often } = repetitions(slot.vocabulary);
  return t('advice.small', { words: whole(words), once: whole(once), often: whole(often) });
}

/**
 * "10 → 200 epochs, 0.2 s"
 * @param {import('./table.js').Values} values @param {import('./advice.js').Change} change
 */
function labelOf(values, { changes, seconds }) {
  /** @type {Record<string, any>} any: numbers of the table, by name */
  const before = values;
  const parts = Object.entries(changes).map(([name, to]) =>
    t(`advice.change.${name}`, { from: whole(before[name]), to: whole(Number(to)) }),
  );
  return joined(...parts, duration(seconds));
}

/** Says that the threads of the parallel build have nothing to do. @param {Slot} slot */
function idleThreads({ kind, model }) {
  const { build, threads, threadsUsed } = model?.info ?? {};
  const idle = build === 'parallel' && (threads ?? 1) > 1 && (threadsUsed ?? 1) < 2;
  return idle && isLanguageModel(kind) ? t('advice.parallel') : '';
}
