/** Trains many jobs in several workers, each job once; what came of them is kept by their keys. */

/**
 * @typedef {import('../tasks/verify-runs.js').Job} Job
 * @typedef {import('../tasks/verify.js').Found} Found
 * @typedef {'class' | 'luck'} Group
 * @typedef {{job: Job, group: Group, patient: boolean}} Item
 * @typedef {Item & {stop: AbortController, begun: number, share: number}} Running
 */

/** A training that takes longer is only begun on request: a link can promise anything. */
export const LONGEST_SECONDS = 180;
/** Before that, progress is no measure. */
const FIRST_SECONDS = 3;

export class Pool extends EventTarget {
  /** @type {Map<string, Found>} */
  found = new Map();
  /** @type {Item[]} */
  #waiting = [];
  /** @type {Set<Running>} */
  #running = new Set();
  /** Of jobs that are not done. @type {Map<string, 'waiting' | 'running'>} */
  #states = new Map();
  /** Seconds of the finished trainings. */
  #took = { count: 0, seconds: 0 };
  /** Of each group, since it was last at rest. */
  #done = { class: 0, luck: 0 };

  /**
   * @param {object} parts
   * @param {(string | undefined)[]} parts.workers their addresses; undefined: the page's own
   * @param {() => number} [parts.now] in milliseconds
   */
  constructor({ workers, now = () => performance.now() }) {
    super();
    this.workers = workers;
    this.now = now;
    /** @type {(string | undefined)[]} */
    this.free = [...workers];
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} key */
  stateOf(key) {
    const found = this.found.get(key);
    if (found) return 'facts' in found ? 'done' : 'failed';
    return this.#states.get(key) ?? 'unknown';
  }

  /**
   * Jobs of the class go before those of luck.
   * @param {Job[]} jobs @param {{group?: Group, patient?: boolean}} [how]
   */
  add(jobs, { group = 'class', patient = false } = {}) {
    for (const job of jobs) {
      if (this.found.has(job.key) || this.#states.has(job.key)) continue;
      this.#states.set(job.key, 'waiting');
      this.#waiting.push({ job, group, patient });
    }
    this.#waiting.sort((a, b) => Number(a.group === 'luck') - Number(b.group === 'luck'));
    this.#start();
    this.#changed();
  }

  /** Tries failed jobs again. @param {Job[]} jobs */
  retry(jobs) {
    for (const { key } of jobs) {
      const found = this.found.get(key);
      if (found && 'fault' in found) this.found.delete(key);
    }
    this.add(jobs, { patient: true });
  }

  #start() {
    while (this.free.length && this.#waiting.length) {
      const item = /** @type {Item} */ (this.#waiting.shift());
      const workerUrl = this.free.shift();
      void this.#run(item, workerUrl).finally(() => {
        this.free.push(workerUrl);
        if (!this.#running.size && !this.#waiting.length) this.#done = { class: 0, luck: 0 };
        this.#start();
        this.#changed();
      });
    }
  }

  /** @param {Item} item @param {string | undefined} workerUrl */
  async #run({ job, group, patient }, workerUrl) {
    const stop = new AbortController();
    const running = { job, group, patient, stop, begun: this.now(), share: 0 };
    this.#running.add(running);
    this.#states.set(job.key, 'running');
    const seconds = () => (this.now() - running.begun) / 1000;
    /** @type {{seconds: number, share: number} | undefined} */
    let first;
    const onProgress = (/** @type {number} */ share) => {
      running.share = share;
      first ??= { seconds: seconds(), share }; // before, files were loaded
      const since = seconds() - first.seconds;
      const gained = share - first.share;
      const expected = gained > 0 ? since / gained : 0;
      if (!patient && since > FIRST_SECONDS && expected > LONGEST_SECONDS) {
        stop.abort({ code: 'Slow', value: Math.ceil(expected / 60) });
      }
      this.#changed();
    };
    try {
      const facts = await job.run({ workerUrl, onProgress, signal: stop.signal });
      this.found.set(job.key, { facts });
      this.#took.count += 1;
      this.#took.seconds += seconds();
    } catch (error) {
      const { reason, aborted } = stop.signal;
      if (!aborted) this.found.set(job.key, { fault: faultOf(error) });
      else if (reason?.code === 'Slow') this.found.set(job.key, { fault: reason });
      await error?.model?.close?.().catch(() => {}); // of a training that was cancelled
    } finally {
      this.#running.delete(running);
      this.#states.delete(job.key);
      this.#done[group] += 1;
    }
  }

  /** Ends the work of a group: what is waiting, and what is running. @param {Group} group */
  cancel(group) {
    for (const { job, group: own } of this.#waiting)
      if (own === group) this.#states.delete(job.key);
    this.#waiting = this.#waiting.filter((item) => item.group !== group);
    for (const running of this.#running) if (running.group === group) running.stop.abort();
    this.#changed();
  }

  /** Forgets everything. */
  clear() {
    this.cancel('class');
    this.cancel('luck');
    this.found.clear();
  }

  /** What was found, without the failures. @returns {[string, import('../tasks/verify-runs.js').Facts][]} */
  get facts() {
    return [...this.found].flatMap(([key, found]) =>
      'facts' in found
        ? [/** @type {[string, import('../tasks/verify-runs.js').Facts]} */ ([key, found.facts])]
        : [],
    );
  }

  /** Mean seconds of a training; NaN before the first has finished. */
  get secondsEach() {
    return this.#took.count ? this.#took.seconds / this.#took.count : Number.NaN;
  }

  /** Of a group. @param {Group} group */
  progress(group) {
    const waiting = this.#waiting.filter((item) => item.group === group).length;
    const running = [...this.#running].filter((item) => item.group === group);
    const ahead = group === 'luck' ? this.#waiting.length : waiting;
    const done = this.#done[group];
    return {
      done,
      total: done + running.length + waiting,
      active: running.length + waiting > 0,
      secondsLeft: this.#secondsLeft(ahead),
    };
  }

  /** @param {number} ahead jobs that wait */
  #secondsLeft(ahead) {
    const expected = [...this.#running].map(({ begun, share }) => {
      const seconds = (this.now() - begun) / 1000;
      return share > 0.05 ? { left: seconds / share - seconds, all: seconds / share } : null;
    });
    const known = expected.filter((one) => one !== null);
    const guess = known.length
      ? known.reduce((sum, { all }) => sum + all, 0) / known.length
      : Number.NaN;
    const each = this.#took.count ? this.secondsEach : guess;
    const left = known.reduce((sum, one) => sum + one.left, 0);
    const unknown = expected.length - known.length;
    return (ahead * each + unknown * each + left) / this.workers.length;
  }
}

/** Errors as plain data. @param {Partial<import('../i18n/errors.js').Fault> | undefined} error */
function faultOf(error) {
  const { code = 'other', message = String(error), parameter, value, permitted } = error ?? {};
  return { code, message, parameter, value, permitted };
}
