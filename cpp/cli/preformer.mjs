#!/usr/bin/env node
// The command line under Node: the same arguments as the native program, and
// --build exact|fast|parallel, train --link LINK, and the verb serve.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';

const args = process.argv.slice(2);

const UNDER_NODE = `Under Node there are also
  serve                       Show the pages on this computer, without a network
  train --link LINK           Train what a link of the pages promises
  --build exact|fast|parallel Choose the build (default: exact)
`;

/** @param {string} name the option; it is removed from the arguments */
function take(name) {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  if (args[at] !== name) return args.splice(at, 1)[0].slice(name.length + 1);
  return args.splice(at, 2)[1] ?? '';
}

/**
 * @param {{message: string, code?: string, name?: string, value?: string, permitted?: string}} what
 * @param {number} [status]
 * @returns {never}
 */
function fail(
  { code = 'BadParameter', message, name = '', value = '', permitted = '' },
  status = 2,
) {
  console.error(`preformer: ${code}: ${message}`);
  const error = { code, message, name, value, permitted };
  if (args.includes('--json')) console.log(JSON.stringify({ error }));
  return process.exit(status);
}

/**
 * Converts a link's run to arguments. Its texts become files, which are deleted at exit.
 * @param {string} link
 */
async function open(link) {
  const { runOfLink } = await import(new URL('./link.mjs', import.meta.url).href);
  const run = await runOfLink(link).catch((/** @type {any} */ error) => {
    const { code = 'EngineFailure', message, parameter: name, value, permitted } = error;
    return fail({ code, message, name, value, permitted }, 1);
  });
  for (const note of run.notes) console.error(`preformer: ${note}`);
  const names = run.flags.filter((/** @type {string} */ word) => /^--[a-z]/.test(word));
  const taken = [
    '--corpus',
    '--heldout',
    '--resume',
    ...names.filter((/** @type {string} */ name) => name !== '--threads'),
  ];
  const twice = args.map((arg) => arg.split('=')[0]).find((arg) => taken.includes(arg));
  if (twice)
    fail({ message: `The link says ${twice.slice(2)}: leave ${twice} out.`, name: twice.slice(2) });
  const folder = mkdtempSync(join(tmpdir(), 'preformer-link-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'corpus.txt'), run.corpus);
  args.splice(1, 0, '--corpus', join(folder, 'corpus.txt'), ...run.flags);
  if (run.heldout.length) {
    writeFileSync(join(folder, 'heldout.txt'), run.heldout);
    args.splice(1, 0, '--heldout', join(folder, 'heldout.txt'));
  }
  const several = args.some((arg) => arg.split('=')[0] === '--seeds');
  if (run.hash && !several) args.push('--expect-hash', run.hash);
  return run;
}

if (args[0] === 'serve' || (args[0] === 'help' && args[1] === 'serve')) {
  const { serve } = await import('./serve.mjs');
  await serve(args[0] === 'help' ? ['--help'] : args.slice(1), fail);
} else {
  await runProgram();
}

async function runProgram() {
  // The program knows nothing of what only Node does. It comes first: the program closes the output.
  if (args.length === 0 || ['help', '--help', '-h'].includes(args.join(' '))) {
    console.log(UNDER_NODE);
  }
  const wanted = take('--build');
  const link = args[0] === 'train' ? take('--link') : undefined;
  const linked = link === undefined ? undefined : await open(link);
  const builds = ['exact', 'fast', 'parallel'];
  const build = wanted ?? linked?.build ?? 'exact';
  if (!builds.includes(build)) {
    const permitted = builds.join(', ');
    fail({
      message: `--build must be ${builds.join(' or ')}.`,
      name: 'build',
      value: build,
      permitted,
    });
  }

  const program = new URL(`./cli/preformer-${build}.mjs`, import.meta.url);
  if (!existsSync(program)) {
    const message = `The ${build} command line is not built yet: run ./build.sh build.`;
    fail({ code: 'EngineFailure', message, name: 'build', value: build }, 1);
  }

  // Node 20 requires a flag for relaxed SIMD; later versions do not have that flag.
  if (build !== 'exact' && Number.parseInt(process.versions.node, 10) < 21) {
    v8.setFlagsFromString('--experimental-wasm-relaxed-simd');
  }

  // Emscripten treats every stream as a terminal; progress is shown only on a real one. The flag comes
  // first: behind a last option without a value it would be that value.
  if (['train', 'transfer'].includes(args[0]) && !process.stderr.isTTY)
    args.splice(1, 0, '--quiet');

  const { default: create } = await import(program.href);
  // The parallel build requires the number of threads at its start, and checks it again.
  const at = args.findIndex((arg) => /^--threads(=|$)/.test(arg));
  const threads = Number.parseInt(args[at]?.split('=')[1] ?? args[at + 1], 10);
  // The program derives the folder of prepared data from its own path.
  const module = await create({ threads: at < 0 ? 1 : Math.min(threads || 1, 64) });
  process.exitCode = module.callMain(args);
}
