import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { project } from './servers.js';

const run = promisify(execFile);
const workshop = project('build/e2e/projects/');
const CACHE = `${process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')}/preformer/`;
export const ALL = process.env.PREFORMER_TESTS === 'all';

/** @type {Promise<string> | undefined} */
let packed;

/** The npm package as `npm publish` would upload it; each worker packs its own. */
function pack() {
  packed ??= (async () => {
    if (!existsSync(project('build/package/package.json'))) {
      throw new Error('There is no package to test: run ./build.sh build first.');
    }
    mkdirSync(workshop, { recursive: true });
    const folder = mkdtempSync(`${workshop}tarball-`);
    const words = ['pack', '--pack-destination', folder];
    const { stdout } = await run('npm', words, { cwd: project('build/package') });
    return join(folder, String(stdout.trim().split('\n').pop()));
  })();
  return packed;
}

/** @param {string} path @param {string[]} words */
async function npmIn(path, words) {
  try {
    return (await run('npm', words, { cwd: path, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    throw new Error(`npm ${words.join(' ')}:\n${error.stdout}\n${error.stderr}`);
  }
}

// Bundlers that ran in this process may have set NODE_ENV to production.
const QUIET = ['--include=dev', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];

/**
 * The folder node_modules of a project without our package. It is installed once for all clones:
 * bundlers are large, and their versions are fixed.
 * @param {any} manifest @returns {Promise<string>}
 */
async function othersOf({ dependencies = {}, devDependencies = {}, type }) {
  const { preformer: _, ...rest } = dependencies;
  const wanted = JSON.stringify({ type, dependencies: rest, devDependencies });
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  const folder = `${CACHE}projects/${key}`;
  if (!existsSync(folder)) {
    mkdirSync(`${CACHE}projects`, { recursive: true });
    const part = mkdtempSync(`${folder}-`);
    writeFileSync(join(part, 'package.json'), wanted);
    await npmIn(part, ['install', ...QUIET]);
    try {
      renameSync(part, folder);
    } catch {
      rmSync(part, { recursive: true }); // another worker was faster
    }
  }
  return `${folder}/node_modules`;
}

/** By hard links where the file system has them. @param {string} from @param {string} to */
const copyTree = (from, to) =>
  run('cp', ['-al', from, to]).catch(() => {
    rmSync(to, { recursive: true, force: true });
    return run('cp', ['-a', from, to]);
  });

/**
 * Creates a new project in which the package is installed from its tarball: with `test all` by npm,
 * otherwise unpacked beside the packages that other clones have installed before.
 * @param {string} folder of the project, relative to our root
 * @param {string} name
 * @returns {Promise<{path: string, npm: (...words: string[]) => Promise<string>}>}
 */
export async function freshProject(folder, name) {
  const tarball = await pack();
  const path = `${workshop}${name}/`;
  rmSync(path, { recursive: true, force: true });
  const own = (/** @type {string} */ from) =>
    !/node_modules|dist$|\/\.(next|astro)$|\.vitepress\/cache/.test(from);
  cpSync(project(folder), path, { recursive: true, filter: own });
  const manifest = JSON.parse(readFileSync(`${path}package.json`, 'utf8'));
  manifest.dependencies.preformer = `file:${tarball}`;
  writeFileSync(`${path}package.json`, JSON.stringify(manifest, null, 2));
  const npm = (/** @type {string[]} */ ...words) => npmIn(path, words);
  if (ALL) await npm('install', ...QUIET);
  else {
    await copyTree(await othersOf(manifest), `${path}node_modules`);
    await unpack(`${path}node_modules`);
  }
  return { path, npm };
}

/** The tarball as npm unpacks it. @param {string} modules a folder node_modules */
async function unpack(modules) {
  await run('tar', ['-xzf', await pack(), '-C', modules]);
  renameSync(join(modules, 'package'), join(modules, 'preformer'));
}

/** @param {string[]} paths files and folders, relative to our root */
function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    const whole = project(path);
    const files = statSync(whole).isDirectory()
      ? readdirSync(whole, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          // No project imports the site or the command line, which the package has for npx.
          .filter(
            (file) =>
              !/node_modules|\/dist\/|\/\.(next|astro)\/|\.vitepress\/cache|build\/package\/(site|cli)/.test(
                file,
              ),
          )
      : [whole];
    for (const file of files.sort()) {
      hash.update(`${file.slice(project('').length)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 24);
}

/**
 * Runs the tests of a file only where their inputs have changed since they last passed, in whatever
 * clone; with `test all` always. What they build is decided by these files and by fixed versions.
 * @param {import('@playwright/test').TestType<any, any>} test
 * @param {string[]} inputs files and folders, relative to our root
 */
export function runOncePerInput(test, inputs) {
  const stampOf = (/** @type {import('@playwright/test').TestInfo} */ { title }) =>
    `${CACHE}proved/${digest([...inputs, 'build/package'])}-${title.replace(/\W+/g, '-')}`;
  test.beforeEach(({ browserName: _ }, info) => {
    test.skip(!ALL && existsSync(stampOf(info)), 'passed before with the same inputs');
  });
  test.afterEach(({ browserName: _ }, info) => {
    if (info.status !== 'passed') return;
    mkdirSync(`${CACHE}proved`, { recursive: true });
    writeFileSync(stampOf(info), '');
  });
}

/**
 * The package alone, in a folder without other packages in it or above it.
 * @returns {Promise<{path: string, remove: () => void}>}
 */
export async function packageAlone() {
  const path = mkdtempSync(join(tmpdir(), 'preformer-'));
  const modules = join(path, 'node_modules');
  mkdirSync(modules);
  await unpack(modules);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
