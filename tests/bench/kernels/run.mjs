// Runs the micro-benchmarks of a wasm build under Node and prints their JSON. Build them first:
//   cmake --build build/cmake/wasm-exact --target preformer_kernels_bench
//   node tests/bench/kernels/run.mjs exact
import v8 from 'node:v8';

const build = process.argv[2] ?? 'exact';
// Node 20 keeps relaxed SIMD behind a flag, which later versions no longer know.
if (build !== 'exact' && Number.parseInt(process.versions.node, 10) < 21) {
  v8.setFlagsFromString('--experimental-wasm-relaxed-simd');
}
const { default: create } = await import(`../../../build/bench/kernels-${build}.mjs`);
await create();
