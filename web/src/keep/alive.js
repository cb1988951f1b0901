/**
 * Which trainings are open in a tab. Each tab holds a lock per training; the browser releases it
 * when the tab is closed or crashes. Without locks (plain http) no training counts as open.
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

  /**
   * Locks a training for this tab.
   * @param {string} id
   * @returns {Promise<boolean>} false if another tab has it
   */
  hold(id) {
    const { locks } = this;
    if (!locks || this.#held.has(id)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const keep = (/** @type {Lock | null} */ lock) => {
        resolve(lock !== null);
        if (lock) return new Promise((release) => this.#held.set(id, () => release(null)));
      };
      // Fails if the page may store nothing; then there are no stored trainings to lock.
      locks.request(PREFIX + id, { ifAvailable: true }, keep).catch(() => resolve(true));
    });
  }

  /** Whether this tab has locked a training. @param {string} id */
  has(id) {
    return this.#held.has(id);
  }

  /** @param {string} id */
  release(id) {
    this.#held.get(id)?.();
    this.#held.delete(id);
  }

  /** The trainings that are open in any tab. @returns {Promise<Set<string>>} */
  async all() {
    const { held = [] } = (await this.locks?.query().catch(() => undefined)) ?? {};
    const names = held.map(({ name }) => name ?? '').filter((name) => name.startsWith(PREFIX));
    return new Set(names.map((name) => name.slice(PREFIX.length)));
  }
}
