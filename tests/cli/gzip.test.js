/** Files that gzip packed are read as they are: by zlib, and under Node by its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const text = 'the king sees the queen\nthe queen sees the king\n'.repeat(40);
const packed = gzipSync(text);
const settings = ['--size', '8', '--epochs', '2', '--json'];

describe.each(['native', 'exact'])('%s', (build) => {
  const file = (/** @type {string} */ name, /** @type {Uint8Array | string} */ bytes) => {
    const path = folder.path(`${build}-${name}`);
    writeFileSync(path, bytes);
    return path;
  };
  const train = (/** @type {string} */ corpus, /** @type {Uint8Array} */ input = packed) =>
    run(build, ['train', '--corpus', corpus, ...settings], input);

  it('a packed corpus gives the same weights, from a file and from standard input', async () => {
    const { weightsHash } = (await train(file('plain.txt', text))).json;
    const halves = [text.slice(0, 1000), text.slice(1000)].map((half) => gzipSync(half));
    for (const corpus of [
      file('packed.txt.gz', packed),
      file('two.gz', Buffer.concat(halves)),
      '-',
    ]) {
      expect((await train(corpus)).json.weightsHash).toBe(weightsHash);
    }
  });

  it('packed vectors answer as the plain ones do', async () => {
    const vectors = folder.path(`${build}-vectors.bin`);
    await run(build, ['train', '--corpus', file('a.txt', text), '--vectors', vectors, ...settings]);
    const gz = file('vectors.bin.gz', gzipSync(readFileSync(vectors)));
    const ask = (/** @type {string} */ path) =>
      run(build, ['query', 'most-similar', 'king', '--vectors', path, '--json']);
    expect((await ask(gz)).json).toEqual((await ask(vectors)).json);
  });

  it.each([
    ['cut off', packed.subarray(0, packed.length - 9), /cut off/],
    ['only its first bytes', packed.subarray(0, 2), /cut off/],
    [
      'a wrong checksum',
      packed.map((byte, at) => (at === packed.length - 5 ? byte ^ 1 : byte)),
      /damaged/,
    ],
    [
      'followed by something else',
      Buffer.concat([packed, Buffer.from('and more than that')]),
      /damaged/,
    ],
    ['not packed by gzip', Buffer.from('\x1f\x8b, and then words', 'latin1'), /damaged/],
  ])('%s: an error that says so', async (_name, bytes, message) => {
    const { code, json } = await train(file('bad.gz', bytes));
    expect(code).toBe(1);
    expect(json.error).toMatchObject({ code: 'BadFormat', name: 'corpus' });
    expect(json.error.message).toMatch(message);
  });
});
