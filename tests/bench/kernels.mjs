// The kernels by themselves, beside the peak of the machine: native, and the wasm builds under Node.
import { execFileSync } from 'node:child_process';
import { median } from './command.mjs';

const BUILDS = { native: 'native-release', exact: 'wasm-exact', fast: 'wasm-fast' };

/** Builds the program on demand and runs it once. @param {keyof typeof BUILDS} build */
function run(build) {
  const folder = `build/cmake/${BUILDS[build]}`;
  execFileSync('cmake', ['--build', folder, '--target', 'preformer_kernels_bench'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [program, ...args] =
    build === 'native'
      ? ['build/bench/kernels-native']
      : [process.execPath, 'tests/bench/kernels/run.mjs', build];
  return JSON.parse(execFileSync(program, args, { encoding: 'utf8' }));
}

/** Medians of rows that are alike but for their numbers. */
function medians(rounds, list, fields) {
  return rounds[0][list].map((row, i) => ({
    ...row,
    ...Object.fromEntries(
      fields.map((field) => [field, median(rounds.map((round) => round[list][i][field]))]),
    ),
  }));
}

/** @param {{rounds: number, say: (what: string, round: number) => void}} options */
export function benchKernels({ rounds, say }) {
  /** @type {Record<string, any[]>} */
  const results = Object.fromEntries(Object.keys(BUILDS).map((build) => [build, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const build of Object.keys(results)) {
      say(build, round);
      results[build].push(run(build));
    }
  }
  const builds = Object.entries(results).map(([build, found]) => ({
    build,
    peak: median(found.map(({ peak }) => peak)),
    products: medians(found, 'products', ['gflops', 'share']),
    elementwise: medians(found, 'elementwise', ['perSecond']),
  }));
  return { rounds, builds };
}
