/** Running the command line, native and under Node. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const built = (/** @type {string} */ path) =>
  new URL(`../../build/${path}`, import.meta.url).pathname;

/** @type {Record<string, string[]>} the command's words, by build */
export const commands = {
  native: [built('native/preformer')],
  exact: [process.execPath, built('wasm/preformer.mjs')],
  fast: [process.execPath, built('wasm/preformer.mjs'), '--build', 'fast'],
  parallel: [process.execPath, built('wasm/preformer.mjs'), '--build', 'parallel'],
};

/** @returns {{path: (name: string) => string, remove: () => void}} */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'preformer-'));
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/**
 * @param {string} build
 * @param {string[]} args
 * @param {string | Uint8Array} [input]
 * @param {string} [cwd] the current folder
 * @returns {Promise<{code: number | null, stdout: string, stderr: string, json: any}>}
 */
export function run(build, args, input = '', cwd = undefined) {
  const [program, ...first] = commands[build];
  const child = spawn(program, [...first, ...args], { cwd });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  child.stdin.on('error', () => {}); // a command that fails early does not read
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const last = stdout.trimEnd().split('\n').at(-1) ?? '';
      const json = last.startsWith('{') ? JSON.parse(last) : undefined;
      resolve({ code, stdout, stderr, json });
    });
  });
}

/** A row of a binary file of vectors. @param {string | Uint8Array} word @param {number[]} numbers */
export const row = (word, numbers) =>
  Buffer.concat([
    Buffer.from(word),
    Buffer.from(' '),
    Buffer.from(new Float32Array(numbers).buffer),
  ]);

/** @param {...(string | Uint8Array)} parts */
export const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));
