import { isReturn } from './address-bar.js';
import { trainsAtOnce } from './link-fields.js';

/**
 * Opens a link on any page: waits for the model and, if the link says so, trains it. A session
 * connects a page's state with the API.
 *
 * @typedef {object} Opened
 * @property {{values: {start: string, hash?: string}, read: (how?: {back?: boolean}) => void}} store
 * @property {Promise<unknown> | null | undefined} starting resolves when a model is ready
 * @property {boolean} settled whether the run in the link is trained or being trained
 * @property {() => Promise<void>} train
 */

/** @param {Opened} session @returns {Promise<void>} */
export async function begin(session) {
  await session.starting?.catch(() => {}); // the session shows the error
  if (trainsAtOnce(session.store.values) && !session.settled) await session.train();
}

/**
 * A link that is opened in this tab has the same effect as one opened in a new tab.
 * @param {Opened} session @param {{flush: () => void}} place @param {Window} window
 */
export function followAddress(session, place, window) {
  window.addEventListener('hashchange', () => {
    const back = isReturn(window);
    session.store.read({ back });
    if (!back) begin(session); // going back starts no training
  });
  window.addEventListener('pagehide', () => place.flush());
}
