/** Calls of the service worker. */
import { canKeepPage, registerWorker } from './register.js';

/**
 * @typedef {object} Offline
 * @property {'unavailable' | 'getting' | 'ready'} state
 * @property {boolean} [all] whether the large files are cached too
 * @property {number} [files] number of large files
 * @property {number} [bytes] size of the large files
 *
 * @typedef {{done: number} | {failed: true} | {all: boolean, files: number, bytes: number}} Answer
 */

/** The service worker; waits until it is installed. @returns {Promise<ServiceWorker | null>} */
async function worker() {
  if (!canKeepPage()) return null;
  try {
    await registerWorker();
    return (await navigator.serviceWorker.ready).active;
  } catch {
    return null; // storage is forbidden, or the script could not be loaded
  }
}

/**
 * @param {string} question
 * @param {(answer: Answer) => boolean} heard returns whether it was the last answer
 */
async function ask(question, heard) {
  const active = await worker();
  if (!active) return false;
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      if (heard(data)) resolve(undefined);
    };
    active.postMessage(question, [port2]);
  });
  port1.close();
  return true;
}

/** @returns {Promise<Offline>} resolves when the pages are cached */
export async function offlineState() {
  /** @type {Offline} */
  let found = { state: 'unavailable' };
  await ask('state', (answer) => {
    found = { ...answer, state: 'ready' };
    return true;
  });
  return found;
}

/**
 * Caches the large files too.
 * @param {(done: number) => void} progress receives the number of cached files
 * @returns {Promise<boolean>} whether all files were cached
 */
export async function keepEverything(progress) {
  let all = false;
  await ask('keep-all', (answer) => {
    if ('done' in answer) progress(answer.done);
    if ('all' in answer) all = answer.all;
    return !('done' in answer);
  });
  return all;
}
