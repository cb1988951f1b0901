#!/usr/bin/env node
// The command line under Node: the same arguments as the native program, and --build exact|fast.
import v8 from 'node:v8';

const args = process.argv.slice(2);

/** @param {string} name the option's value, taken out of the arguments */
function take(name) {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  if (args[at] !== name) return args.splice(at, 1)[0].slice(name.length + 1);
  return args.splice(at, 2)[1] ?? '';
}

const build = take('--build') ?? 'exact';
if (build !== 'exact' && build !== 'fast') {
  const message = '--build must be exact or fast.';
  console.error(`preformer: BadParameter: ${message}`);
  const error = {
    code: 'BadParameter',
    message,
    name: 'build',
    value: build,
    permitted: 'exact, fast',
  };
  if (args.includes('--json')) console.log(JSON.stringify({ error }));
  process.exit(2);
}

// Node 20 keeps relaxed SIMD behind a flag, which later versions no longer know.
if (build === 'fast' && Number.parseInt(process.versions.node, 10) < 21) {
  v8.setFlagsFromString('--experimental-wasm-relaxed-simd');
}

// Emscripten takes every stream for a terminal; only a real one shows progress.
if (['train', 'transfer'].includes(args[0]) && !process.stderr.isTTY) args.push('--quiet');

const { default: create } = await import(`./cli/preformer-${build}.mjs`);
const module = await create(); // it knows this file's place, and finds prepared data from there
process.exitCode = module.callMain(args);
