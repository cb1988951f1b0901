import { html, nothing } from 'lit';
import { onDemand } from '../../ui/later.js';

const notes = onDemand(() => import('./notes.js'));

/**
 * The stage's notes on imported vectors. Their elements are loaded when they are first used.
 * @param {import('../session.js').Session} session @param {import('../slot.js').Slot} slot
 */
export function imported(session, slot) {
  const info = slot.model?.info;
  const { startVectors } = session;
  if (slot.kind !== 'loaded' && !startVectors.name) return nothing;
  notes(() => document.querySelector('import-notes, import-start'));
  if (slot.kind === 'loaded') {
    return html`<import-notes
      .found=${info?.imported ?? null}
      .startFrom=${() => startVectors.take()}
    ></import-notes>`;
  }
  return html`<import-start
    .name=${startVectors.name}
    .info=${session.isStale(slot) ? null : info}
    .drop=${() => startVectors.drop()}
    .applies=${startVectors.appliesTo(session.store.values)}
  ></import-start>`;
}
