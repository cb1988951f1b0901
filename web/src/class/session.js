/** A class: what was pasted, what it turned out to be, and what was trained for it. */
import { jobsOf, judge, majority, readHandIn, repeated } from '../tasks/verify.js';
import * as inThisTab from './kept.js';
import { luckIn } from './luck.js';
import { pastedFrom } from './pasted.js';

/**
 * @typedef {import('../tasks/verify-links.js').HandIn} HandIn
 * @typedef {import('../tasks/verify-links.js').Read} Read
 * @typedef {import('../tasks/verify-links.js').Reason} Reason
 * @typedef {import('../tasks/verify.js').Judged} Judged
 * @typedef {import('../tasks/verify.js').StepFound} StepFound
 *
 * @typedef {{label: string, link: string, read: Read | null}} Entry
 *
 * @typedef {'reading' | 'unreadable' | 'twice' | 'other' | 'waiting' | 'training' | 'stopped'
 *   | 'reproduced' | 'differs' | 'failed'} Kind
 *
 * @typedef {object} Row one hand-in, as the page shows it
 * @property {number} number from 1
 * @property {string} label
 * @property {Kind} kind
 * @property {Reason[]} reasons
 * @property {import('../i18n/errors.js').Fault | null} fault
 * @property {HandIn | null} handIn
 * @property {Judged | null} judged
 * @property {string} link
 */

/** What is done at once while many links are read, so that the page stays awake. */
const AT_ONCE = 20;
const MOST = 2000;
const pause = () => new Promise((resolve) => setTimeout(resolve));

export class ClassSession extends EventTarget {
  /** @type {Entry[]} */
  entries = [];
  /** The lesson that the teacher chose; '' for that of the most. */
  chosen = '';
  /** The step that is shown, from 0. */
  step = 0;
  /** What became of what was pasted last. @type {import('./pasted.js').Pasted | null} */
  pasted = null;
  /** Whether all of it is kept in this tab. */
  kept = true;
  /** @type {Row[] | null} */
  #rows = null;
  /** @type {WeakMap<HandIn, import('../tasks/verify-runs.js').Job[]>} */
  #jobs = new WeakMap();
  /** With what was found of its jobs. @type {WeakMap<HandIn, {found: unknown[], judged: Judged}>} */
  #verdicts = new WeakMap();
  #reading = false;
  /** When the work that is under way was begun, and how long the last took. */
  #begun = Number.NaN;
  seconds = Number.NaN;

