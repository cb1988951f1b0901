// Runs the command line and returns the JSON of its last line.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const PROGRAMS = {
  exact: ['node', 'build/wasm/preformer.mjs', '--build', 'exact'],
  fast: ['node', 'build/wasm/preformer.mjs', '--build', 'fast'],
  native: [join('build', 'native', 'preformer')],
};
export const BUILDS = Object.keys(PROGRAMS);

export function runJson(program, ...args) {
  const output = execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output.trim().split('\n').at(-1));
}

export function preformer(build, ...args) {
  const [program, ...before] = PROGRAMS[build];
  return runJson(program, ...before, ...args, '--json');
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
