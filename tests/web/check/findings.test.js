/** What the page "Check this site" says of planted faults, in both languages. */
import { afterEach, describe, expect, it } from 'vitest';
import * as findings from '../../../web/src/check/findings.js';
import { filesOfWorker } from '../../../web/src/check/probes.js';
import { EXPECTED, trainHere } from '../../../web/src/check/run.js';
import { en } from '../../../web/src/i18n/check-en.js';
import { zh } from '../../../web/src/i18n/check-zh.js';
import { addMessages, messages, setLanguage, t } from '../../../web/src/i18n/index.js';

addMessages({ en, zh });
afterEach(() => setLanguage('en'));

/** Every sentence and cure that occurred. @type {Set<string>} */
const said = new Set();

/** The sentence and the cure in English; both must exist in Chinese. @param {findings.Finding} finding */
function say({ id, state, text, cure, values }) {
  for (const key of [`check.${id}`, `check.state.${state}`, text, ...(cure ? [cure] : [])]) {
    said.add(key);
    for (const language of /** @type {const} */ (['en', 'zh'])) {
      expect(messages[language], key).toHaveProperty([key]);
      setLanguage(language);
      // No place for a value stays empty.
      for (const [, name] of messages[language][key].matchAll(/\{(\w+)\}/g)) {
        expect(values, `${language} ${key}`).toHaveProperty(name);
      }
    }
    setLanguage('en');
  }
  return { state, text: t(text, values), cure: cure && t(cure, values) };
}

const answer = (/** @type {string} */ path, type = 'text/javascript', status = 200) => ({
  path,
  status,
  type,
});

describe('files', () => {
  it('right types, with and without a charset', () => {
    const files = [answer('a.wasm', 'application/wasm'), answer('b.mjs'), answer('c.html', '')];
    expect(
      say(findings.onFiles([...files, answer('d.js', 'text/javascript; charset=utf-8')])),
    ).toEqual({
      state: 'good',
      text: 'All 4 files that were asked for are there and have the right type.',
      cure: '',
    });
  });

  it('a wasm file of another type works, a script does not', () => {
    const wasm = say(findings.onFiles([answer('a.wasm', 'application/octet-stream')]));
    expect(wasm.state).toBe('less');
    expect(wasm.cure).toContain('Send .wasm as application/wasm');
    const script = say(findings.onFiles([answer('lib/widget.mjs', 'text/plain')]));
    expect(script.state).toBe('bad');
    expect(script.text).toContain('lib/widget.mjs is sent as text/plain');
  });

  it('a file that is not there comes first', () => {
    const files = [answer('b.mjs', 'text/plain'), answer('assets/_x.js', '', 404)];
    expect(say(findings.onFiles(files)).text).toContain('assets/_x.js is not there');
    expect(say(findings.onFiles([answer('x.js', '', 0)])).text).toContain('gets no answer');
  });
});

it('isolation: names the headers that are missing', () => {
  const coop = { 'cross-origin-opener-policy': 'same-origin' };
  const coep = { 'cross-origin-embedder-policy': 'require-corp; report-to="x"' };
  const of = (/** @type {Record<string, string>} */ headers, framed = false) =>
    say(findings.onIsolation({ isolated: false, framed, headers }));
  expect(of({}).cure).toContain('same-origin, Cross-Origin-Embedder-Policy: require-corp.');
  expect(of(coop).cure).not.toContain('Opener');
  expect(of({ ...coop, ...coep }, true).text).toContain('inside another one');
  expect(of({ ...coop, ...coep }).text).toContain('does not isolate the page');
  expect(say(findings.onIsolation({ isolated: true, framed: false, headers: {} })).state).toBe(
    'good',
  );
});

it('compression: the bytes that were sent', () => {
  const of = (/** @type {number} */ sent, whole = 480_268) =>
    say(findings.onCompression({ path: 'a.wasm', sent, whole }));
  expect(of(192_479).text).toBe('Files are compressed: a.wasm takes 192 kB instead of 480 kB.');
  expect(of(480_268).text).toBe('Files are not compressed: a.wasm takes 480 kB.');
  expect(of(0).text).toContain('does not say');
});