  /**
   * @param {object} parts
   * @param {import('./pool.js').Pool} parts.pool
   * @param {import('../tasks/verify-links.js').Places} parts.places
   * @param {Pick<typeof inThisTab, 'restored' | 'keep' | 'forget'>} [parts.keeper]
   */
  constructor({ pool, places, keeper = inThisTab }) {
    super();
    this.pool = pool;
    this.places = places;
    this.keeper = keeper;
    pool.addEventListener('change', () => this.#changed());
  }

  #changed() {
    this.#rows = null;
    const { active } = this.pool.progress('class');
    if (active && Number.isNaN(this.#begun)) this.#begun = performance.now();
    if (!active && !Number.isNaN(this.#begun)) {
      this.seconds = (performance.now() - this.#begun) / 1000;
      this.#begun = Number.NaN;
    }
    this.dispatchEvent(new Event('change'));
  }

  /** Brings back what this tab had before it was loaded again. */
  restore() {
    const { entries, chosen, facts } = this.keeper.restored();
    for (const [key, one] of facts) this.pool.found.set(key, { facts: one });
    this.chosen = chosen;
    this.entries = entries.map(({ label, link }) => ({ label, link, read: null }));
    return this.#read();
  }

  keep() {
    const entries = this.entries.map(({ label, link }) => ({ label, link }));
    const facts = this.pool.facts;
    this.kept = entries.length === 0 || this.keeper.keep({ entries, chosen: this.chosen, facts });
  }

  /** @param {string} text with links */
  add(text) {
    return this.addAll([{ text, name: '' }]);
  }

  /**
   * Takes links out of texts. What was there before, under the same name, is left out.
   * @param {{text: string, name: string}[]} texts @param {string[]} [refused] files without text
   */
  addAll(texts, refused = []) {
    this.pasted = pastedFrom(texts, this.entries, refused);
    for (const one of this.pasted.fresh) this.entries.push({ ...one, read: null });
    this.entries.length = Math.min(this.entries.length, MOST);
    return this.#read();
  }

  async #read() {
    this.#changed();
    if (this.#reading) return;
    this.#reading = true;
    let count = 0;
    for (;;) {
      const entry = this.entries.find(({ read }) => read === null);
      if (!entry) break;
      entry.read = await readHandIn(entry.link, this.places).catch(() => ({
        unreadable: { code: 'lessonMissing', values: { name: '' } },
      }));
      count += 1;
      if (count % AT_ONCE === 0) {
        this.#changed();
        await pause();
      }
    }
    this.#reading = false;
    this.train();
    this.keep();
  }

  /** Trains what the hand-ins of the class's lesson claim, as far as it is not done. */
  train() {
    this.#rows = null;
    const stopped = this.rows.filter(({ kind }) => kind === 'stopped');
    this.pool.add(this.#jobsOf(stopped));
    this.#changed();
  }

  /** @param {HandIn} handIn */
  #jobsIn(handIn) {
    const jobs = this.#jobs.get(handIn) ?? jobsOf(handIn);
    this.#jobs.set(handIn, jobs);
    return jobs;
  }

  /** @param {Row[]} rows */
  #jobsOf(rows) {
    return rows.flatMap(({ handIn }) => (handIn ? this.#jobsIn(handIn) : []));
  }

  stop() {
    this.pool.cancel('class');
  }

  /** Tries again what failed, or what could not be loaded. @param {Row[]} rows */
  again(rows) {
    this.pool.retry(this.#jobsOf(rows.filter(({ kind }) => kind === 'failed')));
    const unread = rows.filter(({ kind }) => kind === 'unreadable');
    for (const { number } of unread) this.entries[number - 1].read = null;
    return unread.length ? this.#read() : undefined;
  }

  forget() {
    this.pool.clear();
    Object.assign(this, { entries: [], chosen: '', step: 0, pasted: null });
    this.seconds = Number.NaN;
    this.keeper.forget();
    this.#changed();
  }

  // ---- the lesson of the class

  /** The lessons of the hand-ins, the most frequent first. @returns {{key: string, handIn: HandIn, count: number}[]} */
  get lessons() {
    /** @type {Map<string, {key: string, handIn: HandIn, count: number}>} */
    const all = new Map();
    for (const { read } of this.entries) {
      if (!read || !('handIn' in read)) continue;
      const { handIn } = read;
      const known = all.get(handIn.key) ?? { key: handIn.key, handIn, count: 0 };
      all.set(handIn.key, { ...known, count: known.count + 1 });
    }
    return [...all.values()].sort((a, b) => b.count - a.count);
  }

  get key() {
    const keys = this.entries.flatMap(({ read }) =>
      read && 'handIn' in read ? [read.handIn.key] : [],
    );
    return keys.includes(this.chosen) ? this.chosen : majority(keys);
  }

  /** @param {string} key */
  choose(key) {
    this.chosen = key;
    this.step = 0;
    this.train();
    this.keep();
  }

  /** @param {number} step from 0 */
  open(step) {
    this.step = step;
    this.#changed();
  }

  get lesson() {
    const { key } = this;
    return this.lessons.find((one) => one.key === key)?.handIn.lesson ?? null;
  }

  /** @returns {Row[]} */
  get rows() {
    this.#rows ??= this.#judged();
    return this.#rows;
  }

  #judged() {
    const { key } = this;
    const own = this.entries.map(({ read, label }) =>
      read && 'handIn' in read && read.handIn.key === key ? { handIn: read.handIn, label } : null,
    );
    const twins = repeated(own);
    return this.entries.map((entry, i) => this.#row(entry, i, key, twins[i]));
  }

  /** @param {Entry} entry @param {number} i @param {string} key @param {number} twin @returns {Row} */
  #row({ label, link, read }, i, key, twin) {
    /** @type {Row} */
    const row = {
      number: i + 1,
      label,
      link,
      kind: 'reading',
      reasons: [],
      fault: null,
      handIn: null,
      judged: null,
    };
    if (!read) return row;
    if ('unreadable' in read) return { ...row, kind: 'unreadable', reasons: [read.unreadable] };
    const { handIn } = read;
    if (handIn.key !== key) return { ...row, kind: 'other', handIn };
    if (twin >= 0) {
      const reasons = [{ code: 'twice', values: { number: String(twin + 1) } }];
      return { ...row, kind: 'twice', handIn, reasons };
    }
    const states = new Set(this.#jobsIn(handIn).map(({ key }) => this.pool.stateOf(key)));
    if (states.has('running')) return { ...row, handIn, kind: 'training' };
    if (states.has('waiting')) return { ...row, handIn, kind: 'waiting' };
    if (states.has('unknown')) return { ...row, handIn, kind: 'stopped' };
    const judged = this.#verdict(handIn);
    const { kind, reasons, fault } = judged;
    return { ...row, handIn, judged, kind, reasons, fault };
  }

  /** @param {HandIn} handIn whose jobs are done */
  #verdict(handIn) {
    const found = this.#jobsIn(handIn).map(({ key }) => this.pool.found.get(key));
    const known = this.#verdicts.get(handIn);
    if (known?.found.every((one, i) => one === found[i])) return known.judged;
    const judged = judge(handIn, (key) => this.pool.found.get(key));
    this.#verdicts.set(handIn, { found, judged });
    return judged;
  }

  // ---- method or luck

  /** The reproduced steps that are shown. @returns {{row: Row, step: StepFound}[]} */
  get done() {
    return this.rows.flatMap((row) => {
      const step = row.kind === 'reproduced' ? row.judged?.steps[this.step] : undefined;
      return step ? [{ row, step }] : [];
    });
  }

  /** What the class has tried, how often it reaches the goal, and what is left to train. */
  get luck() {
    return luckIn(this);
  }

  trainLuck() {
    const { luck } = this;
    if (luck) this.pool.add(luck.missing, { group: 'luck' });
  }

  stopLuck() {
    this.pool.cancel('luck');
  }
}
