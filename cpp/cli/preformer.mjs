#!/usr/bin/env node
// The command line under Node: the same arguments as the native program, and
// --build exact|fast|parallel.
import v8 from 'node:v8';

const args = process.argv.slice(2);

/** @param {string} name the option's value, taken out of the arguments */
function take(name) {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  if (args[at] !== name) return args.splice(at, 1)[0].slice(name.length + 1);
  return args.splice(at, 2)[1] ?? '';
}

const builds = ['exact', 'fast', 'parallel'];
const build = take('--build') ?? 'exact';
if (!builds.includes(build)) {
  const message = `--build must be ${builds.join(' or ')}.`;
  console.error(`preformer: BadParameter: ${message}`);
  const error = {
    code: 'BadParameter',
    message,
    name: 'build',
    value: build,
    permitted: builds.join(', '),
  };
  if (args.includes('--json')) console.log(JSON.stringify({ error }));
  process.exit(2);
}

// Node 20 keeps relaxed SIMD behind a flag, which later versions no longer know.
if (build !== 'exact' && Number.parseInt(process.versions.node, 10) < 21) {
  v8.setFlagsFromString('--experimental-wasm-relaxed-simd');
}

// Emscripten takes every stream for a terminal; only a real one shows progress.
if (['train', 'transfer'].includes(args[0]) && !process.stderr.isTTY) args.push('--quiet');

const { default: create } = await import(`./cli/preformer-${build}.mjs`);
// The parallel build wants its threads before it starts; it checks the number again.
const at = args.findIndex((arg) => /^--threads(=|$)/.test(arg));
const threads = Number.parseInt(args[at]?.split('=')[1] ?? args[at + 1], 10);
// It knows this file's place, and finds prepared data from there.
const module = await create({ threads: at < 0 ? 1 : Math.min(threads || 1, 64) });
process.exitCode = module.callMain(args);
