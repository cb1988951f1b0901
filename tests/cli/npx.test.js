/** `npx preformer` from the packed tarball, in an empty folder, with Node alone. */
import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from './support.js';

const call = promisify(execFile);
const project = new URL('../../', import.meta.url).pathname;
const folder = temporaryFolder();
const path = folder.path;
const place = path('');
afterAll(() => folder.remove());

// Node, and the shell that npx starts programs with; nothing of this project.
const env = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, HOME: place };

/** @param {string[]} args @returns {Promise<{code: number, stdout: string, stderr: string}>} */
const npx = (...args) =>
  call('npx', ['--offline', '--no-install', 'preformer', ...args], { cwd: place, env }).then(
    (done) => ({ ...done, code: 0 }),
    (error) => error,
  );

beforeAll(async () => {
  await call('npm', ['pack', '--pack-destination', place], { cwd: `${project}build/package`, env });
  const tarball = readdirSync(place).find((name) => name.endsWith('.tgz'));
  writeFileSync(path('package.json'), '{}');
  await call('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], {
    cwd: place,
    env,
  });
}, 120_000);

describe('npx preformer', () => {
  it('gives its version, and says what it does under Node', async () => {
    const { version } = JSON.parse(readFileSync(`${project}package.json`, 'utf8'));
    expect((await npx('--version')).stdout).toBe(`preformer ${version} (exact)\n`);
    expect((await npx('help')).stdout).toContain('serve');
    expect((await npx('help', 'serve')).stdout).toContain('--port');
  });

  it('trains, asks, evaluates and looks inside, a link included', async () => {
    writeFileSync(
      path('text.txt'),
      'the king rules the land\nthe queen rules the land\n'.repeat(9),
    );
    writeFileSync(path('pairs.txt'), 'king\tqueen\t9\nking\tland\t3\nqueen\trules\t2\n');
    const words = ['--corpus', 'text.txt', '--vectors', 'v.txt', '--checkpoint', 'c.safetensors'];
    const trained = await npx('train', '--model', 'cbow', ...words, '--json');
    expect(JSON.parse(trained.stdout)).toMatchObject({ vocabulary: 5, build: 'exact' });
    const asked = await npx('query', 'most-similar', '--positive', 'king', '--vectors', 'v.txt');
    expect(asked.stdout).toContain('queen');
    const judged = await npx('eval', '--vectors', 'v.txt', '--word-pairs', 'pairs.txt', '--json');
    expect(JSON.parse(judged.stdout)).toHaveProperty('spearman');
    const inside = ['--checkpoint', 'c.safetensors', '--sentence', 'the king rules the land'];
    expect(JSON.parse((await npx('inside', ...inside, '--json')).stdout)).toHaveProperty('forward');
    const linked = await npx('train', '--link', '#v=1&model=cbow&epochs=1', '--json');
    expect(JSON.parse(linked.stdout).weightsHash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('serves the whole site, with the headers of an isolated page', async () => {
    const server = spawn(
      'npx',
      ['--offline', '--no-install', 'preformer', 'serve', '--port', '0'],
      {
        cwd: place,
        env,
        detached: true,
      },
    );
    try {
      const url = await new Promise((resolve, reject) => {
        server.stdout.setEncoding('utf8').on('data', (text) => resolve(/http:\S+/.exec(text)?.[0]));
        server.once('exit', reject);
      });
      const front = await fetch(url);
      expect(front.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(await front.text()).toContain('<title>');
      // Every file of the site, whether the package holds it as such or under another name.
      const site = `${project}build/site/`;
      const names = readdirSync(site, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(site.length));
      expect(names.length).toBeGreaterThan(100);
      for (const name of names) {
        const answer = await fetch(url + name);
        expect(answer.status, name).toBe(200);
        const body = Buffer.from(await answer.arrayBuffer());
        expect(body.equals(readFileSync(site + name)), name).toBe(true);
        if (name.endsWith('.wasm')) {
          expect(answer.headers.get('content-type')).toBe('application/wasm');
        }
      }
      for (const wrong of ['package.json', '%2e%2e/package.json', 'assets/', '%']) {
        expect((await fetch(url + wrong)).status, wrong).toBeGreaterThanOrEqual(400);
      }
    } finally {
      process.kill(-(/** @type {number} */ (server.pid)));
    }
  });

  it('refuses a wrong port, and names it', async () => {
    const refused = await npx('serve', '--port', '1e3');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('it is "1e3"');
    expect((await npx('serve', '--prot', '1')).stderr).toContain('There is no option --prot');
  });
});
