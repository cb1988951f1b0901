/**
 * Installs the package from its tarball into every host, builds it, opens it in Chromium and trains:
 *
 *     node tests/hosts/run.mjs [--write] [--keep] [host …]
 *
 * Needs build/package (./build.sh build) and the network for the hosts' packages. Prints a table;
 * --write puts it into docs/hosts.md. Fails if a host does less than its row in hosts.mjs promises.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../e2e/engines/chromium.js';
import { CHECK, HOSTS } from './hosts.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const given = process.argv.slice(2);
const names = given.filter((one) => !one.startsWith('--'));
const chosen = Object.entries(HOSTS).filter(([name]) => !names.length || names.includes(name));
const PORT = 8460;

const TYPES = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript' },
  ...{ '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json' },
};

/** A host of files and nothing else. @param {string} folder @param {number} port */
function serveFolder(folder, port) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(path)) return void response.writeHead(404).end();
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))];
    response.writeHead(200, { 'Content-Type': type ?? 'application/octet-stream' });
    response.end(readFileSync(path));
  });
  return new Promise((done) => server.listen(port, () => done(() => server.close())));
}

/** @param {string} folder @param {string[]} command */
function run(folder, [program, ...options]) {
  execFileSync(join(folder, 'node_modules/.bin', program), options, {
    cwd: folder,
    stdio: 'pipe',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  });
}

/** @param {string} folder @param {string[]} command @param {string} address */
async function startServer(folder, [program, ...options], address) {
  const child = spawn(join(folder, 'node_modules/.bin', program), options, {
    cwd: folder,
    stdio: 'ignore',
    detached: true,
  });
  for (let i = 0; i < 120; i++) {
    await new Promise((wait) => setTimeout(wait, 500));
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
  }
  return () => process.kill(-(/** @type {number} */ (child.pid)));
}

/** @param {string} tarball @param {import('./hosts.mjs').Host} host @returns {string} the folder */
function install(tarball, { needs, files }) {
  const folder = mkdtempSync(join(tmpdir(), 'preformer-host-'));
  const manifest = { name: 'host', private: true, type: 'module' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [path, text] of Object.entries({ ...files, 'check.js': CHECK })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  execFileSync('npm', ['install', ...options, tarball, ...needs], { cwd: folder, stdio: 'pipe' });
  return folder;
}

/** @param {import('@playwright/test').Browser} browser @param {string} address */
async function tried(browser, address) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('favicon.ico'))
      faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(address);
  await page.waitForFunction(() => 'check' in globalThis, null, { timeout: 90_000 });
  const found = await page.evaluate(() => /** @type {any} */ (globalThis).check());
  await page.close();
  return { found, faults };
}

/** @param {import('@playwright/test').Browser} browser @param {string} tarball @param {import('./hosts.mjs').Host} host @param {number} port */
async function tryHost(browser, tarball, host, port) {
  /** @type {Record<string, any>} any: what the page found, by name */
  const row = { installs: false, builds: false, faults: [] };
  const folder = install(tarball, host);
  let stop = () => {};
  try {
    row.installs = true;
    for (const command of host.build ?? []) run(folder, command);
    const { 'src.html': page } = host.files;
    if (page && host.serves) writeFileSync(join(folder, host.serves, 'index.html'), page);
    row.builds = true;
    const address = `http://localhost:${port}/`;
    stop = host.server
      ? await startServer(folder, host.server(port), address)
      : await serveFolder(join(folder, host.serves ?? '.'), port);
    const { found, faults } = await tried(browser, address);
    Object.assign(row, found, { faults });
  } catch (error) {
    row.faults.push(String(error.stderr ?? '') + String(error.stdout ?? '') || error.message);
  } finally {
    stop();
    if (given.includes('--keep')) console.log(folder);
    else rmSync(folder, { recursive: true, force: true });
  }
  return row;
}

const pack = execFileSync('npm', ['pack', '--silent', '--pack-destination', tmpdir()], {
  cwd: `${project}build/package`,
  encoding: 'utf8',
});
const tarball = join(tmpdir(), pack.trim().split('\n').at(-1) ?? '');
const browser = await chromium.launch(chromiumOptions);
/** @type {[string, Record<string, any>][]} any: as above */
const rows = [];
for (const [i, [name, host]] of chosen.entries()) {
  const row = await tryHost(browser, tarball, host, PORT + i);
  rows.push([name, row]);
  console.log(name, JSON.stringify(row, null, 1));
}
await browser.close();

const COLUMNS = ['installs', 'builds', 'trains', 'events', 'dark', 'transfer', 'sotu'];
const works = (/** @type {any} any: any of the answers */ value) =>
  value !== undefined && value !== false && !String(value).startsWith('FAILED');
const table = [
  `| host | ${COLUMNS.join(' | ')} |`,
  `| --- |${' --- |'.repeat(COLUMNS.length)}`,
  ...rows.map(
    ([name, row]) =>
      `| ${name} | ${COLUMNS.map((one) => (works(row[one]) ? 'yes' : 'no')).join(' | ')} |`,
  ),
].join('\n');
console.log(table);
if (given.includes('--write')) {
  const file = `${project}docs/hosts.md`;
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/\| host \|[\s\S]*?(?=\n\n)/, () => table),
  );
}
rmSync(tarball);
const failed = rows.filter(
  ([name, row]) => !HOSTS[name].fails && !COLUMNS.every((column) => works(row[column])),
);
process.exit(failed.length ? 1 : 0);
