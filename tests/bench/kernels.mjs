// Measures the kernels alone, compared with the machine's peak: native, and the wasm builds in
// Chromium and under Node.
import { execFileSync } from 'node:child_process';
import { median } from './command.mjs';

const PROGRAMS = {
  native: { folder: 'native-release', command: ['build/bench/kernels-native'] },
  'exact, Chromium': { folder: 'wasm-exact', command: script('exact', 'chromium') },
  'fast, Chromium': { folder: 'wasm-fast', command: script('fast', 'chromium') },
  'exact, Node': { folder: 'wasm-exact', command: script('exact', 'node') },
  'fast, Node': { folder: 'wasm-fast', command: script('fast', 'node') },
};

function script(build, where) {
  return [process.execPath, 'tests/bench/kernels/run.mjs', build, where];
}

/** Builds the program if necessary and runs it once. @param {keyof typeof PROGRAMS} name */
function run(name) {
  const { folder, command } = PROGRAMS[name];
  const target = ['--build', `build/cmake/${folder}`, '--target', 'preformer_kernels_bench'];
  execFileSync('cmake', target, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [program, ...args] = command;
  return JSON.parse(execFileSync(program, args, { encoding: 'utf8' }));
}

/** The best of the products' speeds, and the median of their typical shares. */
function products(rounds) {
  return rounds[0].products.map(({ name, m, k, n }, i) => {
    const all = (field) => rounds.map((round) => round.products[i][field]);
    const [gflops, peak] = [Math.max(...all('gflops')), Math.max(...all('peak'))];
    return { name, m, k, n, gflops, peak, share: gflops / peak, typical: median(all('typical')) };
  });
}

/** Medians of the elementwise kernels. */
function elementwise(rounds) {
  return rounds[0].elementwise.map((row, i) => ({
    ...row,
    perSecond: median(rounds.map((round) => round.elementwise[i].perSecond)),
  }));
}

/** @param {{rounds: number, say: (what: string, round: number) => void}} options */
export function benchKernels({ rounds, say }) {
  /** @type {Record<string, any[]>} */
  const results = Object.fromEntries(Object.keys(PROGRAMS).map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const name of Object.keys(results)) {
      say(name, round);
      results[name].push(run(name));
    }
  }
  const builds = Object.entries(results).map(([build, found]) => ({
    build,
    products: products(found),
    elementwise: elementwise(found),
  }));
  return { rounds, builds };
}
