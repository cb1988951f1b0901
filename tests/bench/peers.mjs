// The programs that Preformer is compared with: which of them are installed, and how to install the
// others.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';

const PYTHON = '/usr/bin/python3'; // the system's, which Debian's packages are made for
const TFJS = 'tests/bench/tfjs';
export const TFJS_INSTALLED = 'build/bench/tfjs';

const runs = (command, ...args) => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const hasModule = (name) => runs(PYTHON, '-c', `import ${name}`);
const hasCommand = (name) => runs('sh', '-c', `command -v ${name}`);

/** Whether Python's programs have a fast library for linear algebra: without one, PyTorch is 25 times slower. */
const hasFastBlas = () => runs(PYTHON, 'tests/bench/blas.py');

/** @type {Record<string, {here: () => boolean, debian?: string}>} */
const PEERS = {
  gensim: {
    here: () => hasModule('gensim') && hasFastBlas(),
    debian: 'python3-gensim libopenblas0-pthread',
  },
  fasttext: { here: () => hasCommand('fasttext'), debian: 'fasttext' },
  torch: {
    here: () => hasModule('torch, numpy') && hasFastBlas(),
    debian: 'python3-torch libopenblas0-pthread',
  },
  tfjs: { here: () => existsSync(join(TFJS_INSTALLED, 'node_modules')) },
};

/** TensorFlow.js, its versions locked, outside the project's own packages. */
function installTfjs() {
  mkdirSync(TFJS_INSTALLED, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    cpSync(join(TFJS, name), join(TFJS_INSTALLED, name));
  }
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: TFJS_INSTALLED,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function agrees(question) {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return /^(y|yes)?$/i.test(answer.trim());
}

/** @param {() => void} install */
function tried(install) {
  try {
    install();
  } catch (error) {
    console.error(`  that failed: ${error.message.split('\n')[0]}`);
  }
}

/**
 * Searches the programs of the parts that will run. Offers to install missing ones (on a terminal;
 * otherwise prints how), and continues without those that are still missing.
 * @param {string[]} wanted names
 * @returns {Promise<Set<string>>} those that can run
 */
export async function findPeers(wanted) {
  const absent = () => wanted.filter((name) => !PEERS[name].here());
  if (absent().includes('tfjs')) {
    console.error('bench: installing TensorFlow.js into build/bench/tfjs …');
    tried(installTfjs);
  }
  const packages = absent().flatMap((name) => PEERS[name].debian ?? []);
  if (packages.length > 0) {
    const command = `apt-get install ${packages.join(' ')}`;
    console.error(`bench: these peers are missing: ${absent().join(', ')}; ${command}`);
    if (await agrees('bench: install them now? [Y/n] ')) {
      tried(() => execFileSync('sh', ['-c', `${command} -y`], { stdio: 'inherit' }));
    }
  }
  const missing = absent();
  if (missing.length > 0) console.error(`bench: running without ${missing.join(', ')}.`);
  return new Set(wanted.filter((name) => !missing.includes(name)));
}
