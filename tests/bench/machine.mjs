// The machine and the programs of a measurement.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';

const tfjs = createRequire(import.meta.url)('./tfjs/package.json');

/** The first line that a command prints, or 'absent'. */
function ask(command, ...args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')[0]
      .trim();
  } catch {
    return 'absent';
  }
}

export function machine() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    compiler: ask('c++', '--version'),
    gensim: ask('/usr/bin/python3', '-c', 'import gensim; print(gensim.__version__)'),
    fasttext: ask('sh', '-c', "dpkg -s fasttext | sed -n 's/^Version: //p'"),
    torch: ask('/usr/bin/python3', '-c', 'import torch; print(torch.__version__)'),
    blas: ask('/usr/bin/python3', 'tests/bench/blas.py'),
    tfjs: tfjs.dependencies['@tensorflow/tfjs-core'],
    chromium: ask(process.env.CHROMIUM ?? '/usr/bin/chromium', '--version'),
  };
}
