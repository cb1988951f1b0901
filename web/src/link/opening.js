import { trainsAtOnce } from './link-fields.js';

/**
 * What follows from opening a link, on every page: the model is made and, if the link says so,
 * trained. A session is what joins a page's state with the API.
 *
 * @typedef {object} Opened
 * @property {{values: {start: string, hash?: string}, read: () => void}} store
 * @property {Promise<unknown> | null | undefined} starting until a model stands ready
 * @property {boolean} settled whether what the link describes has been trained already
 * @property {() => Promise<void>} train
 */

/** @param {Opened} session @returns {Promise<void>} */
export async function begin(session) {
  await session.starting?.catch(() => {}); // the session says what went wrong
  if (trainsAtOnce(session.store.values) && !session.settled) await session.train();
}

/**
 * A link that is opened in this tab is opened like one that is opened in another.
 * @param {Opened} session @param {{flush: () => void}} place @param {Window} window
 */
export function followAddress(session, place, window) {
  window.addEventListener('hashchange', () => {
    session.store.read();
    begin(session);
  });
  window.addEventListener('pagehide', () => place.flush());
}
