import { html, nothing } from 'lit';

/**
 * What the stage says of vectors that the reader brought. The elements come with the first file
 * (import/open.js): without one there is nothing to say.
 * @param {import('../state/session.js').Session} session @param {import('../state/slot.js').Slot} slot
 */
export function imported(session, slot) {
  const info = slot.model?.info;
  if (slot.kind === 'loaded') {
    return html`<import-notes .found=${info?.imported ?? null}></import-notes>`;
  }
  const { startVectors } = session;
  if (!startVectors.name) return nothing;
  return html`<import-start
    .name=${startVectors.name}
    .info=${session.isStale(slot) ? null : info}
    .applies=${startVectors.appliesTo(session.store.values)}
  ></import-start>`;
}