it('offline: what stands in the way of the service worker', () => {
  const good = {
    allowed: true,
    script: answer('sw.js'),
    lost: /** @type {string[]} */ ([]),
    files: 300,
    active: true,
    error: '',
  };
  const of = (/** @type {Partial<typeof good>} */ changes) =>
    say(findings.onOffline({ ...good, ...changes }));
  expect(of({}).text).toContain('keeps 300 files');
  expect(of({ allowed: false }).state).toBe('less');
  expect(of({ script: answer('sw.js', '', 404) }).text).toContain('not there (404)');
  const lost = of({ lost: ['assets/__vite-x.js', 'b.js'] });
  expect(lost.text).toContain('assets/__vite-x.js is not there (2 of its files)');
  expect(lost.cure).toContain('.nojekyll');
  expect(of({ active: false, error: 'Bad type.' }).text).toContain('Bad type.');
});

it('the files of the service worker are read from its script', () => {
  const list = {
    version: '1',
    core: [
      ['a.js', true],
      ['b.html', false],
    ],
    more: [],
    moreBytes: 0,
  };
  expect(filesOfWorker(`self.PREFORMER = ${JSON.stringify(list)};\nlet x = {};\n`)).toEqual([
    'a.js',
    'b.html',
  ]);
  expect(filesOfWorker('<!doctype html>')).toEqual([]);
});

it('policy: the rules to add, and how much depends on them', () => {
  const all = { wasm: true, connect: true, worker: true, blob: true, style: true, image: true };
  expect(say(findings.onPolicy(all)).state).toBe('good');
  const some = say(findings.onPolicy({ ...all, blob: false, style: false }));
  expect(some.state).toBe('less');
  expect(some.cure).toBe("Add to the policy: worker-src blob:; style-src-attr 'unsafe-inline'");
  const much = say(findings.onPolicy({ ...all, wasm: false }));
  expect(much.state).toBe('bad');
  expect(much.cure).toContain("'wasm-unsafe-eval'");
});

it('storage, address, relaxed SIMD', () => {
  expect(say(findings.onStorage({ database: true, small: true, quota: 0 })).state).toBe('good');
  expect(say(findings.onStorage({ database: false, small: true, quota: 1e9 })).state).toBe('less');
  const little = findings.onStorage({ database: true, small: true, quota: 10e6 });
  expect(say(little).text).toContain('10 MB');
  expect(say(findings.onPlace({ secure: false, protocol: 'http' })).cure).toContain('https');
  expect(say(findings.onPlace({ secure: true, protocol: 'https' })).state).toBe('good');
  expect(say(findings.onRelaxed(true)).state).toBe('good');
  expect(say(findings.onRelaxed(false))).toMatchObject({ state: 'less', cure: '' });
});

it('training: the same bits as everywhere, or what is wrong', async () => {
  const trained = { ...(await trainHere('exact')), error: '' };
  expect(say(findings.onTraining({ ...trained, expected: EXPECTED })).state).toBe('good');
  expect(say(findings.onTraining({ ...trained, expected: '0' })).text).toContain(
    'old and new files',
  );
  const failed = findings.onTraining({ ...trained, expected: EXPECTED, error: 'No Worker.' });
  expect(say(failed)).toMatchObject({
    state: 'bad',
    text: 'No model could be trained. No Worker.',
  });
});

it('threads: used, or why not', () => {
  const of = (/** @type {string} */ lacks, build = 'fast', error = '') =>
    say(findings.onThreads({ build, lacks, threads: 2, error }));
  expect(of('', 'parallel').text).toBe('A model was trained with 2 threads.');
  for (const lacks of ['isolation', 'cores', 'relaxed-simd', 'unfinished', 'unheard-of']) {
    expect(of(lacks).state, lacks).toBe('less');
  }
  expect(of('', 'parallel', 'Refused.').state).toBe('bad');
});

it('no sentence is left over', () => {
  const page = /^check\.(cure|checking|copied|crashed|done|state)/;
  const unsaid = Object.keys(en).filter((key) => !said.has(key) && !page.test(key));
  expect(unsaid).toEqual([]);
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
});
