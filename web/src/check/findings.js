/**
 * What the facts about a site mean for who put it there. Each function gets what was found and says it:
 * `good`, `less` (works, but not all of it) or `bad`. The sentences are messages `check.ID.STATE`, the
 * cures `check.ID.cure`, or those of a case that is named.
 */

/**
 * @typedef {'good' | 'less' | 'bad'} State
 * @typedef {object} Finding
 * @property {string} id
 * @property {State} state
 * @property {string} text key of the sentence
 * @property {string} cure key of the cure; '' if there is nothing to do
 * @property {Record<string, string | number>} values inserted in both
 *
 * @typedef {{path: string, status: number, type: string}} Answer of the host; status 0: no answer
 */

/**
 * @param {string} id @param {State} state
 * @param {{about?: string, cure?: string, values?: Record<string, string | number>}} [more]
 * @returns {Finding}
 */
const finding = (id, state, { about = state, cure = about, values = {} } = {}) => ({
  id,
  state,
  text: `check.${id}.${about}`,
  cure: state === 'good' || !cure ? '' : `check.${id}.${cure}.cure`,
  values,
});

/** @param {{secure: boolean, protocol: string}} facts */
export const onPlace = ({ secure, protocol }) =>
  finding('place', secure ? 'good' : 'less', { values: { protocol } });

/** The headers of an isolated page. */
const ISOLATING = {
  'cross-origin-opener-policy': ['same-origin'],
  'cross-origin-embedder-policy': ['require-corp', 'credentialless'],
};
const WRITTEN = {
  'cross-origin-opener-policy': 'Cross-Origin-Opener-Policy: same-origin',
  'cross-origin-embedder-policy': 'Cross-Origin-Embedder-Policy: require-corp',
};

/** @param {{isolated: boolean, framed: boolean, headers: Record<string, string | null>}} facts */
export function onIsolation({ isolated, framed, headers }) {
  if (isolated) return finding('isolation', 'good');
  const missing = /** @type {(keyof typeof ISOLATING)[]} */ (Object.keys(ISOLATING)).filter(
    (name) => !ISOLATING[name].includes((headers[name] ?? '').split(';')[0].trim()),
  );
  if (missing.length) {
    const lines = missing.map((name) => WRITTEN[name]).join(', ');
    return finding('isolation', 'less', { values: { headers: lines } });
  }
  return finding('isolation', 'less', { about: framed ? 'framed' : 'unused' });
}

/** Types that a host should send, by the end of a name. @type {[RegExp, RegExp, string][]} */
const TYPES = [
  [/\.wasm$/, /^application\/wasm$/, 'application/wasm'],
  [/\.m?js$/, /^(text|application)\/(x-)?javascript$/, 'text/javascript'],
];

/** @param {Answer[]} answers */
export function onFiles(answers) {
  const lost = answers.find(({ status }) => status < 200 || status >= 300);
  if (lost) {
    const values = { path: lost.path, status: lost.status };
    return finding('files', 'bad', { about: lost.status ? 'lost' : 'silent', values });
  }
  for (const { path, type } of answers) {
    const [, right, wanted] = TYPES.find(([name]) => name.test(path)) ?? [];
    const sent = type.split(';')[0].trim().toLowerCase();
    if (!right || right.test(sent)) continue;
    // Without its type a module of the engine loads in a slower way; a script does not load.
    const values = { path, sent: sent || '—', wanted: wanted ?? '' };
    return path.endsWith('.wasm')
      ? finding('files', 'less', { about: 'wasm', values })
      : finding('files', 'bad', { about: 'script', values });
  }
  return finding('files', 'good', { values: { count: answers.length } });
}

/** @param {{path: string, sent: number, whole: number}} file sizes in bytes; `sent` 0: not known */
export function onCompression({ path, sent, whole }) {
  const values = { path, sent: Math.round(sent / 1000), whole: Math.round(whole / 1000) };
  if (!sent || !whole) return finding('compression', 'less', { about: 'unknown', values });
  return finding('compression', sent < 0.9 * whole ? 'good' : 'less', { values });
}

/**
 * @param {{allowed: boolean, script: Answer, lost: string[], files: number, active: boolean,
 *   error: string}} facts
 */
export function onOffline({ allowed, script, lost, files, active, error }) {
  if (!allowed) return finding('offline', 'less', { about: 'unavailable' });
  if (script.status !== 200) {
    return finding('offline', 'bad', { about: 'absent', values: { status: script.status } });
  }
  if (lost.length) {
    const values = { path: lost[0], more: lost.length - 1, count: lost.length };
    return finding('offline', 'bad', { about: 'lost', values });
  }
  if (!active) return finding('offline', 'bad', { about: 'failed', values: { error } });
  return finding('offline', 'good', { values: { files } });
}

/** What a policy must allow, and how much depends on it. @type {[string, string, State][]} */
const ALLOWED = [
  ['wasm', "script-src 'self' 'wasm-unsafe-eval'", 'bad'],
  ['connect', "connect-src 'self'", 'bad'],
  ['worker', "worker-src 'self'", 'bad'],
  ['blob', 'worker-src blob:', 'less'],
  ['style', "style-src-attr 'unsafe-inline'", 'less'],
  ['image', "img-src 'self' data:", 'less'],
];

/** @param {Record<string, boolean>} allowed what could be done, by name */
export function onPolicy(allowed) {
  const forbidden = ALLOWED.filter(([name]) => !allowed[name]);
  if (!forbidden.length) return finding('policy', 'good');
  const state = forbidden.some(([, , how]) => how === 'bad') ? 'bad' : 'less';
  const values = { rules: forbidden.map(([, rule]) => rule).join('; ') };
  return finding('policy', state, { about: state, cure: 'forbidden', values });
}

/** @param {{database: boolean, small: boolean, quota: number}} facts quota in bytes; 0: not known */
export function onStorage({ database, small, quota }) {
  if (!database || !small) return finding('storage', 'less', { about: 'forbidden' });
  const values = { quota: Math.round(quota / 1e6) };
  if (quota && quota < 50e6) return finding('storage', 'less', { about: 'little', values });
  return finding('storage', 'good');
}

/**
 * @param {{seconds: number, hash: string, expected: string, error: string}} facts of a training with the
 *   exact build
 */
export function onTraining({ seconds, hash, expected, error }) {
  if (error) return finding('training', 'bad', { about: 'failed', values: { error } });
  if (hash !== expected) {
    return finding('training', 'bad', { about: 'other', values: { hash, expected } });
  }
  return finding('training', 'good', { values: { seconds: seconds.toFixed(1), hash } });
}

/** @param {boolean} available */
export const onRelaxed = (available) =>
  finding('relaxed', available ? 'good' : 'less', { cure: '' });

/** @param {{build: string, lacks: string, threads: number, error: string}} facts of a parallel training */
export function onThreads({ build, lacks, threads, error }) {
  if (error) return finding('threads', 'bad', { about: 'failed', values: { error } });
  if (build === 'parallel') return finding('threads', 'good', { values: { threads } });
  const known = ['isolation', 'cores', 'relaxed-simd', 'unfinished'].includes(lacks);
  const about = known ? lacks : 'other';
  return finding('threads', 'less', { about, cure: lacks === 'unfinished' ? about : '' });
}
