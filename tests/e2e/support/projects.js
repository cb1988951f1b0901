import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { project } from './servers.js';

const run = promisify(execFile);
const workshop = project('build/e2e/projects/');

/** @type {Promise<void> | undefined} */
let packed;

/** The npm package as `npm publish` would upload it. */
function pack() {
  packed ??= (async () => {
    if (!existsSync(project('build/package/package.json'))) {
      throw new Error('There is no package to test: run ./build.sh build first.');
    }
    mkdirSync(workshop, { recursive: true });
    const pack = ['pack', '--pack-destination', workshop];
    const { stdout } = await run('npm', pack, { cwd: project('build/package') });
    const name = stdout.trim().split('\n').pop();
    cpSync(`${workshop}${name}`, `${workshop}preformer.tgz`);
  })();
  return packed;
}

/**
 * Creates a new project in which the package is installed from its tarball.
 * @param {string} folder of the project, relative to our root
 * @param {string} name
 * @returns {Promise<{path: string, npm: (...words: string[]) => Promise<string>}>}
 */
export async function freshProject(folder, name) {
  await pack();
  const path = `${workshop}${name}/`;
  rmSync(path, { recursive: true, force: true });
  const own = (/** @type {string} */ from) => !/node_modules|dist$|\.vitepress\/cache/.test(from);
  cpSync(project(folder), path, { recursive: true, filter: own });
  const manifest = JSON.parse(readFileSync(`${path}package.json`, 'utf8'));
  manifest.dependencies.preformer = 'file:../preformer.tgz';
  writeFileSync(`${path}package.json`, JSON.stringify(manifest, null, 2));
  const npm = async (/** @type {string[]} */ ...words) => {
    try {
      return (await run('npm', words, { cwd: path, maxBuffer: 1e8 })).stdout;
    } catch (error) {
      throw new Error(`npm ${words.join(' ')}:\n${error.stdout}\n${error.stderr}`);
    }
  };
  // Bundlers that ran in this process may have set NODE_ENV to production.
  const quiet = [
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--prefer-offline',
  ];
  await npm('install', ...quiet);
  return { path, npm };
}

/**
 * The package alone, in a folder without other packages in it or above it.
 * @returns {Promise<{path: string, remove: () => void}>}
 */
export async function packageAlone() {
  await pack();
  const path = mkdtempSync(join(tmpdir(), 'preformer-'));
  const modules = join(path, 'node_modules');
  mkdirSync(modules);
  await run('tar', ['-xzf', `${workshop}preformer.tgz`, '-C', modules]);
  renameSync(join(modules, 'package'), join(modules, 'preformer'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
