/**
 * Which trainings live in some tab. Each tab holds a lock for its own; the browser lets go of it
 * when the tab is closed or dies. Where there are no locks (plain http), none is known to live.
 */

const PREFIX = 'preformer.run.';

/** @typedef {Pick<LockManager, 'request' | 'query'>} Locks */

export class Alive {
  /** @type {Map<string, () => void>} */
  #held = new Map();

  /** @param {Locks | undefined} [locks] */
  constructor(locks = globalThis.navigator?.locks) {
    this.locks = locks;
  }

  /** Makes a training this tab's. @param {string} id @returns {Promise<boolean>} false: another's */
  hold(id) {
    const { locks } = this;
    if (!locks || this.#held.has(id)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const keep = (/** @type {Lock | null} */ lock) => {
        resolve(lock !== null);
        if (lock) return new Promise((release) => this.#held.set(id, () => release(null)));
      };
      // Refused where the page may store nothing; then there is nothing to fight over either.
      locks.request(PREFIX + id, { ifAvailable: true }, keep).catch(() => resolve(true));
    });
  }

  /** @param {string} id */
  release(id) {
    this.#held.get(id)?.();
    this.#held.delete(id);
  }

  /** Those that live, in any tab. @returns {Promise<Set<string>>} */
  async all() {
    const { held = [] } = (await this.locks?.query().catch(() => undefined)) ?? {};
    const names = held.map(({ name }) => name ?? '').filter((name) => name.startsWith(PREFIX));
    return new Set(names.map((name) => name.slice(PREFIX.length)));
  }
}
