// @vitest-environment jsdom
// @ts-nocheck: fakes
/** Where the engine's worker is started, and what is said where none starts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorText } from '../../../web/src/i18n/errors.js';
import { setLanguage } from '../../../web/src/i18n/index.js';
import { problem } from '../../../web/src/ui/parts.js';

/** The workers that were started, by kind of address. */
let started;
/** @type {FakeWorker} */
let latest;
/** What happens to a worker: it 'runs', 'throws' when it is made, or 'fails' soon after. */
let fate;

class FakeWorker extends EventTarget {
  constructor(url) {
    super();
    this.kind = url.startsWith('blob:') ? 'imported' : 'direct';
    started.push(this.kind);
    latest = this;
    this.fate = fate(this.kind);
    if (this.fate === 'throws') throw new DOMException('cannot be accessed', 'SecurityError');
    if (this.fate === 'fails') setTimeout(() => this.fail());
  }

  fail(message) {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }

  postMessage({ id }) {
    if (this.fate !== 'runs') return;
    // As Comlink answers a call.
    const data = { id, type: 'RAW', value: { value: `ran ${this.kind}` } };
    setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  terminate() {}
}

/** @param {{origin?: string, href?: string, reachable?: boolean}} page */
async function engineOn({ origin, href, reachable = true } = {}) {
  vi.resetModules();
  vi.stubGlobal('Worker', FakeWorker);
  const where = new URL(href ?? 'https://example.org/lab/');
  vi.stubGlobal('location', where);
  vi.stubGlobal('origin', origin ?? where.origin);
  vi.stubGlobal('fetch', async () => new Response('', { status: reachable ? 200 : 404 }));
  const { getEngine } = await import('../../../web/src/api/engine.js');
  return getEngine(new URL('worker.js', where));
}

const outcome = (engine) => engine.call('ready', {}).catch((error) => error);

beforeEach(() => {
  started = [];
  fate = () => 'runs';
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL() {} }),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  setLanguage('en');
});

describe('a worker is started', () => {
  it('by its address', async () => {
    expect(await outcome(await engineOn())).toBe('ran direct');
    expect(started).toEqual(['direct']);
  });

  it('from a blob in a sandbox, whose scripts all come from elsewhere', async () => {
    expect(await outcome(await engineOn({ origin: 'null' }))).toBe('ran imported');
    expect(started).toEqual(['imported']);
  });

  it.each(['throws', 'fails'])('from a blob if the first way %s', async (how) => {
    fate = (kind) => (kind === 'direct' ? how : 'runs');
    expect(await outcome(await engineOn())).toBe('ran imported');
    expect(started).toEqual(['direct', 'imported']);
  });
});

describe('where none starts, the true reason is given', () => {
  it.each([
    ['sandbox', { origin: 'null' }, 'sandbox without allow-same-origin', 'allow-same-origin'],
    ['file', { href: 'file:///home/index.html', origin: 'null' }, 'from a disk', '磁盘'],
    ['missing', { reachable: false }, 'could not be loaded', '没有载入'],
    ['workers', {}, 'starts no workers', '无法启动'],
  ])('%s', async (reason, page, english, chinese) => {
    fate = () => 'fails';
    const error = await outcome(await engineOn(page));
    expect(error).toMatchObject({ code: 'EngineFailure', parameter: reason });
    expect(errorText(error)).toContain(english);
    expect(errorText(error)).not.toContain('Press Train to start it again');
    setLanguage('zh');
    expect(errorText(error)).toContain(chinese);
  });

  it('a security policy', async () => {
    fate = () => 'fails';
    const failing = outcome(await engineOn());
    const violation = new Event('securitypolicyviolation');
    document.dispatchEvent(Object.assign(violation, { effectiveDirective: 'worker-src' }));
    const error = await failing;
    expect(error.parameter).toBe('policy');
    expect(errorText(error)).toContain('worker-src');
  });

  it('with a way out: the page by itself, or a reload', () => {
    const shown = (parameter) =>
      JSON.stringify(problem({ code: 'EngineFailure', parameter }, 'id').values);
    expect(shown('sandbox')).toContain('class=\\"alone\\"');
    expect(shown('missing')).toContain('reload');
    expect(shown('policy')).not.toContain('reload');
  });

  it('another attempt is made when the reader asks again', async () => {
    fate = () => 'fails';
    await outcome(await engineOn());
    fate = () => 'runs';
    const { getEngine } = await import('../../../web/src/api/engine.js');
    expect(await outcome(getEngine('https://example.org/lab/worker.js'))).toBe('ran direct');
  });
});

it('a worker that dies later is told apart from one that never ran', async () => {
  const engine = await engineOn();
  expect(await outcome(engine)).toBe('ran direct');
  latest.fate = 'is busy';
  const dying = engine.call('train', {}).catch((reason) => reason);
  await new Promise((resolve) => setTimeout(resolve));
  latest.fail('out of memory');
  const error = await dying;
  expect(error).toMatchObject({ code: 'EngineFailure', parameter: 'worker' });
  expect(errorText(error)).toContain('Press Train to start it again');
});
